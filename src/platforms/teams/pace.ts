/** Keeps to Teams' rates, so that a limit is met rarely: each message waits for its turn in its thread. */
import { DeliveryFault } from '../platform.ts';
import { RATES } from './limits.ts';

export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

export type Pace = {
  /** Resolves when the next message may go to this thread; throws `later` once we stop. */
  turn(thread: string): Promise<void>;
  /** Teams said how long to keep away. Milliseconds. */
  rest(thread: string, ms: number): void;
};

export type PaceOptions = {
  /** Milliseconds, never going back. */
  readonly clock: () => number;
  readonly wait: Wait;
  readonly stop: AbortSignal;
};

type Thread = { readonly sent: number[]; rests: number };

/** Threads that nobody wrote to for a while are forgotten beyond so many. */
const THREADS = 10_000;
const LONGEST = Math.max(...RATES.map(({ within }) => within));
const MOST = Math.max(...RATES.map(({ most }) => most));

export function pace({ clock, wait, stop }: PaceOptions): Pace {
  const threads = new Map<string, Thread>();

  function known(id: string): Thread {
    const thread = threads.get(id) ?? { sent: [], rests: 0 };
    threads.set(id, thread);
    if (threads.size > THREADS) {
      const old = clock() - LONGEST;
      for (const [other, { sent, rests }] of threads)
        if ((sent.at(-1) ?? 0) < old && rests < clock()) threads.delete(other);
    }
    return thread;
  }

  return {
    async turn(id) {
      const thread = known(id);
      const at = Math.max(clock(), thread.rests, next(thread.sent));
      // Taken before we wait, so that those who come meanwhile come after us.
      thread.sent.push(at);
      if (thread.sent.length > MOST) thread.sent.shift();
      const ms = at - clock();
      if (ms > 0) await wait(ms, stop).catch(() => undefined);
      if (stop.aborted) throw new DeliveryFault('later', 'Goodword is stopping.');
    },
    rest(id, ms) {
      const thread = known(id);
      thread.rests = Math.max(thread.rests, clock() + ms);
    },
  };
}

/** The first instant at which one more keeps every rate; `sent` is in order of time. */
const next = (sent: readonly number[]): number =>
  Math.max(
    sent.at(-1) ?? 0,
    ...RATES.map(({ most, within }) => {
      const first = sent.at(-most);
      return first === undefined ? 0 : first + within;
    }),
  );
