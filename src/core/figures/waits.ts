/** How long answers took, as figures: median and 90th percentile, and the share in which the service level was kept. */

export type Waits = {
  readonly count: number;
  /** Minutes from the report to the first answer; absent when there was none. */
  readonly median?: number;
  /** Nine of ten were answered at least this fast. */
  readonly p90?: number;
};

/** The smallest of the values that at least this share of all does not exceed (nearest rank), so it is one that occurred. */
export function waitsOf(minutes: readonly number[]): Waits {
  const sorted = Float64Array.from(minutes).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  const [median, p90] = [at(0.5), at(0.9)];
  return { count: minutes.length, ...(median !== undefined && p90 !== undefined && { median, p90 }) };
}

/** How often an answer was due: given in time, or not. */
export type Level = { readonly kept: number; readonly missed: number };

/** Whole percent, never 100 while one was missed nor 0 while one was kept; undefined when nothing was due. */
export function percentKept({ kept, missed }: Level): number | undefined {
  if (kept + missed === 0) return undefined;
  const share = Math.round((100 * kept) / (kept + missed));
  if (missed > 0 && share === 100) return 99;
  return kept > 0 && share === 0 ? 1 : share;
}
