/** Which questions a quiz asks: those that somebody never saw first, then those that they saw longest ago. */
import type { Instant } from '../event.ts';
import { type Dice, shuffled } from './dice.ts';
import { TOPICS, type Topic } from './question.ts';

/** When a question was last put to this person. */
export type Seen = ReadonlyMap<string, Instant>;
export type Counts = Readonly<Partial<Record<Topic, number>>>;
type Known = { readonly id: string; readonly topic: Topic };

/**
 * As many of each topic as asked for, or all there are; no question twice. Chance decides among those never seen, and
 * among those seen at one instant. The topics are mixed, so that nobody learns the answer from the neighbour.
 */
export function draw<Q extends Known>(bank: readonly Q[], counts: Counts, seen: Seen, dice: Dice): readonly Q[] {
  const drawn = TOPICS.flatMap((topic) => {
    const all = shuffled(
      bank.filter((question) => question.topic === topic),
      dice,
    );
    return all.toSorted((a, b) => before(seen.get(a.id), seen.get(b.id))).slice(0, counts[topic] ?? 0);
  });
  return shuffled(drawn, dice);
}

/** Never comes before ever, long ago before lately. */
const before = (a: Instant = '', b: Instant = ''): number => (a === b ? 0 : a < b ? -1 : 1);
