/** A neutral card as Adaptive Card 1.5; the console and Teams show the very same JSON. */
import type { Block, Card } from '#src/view/card.ts';
import { cut } from '#src/view/cut.ts';
import { rendererWords } from '#src/view/renderer-words.ts';
import { elements, moreRows } from './blocks.ts';
import type { Host } from './buttons.ts';
import { LIMITS, scaled, weight } from './limits.ts';
import { literal } from './literal.ts';
import { type Page, rich } from './runs.ts';
import type { AdaptiveCard, Element } from './types.ts';

const SCALES = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16];

/**
 * Long texts shrink until the card reaches the aim; only a card beyond every measure loses trailing blocks. `beside`:
 * what else the host puts into the card, in the same measure.
 */
export function adaptiveCard(card: Card, host: Host, beside = 0): AdaptiveCard {
  for (const scale of SCALES) {
    const made = whole(card, elements(card.blocks, page(card, scale, host), host));
    if (weight(made) + beside <= LIMITS.aim) return made;
  }
  return fitted(card, host);
}

function fitted(card: Card, host: Host): AdaptiveCard {
  const small = page(card, 0, host);
  for (let keep = card.blocks.length; ; keep = Math.floor(keep * 0.9)) {
    const blocks = without(card.blocks, keep);
    const left = card.blocks.length - blocks.length;
    const body = elements(blocks, small, host);
    const made = whole(card, left > 0 ? [...body, rich([moreRows(left, small)])] : body);
    if (keep === 0 || weight(made) <= LIMITS.most) return made;
  }
}

/** The first `keep` blocks, and the buttons after them: what can be done stays doable. */
const without = (blocks: readonly Block[], keep: number) =>
  blocks.filter((block, index) => index < keep || (keep > 0 && block.type === 'buttons'));

const page = ({ locale, timeZone }: Card, scale: number, { writing }: Host): Page => ({
  locale,
  timeZone,
  limits: scaled(LIMITS.card, scale),
  ...(writing && { writing }),
});

function whole(card: Card, body: readonly Element[]): AdaptiveCard {
  const summary = literal(cut(card.summary, LIMITS.card.line).kept);
  const { lang } = rendererWords[card.locale];
  return { type: 'AdaptiveCard', version: '1.5', lang, fallbackText: summary, speak: summary, body };
}
