/**
 * Delivers what is owed: after a change it compares what the record wants with what was delivered, and queues the
 * difference. Nothing here runs inside an interaction, and a crash loses nothing: `start` compares everything.
 *
 * A record that is over and settled rests (record-index.ts): it is not even read again before it changes.
 */
import type { DomainEvent, Instant } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { backoff } from './backoff.ts';
import { Courier, type CourierOptions } from './courier.ts';
import { isDamaged } from './damaged.ts';
import { type Delivery, isNotice } from './delivery.ts';
import { each } from './each.ts';
import { type Ledger, ledger } from './ledger.ts';
import { owed, waiting } from './owed.ts';
import { type Owing, type Watched, watched } from './owing.ts';
import { type Placed, place, type Resolve } from './place.ts';
import type { Source } from './records.ts';
import { Tally } from './tally.ts';
import type { Lane, Wants } from './wanted.ts';

export type OutboxOptions = CourierOptions & {
  readonly store: Store;
  readonly resolve: Resolve;
  readonly team: () => Team;
  readonly rules: () => Rules;
  readonly now: () => Instant;
};

export class Outbox {
  readonly #options: OutboxOptions;
  readonly #ledger: Ledger;
  readonly #courier: Courier;
  readonly #kinds = new Map<string, Watched>();
  readonly #owing = new Map<string, Owing>();
  readonly #queued = new Tally();
  readonly #inFlight = new Tally();
  readonly #stopping = new AbortController();
  #rechecking: Promise<void> = Promise.resolve();
  #again: Promise<void> | undefined;

  constructor(options: OutboxOptions) {
    this.#options = options;
    this.#ledger = ledger(options.store, options);
    const counts = { queued: this.#queued, inFlight: this.#inFlight, stop: this.#stopping.signal };
    this.#courier = new Courier(options, this.#ledger, counts, (owing) => this.#look(owing));
  }

  /**
   * Delivers what records of a kind want, from now on at every change. `isOpen` says which records are not over yet:
   * the others are not posted anew when a channel moves.
   */
  watch<S, E extends DomainEvent>(
    records: Source<S, E>,
    wants: Wants<S, E>,
    isOpen: (state: S) => boolean = () => true,
  ): void {
    const kind = watched(records, wants, isOpen, this.#options.team);
    this.#kinds.set(kind.kind, kind);
    records.onChange(({ id }, happened) => void this.#changed(kind, id, happened.length === 0));
  }

  /** Queues what is owed by any record, after a start. Resolves when all have been looked at, not when all is sent. */
  async start(): Promise<void> {
    await this.#all(async () => undefined);
  }

  /** Looks at every open record again, also at places given up: channels, people or roles have changed. */
  recheck(): Promise<void> {
    this.#again ??= this.#afterwards();
    return this.#again;
  }

  /** Changes that come while it looks are seen by one more look together, however many they are. */
  async #afterwards(): Promise<void> {
    this.#queued.begin();
    try {
      await this.#rechecking.catch(() => undefined);
      this.#again = undefined;
      this.#rechecking = this.#recheck();
      await this.#rechecking;
    } finally {
      this.#queued.end();
    }
  }

  async #recheck(): Promise<void> {
    await this.#all(async (stream) => {
      const { givenUp } = await this.#ledger.read(stream);
      if (Object.keys(givenUp).length > 0) await this.#ledger.write(stream, [{ type: 'forgiven' }]);
    });
  }

  /** Somebody clicked on this record's card: what it owes goes to the front of its lanes. */
  bump(stream: string): void {
    const owing = this.#owing.get(stream);
    if (!owing) return;
    owing.front = true;
    this.#courier.promote(owing);
  }

  /** How much waits in each lane; what is tried again is in it. */
  waiting(): Readonly<Record<Lane, number>> {
    const count = { urgent: 0, ordinary: 0, bulk: 0 };
    for (const { jobs } of this.#owing.values()) for (const { lane } of jobs.values()) count[lane] += 1;
    return count;
  }

  /** Resolves when nothing is owed, except at places given up. */
  idle(): Promise<void> {
    return this.#queued.zero();
  }

  /** Begins nothing more; resolves when what is in flight has been written down. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#inFlight.zero();
  }

  async #all(before: (stream: string) => Promise<void>): Promise<void> {
    this.#queued.begin();
    try {
      for (const kind of this.#kinds.values())
        await each(kind.awake(), 8, async (id) => {
          if (this.#stopping.signal.aborted) return;
          await before(`${kind.kind}/${id}`).catch((error: unknown) =>
            this.#options.onFault(`deliveries of ${kind.kind}/${id}`, error),
          );
          await this.#changed(kind, id);
        });
    } finally {
      this.#queued.end();
    }
  }

  /** `erased`: what is shown must be compared again though nothing happened, also of a record that rests. */
  #changed(kind: Watched, id: string, erased = false): Promise<void> {
    const stream = `${kind.kind}/${id}`;
    const fresh: Owing = {
      stream,
      id,
      kind,
      stale: true,
      front: false,
      erased: false,
      looking: undefined,
      placed: undefined,
      jobs: new Map(),
    };
    const owing = this.#owing.get(stream) ?? fresh;
    this.#owing.set(stream, owing);
    owing.erased ||= erased;
    return this.#look(owing);
  }

  /** Resolves when the record has been looked at since this was called. Changes meanwhile cost one look together. */
  #look(owing: Owing): Promise<void> {
    owing.stale = true;
    owing.looking ??= this.#looking(owing);
    return owing.looking;
  }

  async #looking(owing: Owing): Promise<void> {
    this.#queued.begin();
    this.#inFlight.begin();
    for (let tries = 1; owing.stale && !this.#stopping.signal.aborted; tries += 1) {
      owing.stale = false;
      try {
        await this.#compare(owing);
      } catch (error) {
        owing.placed = undefined;
        this.#options.onFault(`what ${owing.stream} wants`, error);
        // A broken projection is mended by people, a full disk perhaps by itself.
        if (error instanceof StoreFault && !isDamaged(error)) {
          owing.stale = true;
          await this.#options.wait(backoff(tries, this.#options.random), this.#stopping.signal).catch(() => undefined);
        }
      }
    }
    if (owing.jobs.size === 0) this.#owing.delete(owing.stream);
    owing.looking = undefined;
    this.#inFlight.end();
    this.#queued.end();
  }

  /** Queues what is owed, or writes down that nothing is. */
  async #compare(owing: Owing): Promise<void> {
    const { length, open, wanted } = await owing.kind.look(owing.id);
    const delivery = await this.#ledger.read(owing.stream);
    if (!open && !owing.erased && isDone(delivery, length) && owing.jobs.size === 0)
      return owing.kind.rest(owing.id, length);
    owing.erased = false;
    const placed = place(length, wanted(), (to) =>
      this.#options.resolve(to).filter(({ address }) => this.#courier.serves(address)),
    );
    for (const [slot, error] of placed.failed) this.#options.onFault(`the card ${slot} of ${owing.stream}`, error);
    owing.placed = placed;
    const tasks = owed(placed, delivery).filter(({ address }) => this.#courier.serves(address));
    for (const task of tasks) this.#courier.queue(owing, task);
    if (tasks.length === 0 && owing.jobs.size === 0) await this.#settle(owing, placed, open);
  }

  async #settle({ stream, kind, id }: Owing, placed: Placed, open: boolean): Promise<void> {
    const delivery = await this.#ledger.read(stream);
    const outdated = Object.entries(delivery.givenUp).some(
      ([slot, at]) => !isNotice(slot) && at.length !== placed.length,
    );
    if (delivery.settled >= placed.length && !outdated) return;
    const left = waiting(placed, delivery);
    await this.#ledger.write(stream, [{ type: 'settled', upTo: placed.length, waiting: left }]);
    if (!open && isDone(await this.#ledger.read(stream), placed.length)) kind.rest(id, placed.length);
  }
}

/** Everything that the record wanted at this length was delivered, and no place was given up. */
const isDone = ({ settled, givenUp }: Delivery, length: number): boolean =>
  settled === length && Object.keys(givenUp).length === 0;
