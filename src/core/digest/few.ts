/** The first few of many cases, the gravest and soonest due first, and how many there are; without keeping the rest. */
import { SEVERITIES, type Severity } from '../case/vocabulary.ts';
import type { Instant } from '../event.ts';

export type Few<T> = { readonly first: readonly T[]; readonly count: number };
type Ranked = { readonly severity: Severity; readonly due: Instant; readonly number: string };

/** Cases that a digest names in one list: as many as one row of buttons takes on a phone. */
const FEW = 5;

export function few<T extends Ranked>() {
  let first: readonly T[] = [];
  let count = 0;
  return {
    add(one: T): void {
      count += 1;
      const last = first[FEW - 1];
      if (!last || before(one, last) < 0) first = firstOf([...first, one]);
    },
    result: (): Few<T> => ({ first, count }),
  };
}

export const joined = <T extends Ranked>(one: Few<T>, other: Few<T>): Few<T> => ({
  first: firstOf([...one.first, ...other.first]),
  count: one.count + other.count,
});

const firstOf = <T extends Ranked>(some: readonly T[]): readonly T[] => some.toSorted(before).slice(0, FEW);

const before = (a: Ranked, b: Ranked): number =>
  SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
  (a.due < b.due ? -1 : a.due > b.due ? 1 : 0) ||
  (a.number < b.number ? -1 : 1);
