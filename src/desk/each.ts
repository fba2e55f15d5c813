/** Does something for each of many, a bounded number at once. */
import { breather } from './breather.ts';

/**
 * Throws the first failure, after those under way have ended; no more are begun then. However many there are, and
 * however fast the store, others have their turns in between.
 */
export async function each<T>(
  all: Iterable<T> | AsyncIterable<T>,
  width: number,
  task: (one: T) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  const breathe = breather();
  for await (const one of all) {
    const mine: Promise<void> = task(one)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(mine));
    running.add(mine);
    if (running.size >= width) await Promise.race(running);
    await breathe();
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
