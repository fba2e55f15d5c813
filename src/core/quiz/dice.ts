/** Chance that can be thrown again: the same seed gives the same dice, everywhere and for ever. */
import { sha256 } from '../chain.ts';

/** A whole number from 0 up to, but not including, `sides`; each as likely as any other. */
export type Dice = (sides: number) => number;

const RANGE = 2 ** 32;

export function diceFrom(seed: string): Dice {
  let block = 0;
  let left: number[] = [];
  const next = (): number => {
    const ready = left.pop();
    if (ready !== undefined) return ready;
    const hex = sha256(`${seed}/${block}`);
    block += 1;
    left = (hex.match(/.{8}/g) ?? []).map((part) => Number.parseInt(part, 16));
    return next();
  };
  return (sides) => {
    // What would make the low numbers likelier is thrown again.
    const fair = RANGE - (RANGE % sides);
    let thrown = next();
    while (thrown >= fair) thrown = next();
    return thrown % sides;
  };
}

/** A copy in an order of chance: every order is as likely as any other. */
export function shuffled<T>(all: readonly T[], dice: Dice): readonly T[] {
  const now = [...all];
  for (let last = now.length - 1; last > 0; last -= 1) {
    const other = dice(last + 1);
    const [a, b] = [now[last], now[other]];
    if (a !== undefined && b !== undefined) [now[last], now[other]] = [b, a];
  }
  return now;
}
