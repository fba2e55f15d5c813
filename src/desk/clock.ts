/** Issues each command when its deadline comes; one that was missed while nobody ran is issued once, at the next start. */
import { scheduleJob } from 'node-schedule';
import type { DomainEvent, Instant } from '#src/core/event.ts';
import { later } from '#src/core/time.ts';
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

type Options = {
  readonly now: () => Instant;
  readonly onFault: OnFault;
  readonly rhythm?: Rhythm;
  /** Resolves when what has happened by now has had its effect on the deadlines of other records. Never rejects. */
  readonly effects?: () => Promise<void>;
};

/** `set`: the how manyth that was set, so that those of one instant come in that order, whatever else is in the heap. */
type Alarm = { readonly at: Instant; readonly set: number; readonly id: string; readonly kind: Alarms };

const isBefore = (a: Alarm, b: Alarm): boolean => a.at < b.at || (a.at === b.at && a.set < b.set);

export class Clock {
  readonly #now: () => Instant;
  readonly #onFault: OnFault;
  readonly #rhythm: Rhythm;
  readonly #effects: () => Promise<void>;
  readonly #kinds: Alarms[] = [];
  readonly #alarms = new Heap<Alarm>(isBefore);
  #set = 0;
  #ticking: Promise<void> = Promise.resolve();
  #stop: () => void = () => undefined;

  constructor({ now, onFault, rhythm = everyMinute, effects = async () => undefined }: Options) {
    this.#now = now;
    this.#onFault = onFault;
    this.#rhythm = rhythm;
    this.#effects = effects;
  }

  /**
   * The command of each deadline of these records is issued by `CLOCK`, with the real time as `at`: how late it is, is
   * `at` minus the deadline's. Its cause is made of the record, the deadline's key and its instant, so a deadline takes
   * effect once, over crashes and restarts too, and one that is moved counts as another. A command that changed nothing
   * or was refused is not issued again before the record has changed or the process is started anew.
   */
  watch<S, C, E extends DomainEvent>(records: Records<S, C, E>, due: Due<S, C>): void {
    const kind: Alarms = alarms(records, due, this.#onFault, (id, at) => {
      this.#set += 1;
      this.#alarms.push({ at, set: this.#set, id, kind });
    });
    this.#kinds.push(kind);
  }

  /** Learns all deadlines, issues what was missed, and goes on every minute. */
  async start(): Promise<void> {
    for (const kind of this.#kinds) await kind.start();
    await this.tick(this.#now());
    this.#stop = this.#rhythm(() => void this.tick(this.#now()));
  }

  /** Issues what is due at `now`, and what that makes due, in the order in which it was. One tick after the other; never rejects. */
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
    // What is an effect of this tick is due a moment after it began.
    const time = () => later(now, this.#now());
    // One after the other, so that what was missed by several records comes in the order in which it was due.
    for (let next = this.#alarms.peek(); next && next.at <= time(); next = this.#alarms.peek()) {
      this.#alarms.pop();
      if (!next.kind.isNext(next.id, next.at)) continue;
      if (!(await next.kind.ring(next.id, next.at, time()))) failed.push(next);
      // Whether an effect comes in this tick or in the next must not hang on how much else is due: that would tell of it.
      await this.#effects();
    }
    for (const { kind, id } of failed) kind.again(id, now);
  }
}
