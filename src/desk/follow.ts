/**
 * Changes of two records, one after the other: what an event of the first demands of the second is a fact of the first
 * until it is told that it was done, so that a crash between leaves it to be found and completed at the next start.
 */
import { DESK, type DomainEvent, type Instant } from '#src/core/event.ts';
import { Refused } from '#src/core/refused.ts';
import { each } from './each.ts';
import { Held } from './held.ts';
import type { OnFault } from './on-fault.ts';
import { ReadModel } from './read-model.ts';
import type { Records } from './records.ts';
import { Tally } from './tally.ts';
import { turns } from './turns.ts';
import type { Whole } from './wanted.ts';

/** What one event of a record demands of another record. */
export type Errand<C, D> = {
  /** The event that demands it: its id makes the cause, so that the other record does it once. */
  readonly event: { readonly id: string };
  /** The id of the other record. */
  readonly to: string;
  readonly command: D;
  /** Told to the first record when the other has done it. */
  readonly done: C;
  /** Told to it when the other refuses; without one the errand stays, and is tried again at its next change and start. */
  readonly refused?: C;
};

export class Follow<S, C, E extends DomainEvent, T, D, F extends DomainEvent> {
  readonly #options: FollowOptions<S, C, E, T, D, F>;
  readonly #model: ReadModel<S, E, true>;
  readonly #turns = turns();
  readonly #tally = new Tally();
  readonly #held = new Held();

  /** Runs errands from now on, soon after the event that demands them, or once the store takes something again. */
  constructor(options: FollowOptions<S, C, E, T, D, F>) {
    this.#options = options;
    this.#model = new ReadModel(options.from, (whole) => (options.errands(whole).length > 0 ? true : undefined));
    options.from.onChange(({ id }) => {
      if (this.#model.get(id)) void this.#run(id);
      this.#again();
    });
    options.to.onChange(() => this.#again());
  }

  /** Finds and completes what a crash left unfinished. */
  async start(): Promise<void> {
    await this.#model.start();
    await each([...this.#model.all()], 8, ([id]) => this.#run(id));
    await this.idle();
  }

  /** Resolves when nothing is being run. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  #again(): void {
    for (const id of this.#held.take()) void this.#run(id);
  }

  async #run(id: string): Promise<void> {
    this.#tally.begin();
    try {
      await this.#turns.run(id, () => this.#errands(id));
    } catch (error) {
      this.#held.failed(id, error);
      this.#options.onFault(`what ${this.#options.from.kind}/${id} demands of others`, error);
    } finally {
      this.#tally.end();
    }
  }

  async #errands(id: string): Promise<void> {
    const { from, to, errands, now } = this.#options;
    for (const { event, to: other, command, done, refused } of errands(await from.read(id))) {
      const who = (step: string) => ({ by: DESK, roles: [], at: now(), cause: `${step}/${event.id}` });
      try {
        await to.act(other, command, who('follow'));
      } catch (error) {
        if (!(error instanceof Refused) || refused === undefined) throw error;
        await from.act(id, refused, who('followed'));
        continue;
      }
      await from.act(id, done, who('followed'));
    }
  }
}

export type FollowOptions<S, C, E extends DomainEvent, T, D, F extends DomainEvent> = {
  readonly from: Records<S, C, E>;
  readonly to: Records<T, D, F>;
  /** Pure: what the record demands and has not been told of that it is done. */
  readonly errands: (whole: Whole<S, E>) => readonly Errand<C, D>[];
  readonly now: () => Instant;
  readonly onFault: OnFault;
};
