/** Spans as rich_text elements, in which nothing that was typed can come alive. */
import type { RichTextElement, RichTextSection } from '@slack/types';
import type { Instant } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { FileBlock, PictureBlock } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import { type Span, spans, type Text } from '#src/view/span.ts';
import { webAddress } from '#src/view/web-address.ts';
import { when } from '#src/view/when.ts';
import type { TextLimits } from './limits.ts';
import { more } from './text.ts';

/** For whom something is rendered, and how long its parts may be. */
export type Page = {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly limits: TextLimits;
  /** Where the files of a card are by now; those that are not there are told in words. */
  readonly files?: Files;
};

/** A file that Slack has: what it draws by its id, what is handed out by its address. */
export type OnSlack = { readonly id: string; readonly link?: string };
export type Files = (shown: PictureBlock | FileBlock) => OnSlack | undefined;

/** Whether Slack draws it in a card: PNG, JPEG and GIF alone. What it does not draw is handed out as a file. */
export const isDrawn = (shown: PictureBlock | FileBlock): boolean =>
  shown.type === 'picture' && shown.media !== 'image/webp';

type Style = { bold?: true; italic?: true };

/** How Slack writes an instant for each viewer, in their zone and language. */
export const DATES = {
  date: '{date_short_pretty}',
  time: '{time}',
  both: '{date_short_pretty} {time}',
} as const;

/** A text as elements, shortened visibly beyond `max`. Never empty: Slack refuses an empty section. */
export function elements(text: Text, page: Page, max: number, look: Style = {}): RichTextElement[] {
  const made: RichTextElement[] = [];
  let room = max;
  let left = 0;
  for (const span of spans(text)) {
    const words = wordsOf(span, page);
    const part = cut(words, Math.max(0, room));
    room -= words.length;
    left += part.left;
    if (part.kept) made.push(element(span, part.kept, part.left > 0, page, look));
  }
  if (left > 0) made.push({ type: 'text', text: ` ${more(left, page.locale)}`, style: { italic: true } });
  return made.length > 0 ? made : [{ type: 'text', text: '–' }];
}

export const section = (made: readonly RichTextElement[]): RichTextSection => ({
  type: 'rich_text_section',
  elements: [...made],
});

export const literal = (text: string, look: Style = {}): RichTextElement => ({
  type: 'text',
  text,
  ...(Object.keys(look).length > 0 && { style: look }),
});

function element(span: Span, kept: string, shortened: boolean, page: Page, look: Style): RichTextElement {
  if (typeof span === 'string') return literal(kept, look);
  if ('b' in span) return literal(kept, { ...look, bold: true });
  if ('i' in span) return literal(kept, { ...look, italic: true });
  // By name, not as a mention: a card that is edited ten times must not call anybody ten times.
  if ('person' in span) return literal(kept, { ...look, bold: true });
  if ('link' in span) {
    const url = webAddress(span.link);
    return url ? { type: 'link', url, text: kept } : literal(kept, look);
  }
  const timestamp = seconds(span.at);
  if (timestamp === undefined || shortened) return literal(kept, look);
  const style = Object.keys(look).length > 0 && { style: look };
  return { type: 'date', timestamp, format: DATES[span.show], fallback: wordsOf(span, page), ...style };
}

/** Whole seconds since 1970; undefined for what is no instant. */
export function seconds(at: Instant): number | undefined {
  const ms = Date.parse(at);
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000);
}

export function wordsOf(span: Span, { locale, timeZone }: Page): string {
  if (typeof span === 'string') return span;
  if ('b' in span) return span.b;
  if ('i' in span) return span.i;
  if ('link' in span) return span.text;
  if ('person' in span) return span.name;
  return when(span.at, span.show, locale, timeZone);
}
