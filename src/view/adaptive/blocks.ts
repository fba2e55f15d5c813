/** Neutral blocks as elements of an Adaptive Card. */
import type { Block, FileBlock, PictureBlock, Tone } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import { counted, rendererWords } from '#src/view/renderer-words.ts';
import type { Text } from '#src/view/span.ts';
import { sizeText } from '#src/words/files.ts';
import { buttonRow, type Host } from './buttons.ts';
import { literal } from './literal.ts';
import { type Page, rich, runs } from './runs.ts';
import type { ColumnSet, ContainerStyle, Element } from './types.ts';

const TONES: { readonly [T in Tone]: ContainerStyle } = {
  neutral: 'emphasis',
  good: 'good',
  warning: 'warning',
  alarm: 'attention',
};
/** Labels stand under one another at one width, so that rows read as a table. */
const LABEL_WIDTH = '112px';

/** Every block in order; a divider becomes the separator above what follows it. */
export function elements(blocks: readonly Block[], page: Page, host: Host): readonly Element[] {
  const made: Element[] = [];
  let parted = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === 'divider') {
      parted = made.length > 0;
      continue;
    }
    const [first, ...rest] = element(block, String(index), page, host);
    if (!first) continue;
    made.push(parted ? { ...first, separator: true, spacing: 'medium' } : first, ...rest);
    parted = false;
  }
  return made;
}

function element(block: Exclude<Block, { type: 'divider' }>, id: string, page: Page, host: Host): readonly Element[] {
  const { limits } = page;
  switch (block.type) {
    case 'heading':
      return [rich(runs(block.text, page, limits.heading, { size: 'large', weight: 'bolder' }))];
    case 'text':
      return [rich(runs(block.text, page, limits.text))];
    case 'quote':
      return [{ type: 'Container', style: 'emphasis', items: quoted(block, page) }];
    case 'facts':
      return table(block.rows, page, (row) => pair(LABEL_WIDTH, row.label, row.value, page, { isSubtle: true }));
    case 'list':
      return table(block.items, page, (item) => pair('14px', '•', item, page));
    case 'note':
      return [rich(runs(block.text, page, limits.line, { size: 'small', isSubtle: true }), { spacing: 'small' })];
    case 'status':
      return [{ type: 'Container', style: TONES[block.tone], items: [rich(runs(block.text, page, limits.line))] }];
    case 'picture':
      return [picture(block, page, host)];
    case 'file':
      return [offered(block, page, host)];
    case 'buttons':
      return buttonRow(block.buttons, id, page, host);
  }
}

/** No picture is drawn larger than it is, nor wider than a card. */
function picture(block: PictureBlock, page: Page, { fileUrl }: Host): Element {
  const url = fileUrl?.(block);
  if (!url) return rich(runs(rendererWords[page.locale].picture(block.alt), page, page.limits.line));
  const width = block.width > 0 ? { width: `${Math.min(block.width, page.limits.picture)}px` } : {};
  const altText = literal(cut(block.alt, page.limits.line).kept);
  // Whole, when it is pressed; what stands in the card itself is whole already.
  const whole = !url.startsWith('data:') && { selectAction: { type: 'Action.OpenUrl' as const, url } };
  return { type: 'Image', url, altText, ...width, ...whole };
}

function offered(block: FileBlock, page: Page, { fileUrl }: Host): Element {
  const url = fileUrl?.(block);
  const said = rendererWords[page.locale].file(block.name, sizeText(block.size));
  const [run, ...rest] = runs(said, page, page.limits.line);
  return rich(
    url && run
      ? [{ ...run, selectAction: { type: 'Action.OpenUrl', url } }, ...rest]
      : runs(said, page, page.limits.line),
  );
}

function quoted(block: { readonly text: string; readonly from?: string }, page: Page): readonly Element[] {
  const words = rich(runs(block.text, page, page.limits.quote), block.from ? { spacing: 'small' } : {});
  if (!block.from) return [words];
  return [
    rich(runs(block.from, page, page.limits.heading, { size: 'small', isSubtle: true, weight: 'bolder' })),
    words,
  ];
}

function table<R>(rows: readonly R[], page: Page, row: (row: R) => ColumnSet): readonly Element[] {
  const shown = rows.slice(0, page.limits.rows).map(row);
  const left = rows.length - shown.length;
  const rest = left > 0 ? [rich([moreRows(left, page)], { spacing: 'small' })] : [];
  return [...shown, ...rest].map((made, index) => (index === 0 ? made : { ...made, spacing: 'small' }));
}

/** The line that says how much of something was left out. */
export const moreRows = (left: number, { locale }: Page) =>
  ({ type: 'TextRun', isSubtle: true, text: rendererWords[locale].moreRows(counted(locale, left)) }) as const;

function pair(width: string, label: string, value: Text, page: Page, look: { isSubtle?: true } = {}): ColumnSet {
  return {
    type: 'ColumnSet',
    columns: [
      { type: 'Column', width, items: [rich(runs(label, page, page.limits.heading, look))] },
      { type: 'Column', width: 'stretch', items: [rich(runs(value, page, page.limits.line))] },
    ],
  };
}
