/** Neutral blocks as Block Kit. Text that stands together shares one rich_text block, since blocks are counted. */
import type { KnownBlock, RichTextBlock, RichTextBlockElement, RichTextElement } from '@slack/types';
import type { Block, FileBlock, PictureBlock, Tone } from '#src/view/card.ts';
import { rendererWords } from '#src/view/renderer-words.ts';
import { type Span, spans, type Text } from '#src/view/span.ts';
import { sizeText } from '#src/words/files.ts';
import { buttonRows } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { note } from './note.ts';
import { elements, isDrawn, literal, type Page, section } from './rich.ts';
import { ellipsis, moreRows, plain } from './text.ts';
import { slackWords } from './words.ts';

/** A marker that does not live by its colour alone: a screen reader says its name. */
const TONES: { readonly [T in Tone]: string } = {
  neutral: 'information_source',
  good: 'white_check_mark',
  warning: 'warning',
  alarm: 'rotating_light',
};

/** Every block in order. A row of buttons has the number of its block in its ids, which must differ within a message. */
export function blockKit(blocks: readonly Block[], page: Page): KnownBlock[] {
  const made: KnownBlock[] = [];
  let titled = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'divider' && (made.length === 0 || made.at(-1)?.type === 'divider')) continue;
    for (const one of kit(block, index, page, titled)) join(made, one);
    if (block.type === 'heading') titled = true;
  }
  return made;
}

function join(made: KnownBlock[], next: KnownBlock): void {
  const last = made.at(-1);
  if (last?.type === 'rich_text' && next.type === 'rich_text')
    made.splice(-1, 1, { ...last, elements: [...last.elements, ...next.elements] });
  else made.push(next);
}

/** The first heading of a card is its title; those after it are lines in bold. */
function kit(block: Block, index: number, page: Page, titled: boolean): readonly KnownBlock[] {
  const { limits } = page;
  switch (block.type) {
    case 'heading':
      return titled || block.text.length > LIMITS.header
        ? [rich(section(elements(block.text, page, limits.line, { bold: true })))]
        : [{ type: 'header', text: plain(block.text, LIMITS.header) }];
    case 'text':
      return [rich(section(elements(block.text, page, limits.text)))];
    case 'quote':
      return [rich(...quoted(block, page))];
    case 'facts':
      return table(block.rows, page, (rows) =>
        rich(section(rows.flatMap(({ label, value }, row) => fact(label, value, page, row)))),
      );
    case 'list':
      return table(block.items, page, (items) =>
        rich({
          type: 'rich_text_list',
          style: 'bullet',
          elements: items.map((item) => section(elements(item, page, limits.line))),
        }),
      );
    case 'note':
      return [note(block.text, page)];
    case 'status':
      return [
        rich(
          section([
            { type: 'emoji', name: TONES[block.tone] },
            literal('  '),
            ...elements(block.text, page, limits.line),
          ]),
        ),
      ];
    case 'divider':
      return [{ type: 'divider' }];
    case 'picture':
      return [picture(block, page)];
    case 'file':
      return [handedOut(block, rendererWords[page.locale].file(block.name, sizeText(block.size)), page)];
    case 'buttons': {
      const { blocks, left } = buttonRows(block.buttons, index);
      return left > 0 ? [...blocks, note(moreRows(left, page.locale), page)] : blocks;
    }
  }
}

function picture(block: PictureBlock, page: Page): KnownBlock {
  const { alt } = block;
  const there = page.files?.(block);
  if (there && isDrawn(block))
    return { type: 'image', slack_file: { id: there.id }, alt_text: ellipsis(alt || '–', LIMITS.altText) };
  return handedOut(block, rendererWords[page.locale].picture(alt), page);
}

/** In words that lead to it, once Slack has it. */
function handedOut(block: FileBlock | PictureBlock, said: string, page: Page): KnownBlock {
  const link = page.files?.(block)?.link;
  const words: Text = link === undefined ? said : [{ link, text: said }];
  return rich(section(elements(words, page, page.limits.line)));
}

const rich = (...all: readonly RichTextBlockElement[]): RichTextBlock => ({ type: 'rich_text', elements: [...all] });

function quoted(block: { readonly text: string; readonly from?: string }, page: Page): readonly RichTextBlockElement[] {
  const words = { type: 'rich_text_quote' as const, elements: elements(block.text, page, page.limits.quote) };
  return block.from ? [section([literal(block.from, { italic: true })]), words] : [words];
}

/** Each row on a line of its own. Its label alone is bold, or nobody would see where the value begins. */
function fact(label: string, value: Text, page: Page, row: number): readonly RichTextElement[] {
  const { colon } = slackWords[page.locale];
  const values = elements(spans(value).map(quiet), page, page.limits.line);
  return [literal(`${row > 0 ? '\n' : ''}${label}${colon}`, { bold: true }), ...values];
}

function quiet(span: Span): Span {
  if (typeof span === 'string') return span;
  if ('b' in span) return span.b;
  return 'person' in span ? span.name : span;
}

function table<R>(rows: readonly R[], page: Page, made: (rows: readonly R[]) => RichTextBlock): readonly KnownBlock[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, page.limits.rows);
  const left = rows.length - shown.length;
  return left > 0 ? [made(shown), note(moreRows(left, page.locale), page)] : [made(shown)];
}
