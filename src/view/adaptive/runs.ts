/** Text as TextRuns, the one place in an Adaptive Card where no Markdown lives. */
import type { Locale } from '#src/core/rules.ts';
import { cut } from '#src/view/cut.ts';
import { counted, rendererWords } from '#src/view/renderer-words.ts';
import { type Span, spans, type Text } from '#src/view/span.ts';
import { webAddress } from '#src/view/web-address.ts';
import { type Writing, when } from '#src/view/when.ts';
import type { TextLimits } from './limits.ts';
import { literal } from './literal.ts';
import type { RichTextBlock, TextRun } from './types.ts';

/** For whom a card is rendered, and how long its parts may be. */
export type Page = {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly limits: TextLimits;
  readonly writing?: Writing;
};
type Look = Pick<TextRun, 'size' | 'weight' | 'isSubtle' | 'color'>;

/** A text as runs of one look, shortened visibly beyond `max`. */
export function runs(text: Text, page: Page, max: number, look: Look = {}): readonly TextRun[] {
  const made: TextRun[] = [];
  let room = max;
  let left = 0;
  for (const span of spans(text)) {
    const whole = words(span, page);
    const part = cut(whole, Math.max(0, room));
    room -= whole.length;
    left += part.left;
    if (part.kept) made.push({ type: 'TextRun', ...look, ...own(span), text: literal(part.kept) });
  }
  if (left > 0) made.push({ type: 'TextRun', ...look, isSubtle: true, text: more(left, page) });
  // A block without text would vanish, and with it the row it belongs to.
  return made.length > 0 ? made : [{ type: 'TextRun', text: '–' }];
}

export const rich = (
  inlines: readonly TextRun[],
  more: Omit<RichTextBlock, 'type' | 'inlines'> = {},
): RichTextBlock => ({
  type: 'RichTextBlock',
  ...more,
  inlines,
});

const more = (left: number, { locale }: Page) => ` ${rendererWords[locale].more(counted(locale, left))}`;

function words(span: Span, page: Page): string {
  if (typeof span === 'string') return span;
  if ('b' in span) return span.b;
  if ('i' in span) return span.i;
  if ('link' in span) return span.text;
  if ('person' in span) return span.name;
  return when(span.at, span.show, page.locale, page.timeZone, page.writing);
}

function own(span: Span): Partial<TextRun> {
  if (typeof span === 'string') return {};
  if ('b' in span) return { weight: 'bolder' };
  if ('i' in span) return { italic: true };
  if ('person' in span) return { color: 'accent' };
  const url = 'link' in span && webAddress(span.link);
  return url ? { selectAction: { type: 'Action.OpenUrl', url } } : {};
}
