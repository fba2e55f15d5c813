/** Everybody's signatures in memory: by person, and by campaign. Somebody with two records is one person. */
import type { PersonId } from '#src/core/event.ts';
import type { SignerCommand, SignerEvent } from '#src/core/signer/signer.ts';
import { isOpen, type OpenTask, type SignerState, type Task } from '#src/core/signer/state.ts';
import { type SignerSummary, summarise } from '#src/core/signer/summary.ts';
import type { People } from '../people.ts';
import { ReadModel } from '../read-model.ts';
import type { Records } from '../records.ts';

export type SignerRecords = Records<SignerState, SignerCommand, SignerEvent>;
/** A task, the record in which it stands, and whose it is today. */
export type Held = { readonly record: string; readonly person: PersonId; readonly task: Task };

export class Signers {
  readonly records: SignerRecords;
  readonly #people: People;
  readonly #model: ReadModel<SignerState, SignerEvent, SignerSummary>;
  /** Records by the campaigns that they have tasks of. */
  readonly #byCampaign = new Map<string, Set<string>>();
  /** Records of people who turned out to be somebody else, by who they are. */
  readonly #others = new Map<PersonId, Set<string>>();

  constructor(records: SignerRecords, people: People) {
    this.records = records;
    this.#people = people;
    this.#model = new ReadModel(records, ({ state }) => summarise(state));
    this.#model.onChange((id, summary) => {
      for (const { campaign } of summary?.tasks ?? []) {
        const known = this.#byCampaign.get(campaign);
        if (known) known.add(id);
        else this.#byCampaign.set(campaign, new Set([id]));
      }
      if (summary) this.#meet(id);
    });
    people.records.onChange(({ id, state }) => {
      if (state.status === 'merged' && this.#model.get(id)) this.#meet(id);
    });
  }

  start(): Promise<void> {
    return this.#model.start();
  }

  /** Everything that somebody was ever asked for, in both of their records if they had two. */
  of(person: PersonId): readonly Held[] {
    const records = [person, ...(this.#others.get(person) ?? [])];
    return records.flatMap((record) => this.#in(record).map((task) => ({ record, person, task })));
  }

  /** What somebody has still to sign. */
  openOf(person: PersonId): readonly OpenTask[] {
    return this.#in(person).filter(isOpen);
  }

  /** Whether somebody was asked in a campaign already. A task in a former record counts when it was signed there. */
  asked(person: PersonId, campaign: string): boolean {
    return this.of(person).some(
      ({ record, task }) => task.campaign === campaign && (record === person || task.status === 'signed'),
    );
  }

  /** Whether somebody has signed in a campaign, in whichever of their records. */
  hasSigned(person: PersonId, campaign: string): boolean {
    return this.of(person).some(({ task }) => task.campaign === campaign && task.status === 'signed');
  }

  /** The newest version of a policy that somebody signed. */
  signed(person: PersonId, policy: string): number | undefined {
    const numbers = this.of(person).flatMap(({ task }) =>
      task.status === 'signed' ? task.signature.versions.filter((one) => one.policy === policy) : [],
    );
    return numbers.length === 0 ? undefined : Math.max(...numbers.map(({ number }) => number));
  }

  /** Everybody active who signed any version of a policy. */
  whoSigned(policy: string): readonly PersonId[] {
    const found = new Set<PersonId>();
    for (const [record, { tasks }] of this.#model.all()) {
      const person = this.#people.team().person(record);
      const signed = tasks.some((task) => task.status === 'signed' && task.policies.includes(policy));
      if (signed && person?.active) found.add(person.id);
    }
    return [...found];
  }

  /** Everybody who was asked in a campaign, one line a person: a signature goes before what else they have. */
  in(campaign: string): readonly Held[] {
    const found = new Map<PersonId, Held>();
    for (const record of this.#byCampaign.get(campaign) ?? []) {
      const person = this.#whose(record);
      for (const task of this.#in(record)) {
        if (task.campaign !== campaign) continue;
        const before = found.get(person);
        const better = task.status === 'signed' || (record === person && before?.task.status !== 'signed');
        if (!before || better) found.set(person, { record, person, task });
      }
    }
    return [...found.values()];
  }

  /** Every open task there is. */
  *open(): Iterable<Held & { readonly task: OpenTask }> {
    for (const [record, { tasks }] of this.#model.all())
      for (const task of tasks) if (isOpen(task)) yield { record, person: this.#whose(record), task };
  }

  #in(record: string): readonly Task[] {
    return this.#model.get(record)?.tasks ?? [];
  }

  #whose(record: string): PersonId {
    return this.#people.team().person(record)?.id ?? record;
  }

  #meet(record: string): void {
    const person = this.#whose(record);
    if (person === record) return;
    const others = this.#others.get(person) ?? new Set();
    this.#others.set(person, others.add(record));
  }
}
