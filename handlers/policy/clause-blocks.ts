/** The text of a clause as blocks: paragraphs, lists, and what is emphasised. */
import { type Block, list, text } from '#src/view/card.ts';
import type { Span } from '#src/view/span.ts';

const ITEM = /^[-*]\s+/;

/** Each line is a paragraph or an item of a list, as clauses are written. */
export function clauseBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  let items: (readonly Span[])[] = [];
  const close = () => {
    if (items.length > 0) blocks.push(list(items));
    items = [];
  };
  for (const line of markdown.split('\n')) {
    if (ITEM.test(line)) items.push(emphasised(line.replace(ITEM, '')));
    else {
      close();
      if (line.trim() !== '') blocks.push(text(emphasised(line)));
    }
  }
  close();
  return blocks;
}

const emphasised = (line: string): readonly Span[] =>
  line
    .split('**')
    .flatMap((part, index): readonly Span[] => (part === '' ? [] : [index % 2 === 1 ? { b: part } : part]));
