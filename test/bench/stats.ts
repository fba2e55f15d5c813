/** Figures as a bench gives them: milliseconds at percentiles, and how two of them compare. */

export type Line = { readonly what: string; readonly figure: string; readonly ratio?: string; readonly aim?: string };

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;
export const times = (value: number, baseline: number): string => `${(value / baseline).toFixed(2)} ×`;

/** How long a task takes, in milliseconds. */
export async function timed(task: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await task();
  return performance.now() - from;
}
