/** Stretches of time, and how many mentions fall into them. */
/** From after `from` up to and including `to`, in milliseconds since 1970. */
export type Period = { readonly from: number; readonly to: number };

/** How many of the times, which are in order, fall into the period and into none of the `holes`, which do not overlap each other. */
export function count(times: readonly number[], { from, to }: Period, holes: readonly Period[] = []): number {
  const within = (begin: number, end: number) => (begin < end ? after(times, end) - after(times, begin) : 0);
  return holes.reduce(
    (left, hole) => left - within(Math.max(from, hole.from), Math.min(to, hole.to)),
    within(from, to),
  );
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
