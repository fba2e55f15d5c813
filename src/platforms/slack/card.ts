/** A neutral card as blocks that fit into a message or a view. */
import type { KnownBlock } from '@slack/types';
import type { Block, Card } from '#src/view/card.ts';
import { blockKit } from './blocks.ts';
import { LIMITS, scaled } from './limits.ts';
import { note } from './note.ts';
import type { Files, Page } from './rich.ts';
import { moreRows, summaryText } from './text.ts';

const SCALES = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16];

export type Message = { readonly text: string; readonly blocks: KnownBlock[] };

/** A card as a message: its blocks, and a text that a notification or a screen reader can live on. */
export const message = (card: Card, files?: Files): Message => ({
  text: summaryText(card.summary, card.locale, LIMITS.summary),
  blocks: cardBlocks(card, LIMITS.blocks.message, files),
});

/** Long texts shrink until all fits; only a card beyond every measure loses trailing blocks, and says so. */
export function cardBlocks(card: Card, most: number, files?: Files): KnownBlock[] {
  for (const scale of SCALES) {
    const made = blockKit(card.blocks, page(card, scale, files));
    if (fits(made, most)) return made;
  }
  const small = page(card, 0, files);
  for (let keep = card.blocks.length - 1; ; keep = Math.floor(keep * 0.9)) {
    const kept = without(card.blocks, keep);
    const left = card.blocks.length - kept.length;
    const made = [...blockKit(kept, small), note(moreRows(left, card.locale), small)];
    if (keep <= 0 || fits(made, most)) return made.slice(0, most);
  }
}

const fits = (made: readonly KnownBlock[], most: number): boolean =>
  made.length <= most && weight(made) <= LIMITS.allText;

/** The first `keep` blocks, and the buttons after them: what can be done stays doable. */
const without = (blocks: readonly Block[], keep: number) =>
  blocks.filter((block, index) => index < keep || (keep > 0 && block.type === 'buttons'));

const page = ({ locale, timeZone }: Card, scale: number, files: Files | undefined): Page => ({
  locale,
  timeZone,
  limits: scaled(LIMITS.card, scale),
  ...(files && { files }),
});

/** How much text there is in something, wherever it stands. */
function weight(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, one) => sum + weight(one), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]) => {
    const counts = key === 'text' || key === 'fallback' || key === 'url' || key === 'label';
    return sum + (typeof value === 'string' ? (counts ? value.length : 0) : weight(value));
  }, 0);
}
