/**
 * Whoever a confidential case is about sees nothing of it, under whichever account. A case names people as they were
 * known when it was told of: before two records become one human, what is about the one is about the other, since
 * either may stand in the case as its owner. Later on, what the cases name is compared with who is who, so that nothing
 * that came in between is left as it was.
 */
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Cases } from './cases.ts';
import { isDamaged } from './damaged.ts';
import { each } from './each.ts';
import { Held } from './held.ts';
import type { OnFault } from './on-fault.ts';
import type { People } from './people.ts';
import { Tally } from './tally.ts';

type Options = {
  readonly people: People;
  readonly cases: Cases;
  readonly now: () => Instant;
  readonly onFault: OnFault;
};

export class Concerned {
  readonly #options: Options;
  readonly #held = new Held();
  readonly #tally = new Tally();

  constructor(options: Options) {
    this.#options = options;
    const { people, cases } = options;
    people.onMerging((one, other) => this.#all((id) => this.#before(id, one, other)));
    people.records.onChange(({ state }) => state.status === 'merged' && void this.#compare());
    cases.records.onChange(() => {
      for (const id of this.#held.take()) void this.#tell(id);
    });
  }

  /** Makes good what a crash left undone; to be awaited before anybody is answered. */
  start(): Promise<void> {
    return this.#compare();
  }

  /** Resolves when nothing is being compared. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  #compare(): Promise<void> {
    return this.#all((id) => this.#tell(id));
  }

  async #all(task: (id: string) => Promise<void>): Promise<void> {
    this.#tally.begin();
    try {
      await each([...this.#options.cases.concerning], 8, task);
    } finally {
      this.#tally.end();
    }
  }

  /** Fails when it cannot be written down; what cannot even be read is shown to nobody. */
  async #before(id: string, one: PersonId, other: PersonId): Promise<void> {
    try {
      const { people } = this.#options;
      await this.#name(id, [...people.ids(one), ...people.ids(other)]);
    } catch (error) {
      if (!isDamaged(error)) throw error;
    }
  }

  async #tell(id: string): Promise<void> {
    this.#tally.begin();
    try {
      await this.#name(id);
    } catch (error) {
      this.#held.failed(id, error);
      this.#options.onFault(`whom case/${id} is about`, error);
    } finally {
      this.#tally.end();
    }
  }

  /** Says of a case that it is about every record of those named; `one` are the records that are about to be one human. */
  async #name(id: string, one: readonly PersonId[] = []): Promise<void> {
    const { people, cases, now } = this.#options;
    const named = cases.summary(id)?.concerns ?? [];
    const known = named.flatMap((person) => people.ids(people.team().person(person)?.id ?? person));
    const all = new Set(one.some((person) => known.includes(person)) ? [...known, ...one] : known);
    const concerns = [...all].filter((person) => !named.includes(person));
    if (concerns.length === 0) return;
    const who = { by: DESK, roles: [], at: now(), cause: `concerned/${concerns.join('+')}` };
    await cases.act(id, { type: 'confide', number: '', concerns, reason: '' }, who);
  }
}
