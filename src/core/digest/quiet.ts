/** Whether a digest has anything to tell: a quiet day is one line. */
import type { Figures } from '../figures/figures.ts';
import type { DigestContent } from './content.ts';

/** Nothing came, nothing was done, nothing is late and nothing waits for its reader. */
export const isQuiet = ({ figures, confidential, lists }: DigestContent): boolean =>
  lists.turns === 0 && isStill(figures) && (confidential === undefined || isStill(confidential));

export function isStill({ flow, standing }: Figures): boolean {
  const { opened, approved, rejected, published, closed, dismissed, reopened, waits, level, effects } = flow;
  const kinds = [published, dismissed, effects].flatMap((counts) => Object.keys(counts));
  const sum = opened + approved + rejected + closed + reopened + waits.count + level.missed + standing.overdue;
  return sum === 0 && kinds.length === 0 && standing.reviews === 0 && standing.plans === 0;
}
