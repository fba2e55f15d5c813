/** Long work in small portions: whoever does much lets everybody else have a turn now and then. */

/** So many milliseconds at most before others have theirs. */
const PORTION = 8;

/** Awaited between two steps; waits for a turn of the loop when the last one is too long ago, and costs nothing else. */
export function breather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < PORTION) return undefined;
    return new Promise<void>((resolve) => {
      setImmediate(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
