/**
 * Whoever a confidential case is about sees nothing of it, under whichever account. A case names people as they were
 * known when it was told of: when two records turn out to be one human, it is about that one, too. What the cases name is
 * compared with who is who, so that a crash in between leaves nothing but another comparison to be made.
 */
import { DESK, type Instant } from '#src/core/event.ts';
import type { Cases } from './cases.ts';
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
    options.people.onMerged(() => this.#compare());
    options.cases.records.onChange(() => {
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

  async #compare(): Promise<void> {
    await each([...this.#options.cases.concerning()], 8, (id) => this.#tell(id));
  }

  async #tell(id: string): Promise<void> {
    const { people, cases, now, onFault } = this.#options;
    const named = cases.summary(id)?.concerns ?? [];
    const today = named.flatMap((person) => people.team().person(person)?.id ?? []);
    const concerns = today.filter((person) => !named.includes(person));
    if (concerns.length === 0) return;
    const who = { by: DESK, roles: [], at: now(), cause: `concerned/${concerns.join('+')}` };
    this.#tally.begin();
    try {
      await cases.act(id, { type: 'confide', number: '', concerns, reason: '' }, who);
    } catch (error) {
      this.#held.failed(id, error);
      onFault(`whom case/${id} is about`, error);
    } finally {
      this.#tally.end();
    }
  }
}
