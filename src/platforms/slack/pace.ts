/** Keeps to Slack's rates, so that a limit is met rarely: each call waits for its turn at its key. */
import { DeliveryFault } from '../platform.ts';

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export type Pace = {
  /** Resolves when the next call of this key may be made; throws `later` once we stop. */
  turn(key: string): Promise<void>;
  /** Slack said how long to keep away. Milliseconds. */
  rest(key: string, ms: number): void;
};

export type PaceOptions = {
  /** Milliseconds between two calls of a key, on average. */
  readonly every: number;
  /** Calls that may follow one another at once after a pause. */
  readonly burst: number;
  /** Milliseconds, never going back. */
  readonly clock: () => number;
  readonly wait: Wait;
  readonly stop: AbortSignal;
};

/** Keys that nobody used for a while are forgotten beyond so many. */
const KEYS = 10_000;

export function pace({ every, burst, clock, wait, stop }: PaceOptions): Pace {
  /** When the bucket of a key would be empty again: a call may go while that is less than a burst ahead. */
  const ahead = new Map<string, number>();
  return {
    async turn(key) {
      const now = clock();
      const start = Math.max(ahead.get(key) ?? 0, now);
      ahead.set(key, start + every);
      if (ahead.size > KEYS) for (const [old, at] of ahead) if (at < now) ahead.delete(old);
      const ms = start - now - every * (burst - 1);
      if (ms > 0) await wait(ms, stop).catch(() => undefined);
      if (stop.aborted) throw new DeliveryFault('later', 'Goodword is stopping.');
    },
    rest(key, ms) {
      ahead.set(key, Math.max(ahead.get(key) ?? 0, clock() + ms + every * (burst - 1)));
    },
  };
}
