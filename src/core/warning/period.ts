/** Stretches of time, and how many mentions fall into them. */
/** From after `from` up to and including `to`, in milliseconds since 1970. */
export type Period = { readonly from: number; readonly to: number };

/** How many fall into the period and into none of the `holes`. */
export function count(times: readonly number[], { from, to }: Period, holes: readonly Period[] = []): number {
  let found = 0;
  for (let i = after(times, from); i < times.length; i += 1) {
    const at = times[i];
    if (at === undefined || at > to) break;
    if (!holes.some((hole) => at > hole.from && at <= hole.to)) found += 1;
  }
  return found;
}

/** How long the period is without its holes, which do not overlap each other. */
export const span = ({ from, to }: Period, holes: readonly Period[] = []): number =>
  holes.reduce(
    (left, hole) => left - Math.max(0, Math.min(to, hole.to) - Math.max(from, hole.from)),
    Math.max(0, to - from),
  );

/** The index of the first instant after `from`; the times are in order. */
export function after(times: readonly number[], from: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] ?? from) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
