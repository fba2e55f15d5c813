/**
 * Keeps each person's record of what is running out as the cases, the team and the roster say it should be. It compares
 * and writes the difference, so that a crash at any moment leaves nothing but another comparison to be made.
 */
import { standingCalls } from '#src/core/case/calls.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import type { CaseState } from '#src/core/case/state.ts';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import { type Around, itemsOf } from '#src/core/nudges/items-of.ts';
import type { Nudges, NudgesCommand, NudgesEvent } from '#src/core/nudges/nudges.ts';
import type { CaseRecords } from './cases.ts';
import { each } from './each.ts';
import { Held } from './held.ts';
import { keepShort } from './keep-short.ts';
import type { OnFault } from './on-fault.ts';
import { ReadModel } from './read-model.ts';
import type { Records } from './records.ts';
import { turns } from './turns.ts';

export type NudgesRecords = Records<Nudges, NudgesCommand, NudgesEvent>;

type Options = {
  readonly cases: CaseRecords;
  readonly nudges: NudgesRecords;
  /** The team, the roster and the rules as they are. */
  readonly around: () => Around;
  readonly now: () => Instant;
  readonly onFault: OnFault;
};

export class Nudging {
  readonly #options: Options;
  /** Cases about which somebody is called now. */
  readonly #calling: ReadModel<CaseState, CaseEvent, true>;
  /** The cases in each person's record. */
  readonly #lists: ReadModel<Nudges, NudgesEvent, readonly string[]>;
  readonly #having = new Map<string, Set<PersonId>>();
  readonly #listed = new Map<PersonId, ReadonlySet<string>>();
  readonly #held = new Held();
  /** Team or roster has changed since a round began. */
  #changed = false;
  #rounds: Promise<void> | undefined;
  readonly #turns = turns();
  readonly #comparing = new Set<Promise<void>>();

  constructor(options: Options) {
    this.#options = options;
    const { cases, nudges, around } = options;
    this.#calling = new ReadModel(cases, ({ state }) =>
      standingCalls(state, around().rules).length > 0 ? true : undefined,
    );
    this.#lists = new ReadModel(nudges, ({ state }): readonly string[] => Object.keys(state.items));
    this.#lists.onChange((person, listed = []) => this.#noteLists(person, listed));
    cases.onChange(({ id }) => {
      if (this.#calling.get(id) || this.#having.has(id)) void this.#compare(id);
      this.#again();
    });
    nudges.onChange(() => this.#again());
  }

  /** Learns who is called about what, and makes good what a crash left undone. */
  async start(): Promise<void> {
    await this.#calling.start();
    await this.#lists.start();
    await this.compareAll();
  }

  /** Compares every case about which anybody is called: the team or the roster has changed. Many changes are one round. */
  async compareAll(): Promise<void> {
    this.#changed = true;
    this.#rounds ??= this.#round();
    await this.#rounds;
  }

  async #round(): Promise<void> {
    while (this.#changed) {
      this.#changed = false;
      await this.#compareEach();
    }
    // At once, so that whoever comes now begins another.
    this.#rounds = undefined;
  }

  async #compareEach(): Promise<void> {
    const calling = [...this.#calling.all()].map(([id]) => id);
    await each([...new Set([...calling, ...this.#having.keys()])], 8, (id) => this.#compare(id));
  }

  /** Resolves when what has changed by now has been compared, whatever changes meanwhile. */
  async caughtUp(): Promise<void> {
    await this.#rounds;
    await Promise.all(this.#comparing);
  }

  /** Resolves when nothing is being compared. */
  async idle(): Promise<void> {
    do await this.caughtUp();
    while (this.#comparing.size > 0);
  }

  /** Looks at what this person has or had, not at what everybody has. */
  #noteLists(person: PersonId, listed: readonly string[]): void {
    const now = new Set(listed);
    for (const id of this.#listed.get(person) ?? []) {
      const people = this.#having.get(id);
      if (!now.has(id)) people?.delete(person);
      if (people?.size === 0) this.#having.delete(id);
    }
    for (const id of now) this.#having.set(id, (this.#having.get(id) ?? new Set()).add(person));
    this.#listed.set(person, now);
  }

  #again(): void {
    for (const id of this.#held.take()) void this.#compare(id);
  }

  async #compare(id: string): Promise<void> {
    const comparing = this.#turns
      .run(id, () => this.#write(id))
      .catch((error: unknown) => {
        this.#held.failed(id, error);
        this.#options.onFault(`who is to be called about case/${id}`, error);
      });
    this.#comparing.add(comparing);
    await comparing;
    this.#comparing.delete(comparing);
  }

  async #write(id: string): Promise<void> {
    const { cases, around } = this.#options;
    const { state, length } = await cases.read(id);
    const wanted = itemsOf(id, state, around());
    const cause = `case/${id}/${length - 1}`;
    for (const person of this.#having.get(id) ?? [])
      if (!wanted.has(person)) await this.#act(person, { type: 'drop', case: id }, cause);
    for (const [person, item] of wanted) await this.#act(person, { type: 'put', item }, cause);
  }

  async #act(person: PersonId, command: NudgesCommand, cause: string): Promise<void> {
    const { nudges, now, onFault } = this.#options;
    const at = now();
    const after = await nudges.act(person, command, { by: DESK, roles: [], at, cause });
    await keepShort(nudges, after, (state) => ({ type: 'snapshot', state }) as const, { at, onFault });
  }
}
