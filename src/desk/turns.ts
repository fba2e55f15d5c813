/** Runs tasks one after the other for the same key, so that what shares a record does not race in this process. */

export type Turns = {
  /** Runs after everything given before for this key has ended, whether or not it failed. */
  run<T>(key: string, task: () => Promise<T>): Promise<T>;
  /** Whether something given for this key has not ended yet. */
  busy(key: string): boolean;
  /** Ends when all that was given for this key so far has ended. */
  ended(key: string): Promise<void>;
};

export function turns(): Turns {
  const tails = new Map<string, Promise<void>>();
  return {
    run(key, task) {
      const mine = (tails.get(key) ?? Promise.resolve()).then(task);
      const tail = mine.then(
        () => undefined,
        () => undefined,
      );
      tails.set(key, tail);
      void tail.then(() => tails.get(key) === tail && tails.delete(key));
      return mine;
    },
    busy: (key) => tails.has(key),
    ended: async (key) => tails.get(key),
  };
}
