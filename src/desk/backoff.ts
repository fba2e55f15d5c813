/** How long a failed delivery waits before it is tried again, in milliseconds. */

const FIRST = 1000;
const LONGEST = 60_000;

/** Doubles with each try, with jitter so that what failed together does not return together; never sooner than asked. */
export function backoff(tries: number, random: () => number, retryAfter = 0): number {
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.max(0, tries - 1));
  const jittered = longest * (0.5 + random() / 2);
  return Math.max(jittered, retryAfter * (1 + random() / 10));
}
