/** Issues each command when its deadline comes; one that was missed while nobody ran is issued once, at the next start. */
import { scheduleJob } from 'node-schedule';
import type { DomainEvent, Instant } from '#src/core/event.ts';
import { type Alarms, alarms } from './alarms.ts';
import { Heap } from './heap.ts';
import type { OnFault } from './on-fault.ts';
import type { Records } from './records.ts';
import type { Due } from './wanted.ts';

/** Calls back at every full minute until it is stopped. */
export type Rhythm = (tick: () => void) => () => void;

export const everyMinute: Rhythm = (tick) => {
  const job = scheduleJob('* * * * *', tick);
  return () => job.cancel();
};

type Alarm = { readonly at: Instant; readonly id: string; readonly kind: Alarms };

export class Clock {
  readonly #now: () => Instant;
  readonly #onFault: OnFault;
  readonly #rhythm: Rhythm;
  readonly #kinds: Alarms[] = [];
  readonly #alarms = new Heap<Alarm>((a, b) => a.at < b.at);
  #ticking: Promise<void> = Promise.resolve();
  #stop: () => void = () => undefined;

  constructor({ now, onFault, rhythm = everyMinute }: { now: () => Instant; onFault: OnFault; rhythm?: Rhythm }) {
    this.#now = now;
    this.#onFault = onFault;
    this.#rhythm = rhythm;
  }

  /**
   * The command of each deadline of these records is issued by `CLOCK`, with the real time as `at`: how late it is, is
   * `at` minus the deadline's. Its cause is made of the record, the deadline's key and its instant, so a deadline takes
   * effect once, over crashes and restarts too, and one that is moved counts as another. A command that changed nothing
   * or was refused is not issued again before the record has changed or the process is started anew.
   */
  watch<S, C, E extends DomainEvent>(records: Records<S, C, E>, due: Due<S, C>): void {
    const kind: Alarms = alarms(records, due, this.#onFault, (id, at) => this.#alarms.push({ at, id, kind }));
    this.#kinds.push(kind);
  }

  /** Learns all deadlines, issues what was missed, and goes on every minute. */
  async start(): Promise<void> {
    for (const kind of this.#kinds) await kind.start();
    await this.tick(this.#now());
    this.#stop = this.#rhythm(() => void this.tick(this.#now()));
  }

  /** Issues what is due at `now`, in the order in which it was. One tick after the other; never rejects. */
  tick(now: Instant): Promise<void> {
    this.#ticking = this.#ticking.then(() => this.#tick(now));
    return this.#ticking;
  }

  /** Begins no further tick; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.#stop();
    await this.#ticking;
  }

  async #tick(now: Instant): Promise<void> {
    const failed: Alarm[] = [];
    // One after the other, so that what was missed by several records comes in the order in which it was due.
    for (let next = this.#alarms.peek(); next && next.at <= now; next = this.#alarms.peek()) {
      this.#alarms.pop();
      const rings = next.kind.isNext(next.id, next.at);
      if (rings && !(await next.kind.ring(next.id, next.at, now))) failed.push(next);
    }
    for (const { kind, id } of failed) kind.again(id, now);
  }
}
