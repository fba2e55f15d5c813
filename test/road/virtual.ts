/** Time that goes by only when everybody waits for it: hours of limits and pauses in seconds. */

type Sleeper = { readonly until: number; readonly wake: () => void };

export function virtualTime(start: number) {
  let now = start;
  const sleepers = new Set<Sleeper>();
  /** Real work under way: reading and writing take no time of this clock. */
  let working = 0;
  const wait = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const sleeper: Sleeper = { until: now + ms, wake: resolve };
      sleepers.add(sleeper);
      signal.addEventListener('abort', () => {
        sleepers.delete(sleeper);
        resolve();
      });
    });
  return {
    now: () => now,
    at: () => new Date(now).toISOString(),
    wait,
    /** Time stands still until this is done. */
    async during<T>(work: () => Promise<T>): Promise<T> {
      working += 1;
      try {
        return await work();
      } finally {
        working -= 1;
      }
    },
    /** Lets time go by, as far as the next who waits; false when nobody does, or somebody works. */
    pass(): boolean {
      if (working > 0) return false;
      const first = [...sleepers].reduce<Sleeper | undefined>(
        (soonest, one) => (soonest && soonest.until <= one.until ? soonest : one),
        undefined,
      );
      if (!first) return false;
      now = Math.max(now, first.until);
      for (const sleeper of sleepers)
        if (sleeper.until <= now) {
          sleepers.delete(sleeper);
          sleeper.wake();
        }
      return true;
    },
    jump(ms: number): void {
      now += ms;
    },
  };
}

export type VirtualTime = ReturnType<typeof virtualTime>;

/** A few turns of the loop, for what goes on beside. */
export const turns = async (count = 3): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
