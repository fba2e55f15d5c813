/** Who is who: one person for each human, whatever platform they write from (src/core/person holds the rules). */
import { randomUUID } from 'node:crypto';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { KnownProfile, PersonCommand } from '#src/core/person/command.ts';
import type { PersonEvent } from '#src/core/person/event.ts';
import { type PersonState, personOf } from '#src/core/person/state.ts';
import { Refused } from '#src/core/refused.ts';
import { ROLES } from '#src/core/role.ts';
import type { Account, Person, Team } from '#src/core/team.ts';
import { Addresses } from './addresses.ts';
import { type Changes, commandsOf } from './changes.ts';
import type { Claims } from './claims.ts';
import { type Indexed, PersonIndex } from './person-index.ts';
import { ReadModel } from './read-model.ts';
import type { Records, Who } from './records.ts';
import { turns } from './turns.ts';

/** An interaction, as far as it says who acts. */
export type Caller = {
  readonly platform: string;
  readonly account: string;
  /** Absent when the platform would have to ask over the network. */
  readonly profile?: KnownProfile;
  readonly at: Instant;
  readonly cause: string;
};

/** Somebody named by others before they ever wrote: by account, by e-mail, or both. */
export type Named = { readonly name: string; readonly account?: Account; readonly email?: string };

type When = Pick<Who, 'at' | 'cause'>;

export class People {
  readonly records: Records<PersonState, PersonCommand, PersonEvent>;
  readonly #addresses: Addresses;
  readonly #model: ReadModel<PersonState, PersonEvent, Indexed>;
  readonly #index = new PersonIndex();
  readonly #turns = turns();
  readonly #moved = new Set<() => void>();
  readonly #merging = new Set<(id: PersonId, into: PersonId) => Promise<void>>();

  constructor(records: Records<PersonState, PersonCommand, PersonEvent>, claims: Claims) {
    this.records = records;
    this.#addresses = new Addresses(claims, (id) => this.#index.person(id)?.accounts ?? []);
    this.#model = new ReadModel(records, ({ state }) => indexed(state));
    this.#model.onChange((id, value) => {
      const before = this.#index.person(id);
      this.#index.set(id, value);
      const now = this.#index.person(id);
      // Whoever writes for the first time is owed nothing yet: nobody has to look through everything for them.
      if (before === undefined && now?.roles.length === 0) return;
      if (reachedAs(before) !== reachedAs(now)) for (const listener of this.#moved) listener();
    });
  }

  /** Reads everybody; the team is whole when it resolves. */
  start(): Promise<void> {
    return this.#model.start();
  }

  /** Told when somebody's cards may have to be elsewhere or read otherwise: roles, absence, language, accounts. */
  onRolesChanged(listener: () => void): void {
    this.#moved.add(listener);
  }

  /** Told, and awaited, before two records become one human. While it rejects they stay two, and nobody is answered. */
  onMerging(listener: (id: PersonId, into: PersonId) => Promise<void>): void {
    this.#merging.add(listener);
  }

  /** A live view: it always shows the team as it is. */
  team(): Team {
    return this.#index;
  }

  /** See `PersonIndex.ids`. */
  ids(id: PersonId): readonly PersonId[] {
    return this.#index.ids(id);
  }

  ofAccount(platform: string, account: string): Person | undefined {
    return this.#index.ofAccount(platform, account);
  }

  ofEmail(email: string): Person | undefined {
    return this.#index.ofEmail(email);
  }

  /** Everybody whom a typed text may mean; see `PersonIndex.find`. */
  find(text: string): readonly Person[] {
    return this.#index.find(text);
  }

  /** A text with names where a chat wrote accounts; see `PersonIndex.spelt`. */
  spelt(platform: string, text: string): string {
    return this.#index.spelt(platform, text);
  }

  /** The one person whom a typed text means; refuses when it is nobody or may be several. */
  one(text: string): Person {
    const [person, ...others] = this.find(text);
    if (!person) throw new Refused({ code: 'person_unknown', who: text.trim() });
    if (others.length > 0)
      throw new Refused({
        code: 'person_ambiguous',
        who: text.trim(),
        candidates: [person, ...others].map(({ id }) => id),
      });
    return person;
  }

  /** The managers above somebody, nearest first. */
  above(id: PersonId): readonly PersonId[] {
    return this.#index.above(id);
  }

  /**
   * The person behind an account, met now when they never wrote before. Two first interactions at one instant make one
   * person; accounts with the same e-mail, vouched for by their platforms, are one person.
   */
  async who({ platform, account: id, profile, at, cause }: Caller): Promise<Person> {
    const account = { platform, id };
    const known = this.#index.ofAccount(platform, id);
    if (known && profile === undefined) return known;
    const person = known ?? (await this.#meet({ name: id, ...profile, account }, { at, cause }));
    return profile ? this.#refresh(person, account, profile, { at, cause }) : person;
  }

  /** Somebody whom an administrator or a seed names; the account or e-mail that they later write from leads here. */
  enrol({ name, account, email }: Named, when: When): Promise<Person> {
    return this.#meet({ name, ...(account && { account }), ...(email && { email }) }, when);
  }

  /** All of the changes or, when a rule refuses one, none. */
  change(id: PersonId, changes: Changes, who: Who): Promise<Person> {
    // One after the other, so that two last administrators cannot both count on the other and leave.
    return this.#turns.run('change', async () => {
      const person = this.#index.person(id);
      if (!person) throw new Refused({ code: 'person_unknown', who: '' });
      return this.#act(person.id, { type: 'together', commands: commandsOf(person, changes, this.#index) }, who);
    });
  }

  async #meet({ account, email, ...profile }: KnownProfile & Named, when: When): Promise<Person> {
    const accounts = account ? [account] : [];
    const vouched = email?.toLowerCase();
    const wanted = (vouched && (await this.#addresses.holder(vouched, accounts))) || randomUUID();
    const id = account ? await this.#addresses.takeAccount(account, wanted, when) : wanted;
    const now = this.#index.person(id);
    const link: readonly PersonCommand[] = account ? [{ type: 'link', account }] : [];
    if (now && now.id !== id) return this.#act(now.id, { type: 'together', commands: link }, by('meet', when));
    const owner = vouched ? await this.#addresses.take(vouched, id, accounts, when) : id;
    // While it is another's, it is not noted as theirs: after a fault the next interaction sees that the two are one.
    const known = { ...profile, ...(vouched && owner === id && { email: vouched }) };
    const meet: PersonCommand = { type: 'meet', id, ...(account && { account }), profile: known };
    const person = await this.#act(id, { type: 'together', commands: [meet, ...link] }, by('meet', when));
    return owner === id ? person : this.#same(id, owner, when);
  }

  /** The first account speaks for the person; what another one says only fills gaps, or the two would take turns. */
  async #refresh(person: Person, account: Account, profile: KnownProfile, when: When): Promise<Person> {
    const [first] = person.accounts;
    const speaks = first?.platform === account.platform && first.id === account.id;
    const email = profile.email?.toLowerCase();
    if (email && email !== person.email) {
      const owner = await this.#addresses.take(email, person.id, [account, ...person.accounts], when);
      if (owner !== person.id && person.active) return this.#same(person.id, owner, when);
      // An address may be given to somebody else one day, who must not become this person.
      if (speaks && person.email) await this.#addresses.release(person.email, person.id, when);
    }
    const { name, ...rest } = person;
    const told = speaks ? profile : { ...profile, name, ...kept(rest) };
    return this.#act(person.id, { type: 'refresh', profile: told }, by('refresh', when));
  }

  /**
   * Two records turned out to be one human: the owner of the e-mail keeps accounts and roles of both. In turn with all
   * other changes, so that no role that is being taken away comes back, and no two records become each other's.
   */
  #same(id: PersonId, claimed: PersonId, when: When): Promise<Person> {
    return this.#turns.run('change', async () => {
      const owner = this.#index.person(claimed)?.id ?? claimed;
      const [{ state: younger }, { state: older }] = [await this.records.read(id), await this.records.read(owner)];
      if (owner === id || younger.status === 'unmet' || younger.status === 'merged') return this.#must(id);
      const { accounts, roles, name, email } = younger.facts;
      const before = older.status === 'unmet' ? [] : older.facts.roles;
      const commands: PersonCommand[] = [
        { type: 'meet', id: owner, profile: { name, ...(email && { email }) } },
        ...accounts.map((account) => ({ type: 'link', account }) as const),
        { type: 'setRoles', roles: ROLES.filter((role) => [...before, ...roles].includes(role)), otherAdmins: 1 },
      ];
      for (const listener of this.#merging) await listener(id, owner);
      await this.#act(owner, { type: 'together', commands }, by('absorb', when));
      await this.#act(id, { type: 'merge', into: owner }, by('merge', when));
      return this.#must(owner);
    });
  }

  async #act(id: PersonId, command: PersonCommand, who: Who): Promise<Person> {
    const { state } = await this.records.act(id, command, who);
    return personOf(state) ?? this.#must(id);
  }

  #must(id: PersonId): Person {
    const person = this.#index.person(id);
    if (!person) throw new Error(`No person ${id}, though they were met.`);
    return person;
  }
}

/** Each step on a record has a cause of its own, so that none is taken for a repetition of another. */
const by = (step: string, { at, cause }: When): Who => ({ by: DESK, roles: [], at, cause: `${cause}/${step}` });

const kept = ({ email, locale, timeZone }: Omit<Person, 'name'>) => ({
  ...(email && { email }),
  ...(locale && { locale }),
  ...(timeZone && { timeZone }),
});

function indexed(state: PersonState): Indexed | undefined {
  return state.status === 'merged' ? { id: state.facts.id, into: state.into } : personOf(state);
}

/** What decides which cards somebody gets, where, in which language and by which clock. */
const reachedAs = (person: Person | undefined): string =>
  JSON.stringify([
    ...[person?.roles, person?.active, person?.absentUntil],
    ...[person?.locale, person?.timeZone, person?.accounts],
  ]);
