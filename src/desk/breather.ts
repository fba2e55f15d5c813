/** Long work in small portions: whoever does much lets everybody else have a turn now and then. */

/** So many milliseconds at most before others have theirs. */
const PORTION = 8;

/** Those who wait to go on. Only one does in each turn of the loop: many at once hold others up no longer than one does. */
const line: (() => void)[] = [];

function next(): void {
  line.shift()?.();
  if (line.length > 0) setImmediate(next);
}

/** Awaited between two steps; waits for a turn of the loop when the last one is too long ago, and costs nothing else. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < PORTION) return undefined;
    return new Promise<void>((resolve) => {
      line.push(() => {
        since = performance.now();
        resolve();
      });
      if (line.length === 1) setImmediate(next);
    });
  };
}
