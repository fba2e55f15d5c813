/** Chance from a number: the same number, the same chance. */
export type Dice = {
  /** From 0 to below `sides`. */
  readonly roll: (sides: number) => number;
  readonly one: <T>(of: readonly T[]) => T | undefined;
  /** True in so many of a hundred cases. */
  readonly often: (percent: number) => boolean;
};

/** mulberry32: small, and good enough to choose among buttons. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  function roll(sides: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * sides);
  }
  return { roll, one: (of) => of[roll(of.length)], often: (percent) => roll(100) < percent };
}
