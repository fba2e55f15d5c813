/** Runs tasks one after the other for the same key, and a bounded number at once over all keys. */

export type Queue = {
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Refuses new tasks; resolves when those that were accepted have ended. */
  close(): Promise<void>;
};

/** At most `width` tasks run at once: each may hold an open file, and a process may open only so many. */
export function queue(width: number): Queue {
  const tails = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = width;
  let closed = false;

  async function slot(): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  async function after<T>(before: Promise<void> | undefined, task: () => Promise<T>): Promise<T> {
    await before;
    await slot();
    try {
      return await task();
    } finally {
      leave();
    }
  }

  return {
    async run(key, task) {
      if (closed) throw new Error('the store was closed');
      const mine = after(tails.get(key), task);
      const tail = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      try {
        return await mine;
      } finally {
        if (tails.get(key) === tail) tails.delete(key);
      }
    },
    async close() {
      closed = true;
      await Promise.all(tails.values());
    },
  };
}
