/** Counting over many cases, one at a time, so that whoever counts may pause between them; and counts by kind. */
import type { CaseSummary } from '../case/summary.ts';

/** Takes every case once, then gives its result. */
export type Counter<T> = { add(row: CaseSummary): void; result(): T };

/** How many of each; what there is none of is left out. */
export type Counts<K extends string = string> = Readonly<Partial<Record<K, number>>>;

export const countOf = <K extends string>(counts: Counts<K>, key: K): number => counts[key] ?? 0;

/** From the most to the fewest; of equals the first in `order`, or in the alphabet. */
export function ranked<K extends string>(
  counts: Counts<K>,
  order: readonly K[] = [],
): readonly (readonly [K, number])[] {
  const rank = (key: K) => (order.includes(key) ? order.indexOf(key) : order.length);
  // Object.entries forgets which keys there were.
  const all = Object.entries(counts) as [K, number][];
  return all.sort(([a, x], [b, y]) => y - x || rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** A tally of kinds that grows; null has no prototype, so that a team called "constructor" is one like any other. */
export function tallyOf<K extends string>() {
  const counts = new Map<K, number>();
  return {
    add: (key: K, by = 1): void => void counts.set(key, (counts.get(key) ?? 0) + by),
    result: (): Counts<K> => Object.fromEntries(counts) as Counts<K>,
  };
}

/** Several counters fed as one. */
export function together<T extends { readonly [name: string]: unknown }>(
  counters: {
    readonly [N in keyof T]: Counter<T[N]>;
  },
): Counter<T> {
  const all: readonly (readonly [string, Counter<unknown>])[] = Object.entries(counters);
  // Taken apart once, because a hundred thousand cases pass here.
  const each = all.map(([, counter]) => counter);
  return {
    add(row) {
      for (const counter of each) counter.add(row);
    },
    // Built name by name from the counters of those names, which is what T says of them.
    result: () => Object.fromEntries(all.map(([name, counter]) => [name, counter.result()])) as T,
  };
}

/** For few cases, or where nobody waits. */
export function counted<T>(rows: Iterable<CaseSummary>, counter: Counter<T>): T {
  for (const row of rows) counter.add(row);
  return counter.result();
}
