/** What a case card is made from: the case as its audience may see it, and who reads it. */
import type { Undecided } from '#src/core/case/deciders.ts';
import type { ExistingCase } from '#src/core/case/state.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Args } from '../card.ts';
import type { Reader } from '../reader.ts';

export type Shown = {
  readonly id: string;
  /** Already passed through `visible`. */
  readonly state: ExistingCase;
  /** Number of the last event that the card shows. */
  readonly seen: number;
  readonly rules: Rules;
  readonly reader: Reader;
  /** Its reply waits, and nobody is there who may decide on it. */
  readonly undecided?: Undecided;
  /** The card is its reader's own, so that a click may replace it. */
  readonly own?: true;
};

/** What every button of a case carries: which case, and how much of it its reader had seen. */
export const caseArgs = ({ id, seen, own }: Shown, more: Args = {}): Args => ({
  case: id,
  seen: String(seen),
  ...(own && { own: 'yes' }),
  ...more,
});

/** Longer drafts are opened whole before anyone decides on them. */
export const WHOLE_DRAFT = 700;

/** A text cut to `max` characters, saying how much is missing. Never inside a surrogate pair. */
export function excerpt(text: string, max: number, { t }: Reader): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, /[\uD800-\uDBFF]$/.test(text.slice(0, max)) ? max - 1 : max);
  return `${cut}${t.caseCard.shortened(text.length - cut.length)}`;
}
