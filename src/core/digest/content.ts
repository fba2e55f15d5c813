/** What a digest says: figures, and the few cases that it names. Plain JSON, so that an old one stays as it was. */

import type { CaseSummary } from '../case/summary.ts';
import type { Turn } from '../case/turn.ts';
import type { Category, Media, Severity } from '../case/vocabulary.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Figures } from '../figures/figures.ts';
import type { Span } from '../figures/period.ts';

/** A case by its facts: never what was posted, because a digest outlives what may turn confidential tomorrow. */
export type Named = {
  readonly id: string;
  readonly number: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly media: Media;
  readonly due: Instant;
  readonly owner?: PersonId;
  readonly confidential: boolean;
  /** What its reader is asked for. */
  readonly turn?: Turn;
};

/** The first few, and how many there are. */
export type Some = { readonly first: readonly Named[]; readonly count: number };

export type DigestContent = {
  readonly span: Span;
  readonly figures: Figures;
  /** The same of confidential cases, for those who may know of them. */
  readonly confidential?: Figures;
  readonly overdue: Some;
  /** What waits for its reader. */
  readonly waiting: Some;
};

/** Cases that a digest names in one list: as many as one row of buttons takes on a phone. */
const FEW = 5;

/** The gravest first; of equals the one that is due first. */
export function some(
  cases: readonly { readonly one: CaseSummary; readonly turn?: Turn }[],
  order: readonly Severity[],
): Some {
  const rank = ({ severity }: CaseSummary) => order.indexOf(severity);
  const sorted = cases.toSorted(({ one: a }, { one: b }) => rank(b) - rank(a) || (a.due < b.due ? -1 : 1));
  return { first: sorted.slice(0, FEW).map(({ one, turn }) => named(one, turn)), count: cases.length };
}

function named(one: CaseSummary, turn: Turn | undefined): Named {
  const { id, number, severity, category, media, due, owner, confidential } = one;
  return { id, number, severity, category, media, due, confidential, ...(owner && { owner }), ...(turn && { turn }) };
}
