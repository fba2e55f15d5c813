/** Everybody in memory: by id, by account, by e-mail, by role, and by whatever somebody types to mean a person. */
import type { PersonId } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Account, Person, Team } from '#src/core/team.ts';

/** What the index keeps of a record: the person, or whose record it became. */
export type Indexed = Person | { readonly id: PersonId; readonly into: PersonId };

/** Somebody as they may be typed: name, its words, account ids with and without their platform, e-mail. */
type Plain = {
  readonly name: string;
  readonly words: readonly string[];
  readonly accounts: readonly string[];
  readonly email: string | undefined;
};

const keyOf = ({ platform, id }: Account): string => `${platform}/${id}`;
/** Full-width and half-width, upper and lower case are the same to somebody who looks for a person. */
const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** Somebody mentioned, as Slack writes it down: `<@U123>`, sometimes with a name. */
const MENTIONS = /<@([^<>|]+)(?:\|([^<>]*))?>/g;

export class PersonIndex implements Team {
  readonly #known = new Map<PersonId, Indexed>();
  readonly #accounts = new Map<string, PersonId>();
  /** Records that became this person's. */
  readonly #former = new Map<PersonId, Set<PersonId>>();
  /** What a typed text is held against, made when it is first needed. */
  readonly #plain = new Map<PersonId, Plain>();
  #holding = new Map<Role, readonly PersonId[]>();

  set(id: PersonId, indexed: Indexed | undefined): void {
    this.#holding = new Map();
    this.#plain.delete(id);
    if (!indexed) this.#known.delete(id);
    else {
      this.#known.set(id, indexed);
      if ('into' in indexed) this.#former.set(indexed.into, (this.#former.get(indexed.into) ?? new Set()).add(id));
      else for (const account of indexed.accounts) this.#accounts.set(keyOf(account), id);
    }
  }

  /** Follows records that became somebody else's, so that old ids still lead to the person. */
  person(id: PersonId): Person | undefined {
    const indexed = this.#known.get(id);
    if (!indexed) return undefined;
    if ('into' in indexed) return this.person(indexed.into);
    const { manager } = indexed;
    const same = manager === undefined ? undefined : this.person(manager)?.id;
    return same === undefined || same === manager ? indexed : { ...indexed, manager: same };
  }

  /** Every id under which somebody may stand in a record: their own, and those of records that became theirs. */
  ids(id: PersonId): readonly PersonId[] {
    return [id, ...[...(this.#former.get(id) ?? [])].flatMap((former) => this.ids(former))];
  }

  /** Those who are on the desk: not somebody whom a form named once, perhaps in confidence, and who never wrote. */
  *all(): Iterable<Person> {
    for (const [id, indexed] of this.#known) {
      const person = 'into' in indexed ? undefined : this.person(id);
      if (person && !isOnlyNamed(person)) yield person;
    }
  }

  holding(role: Role): readonly PersonId[] {
    const known = this.#holding.get(role);
    if (known) return known;
    const people = [...this.all()].filter((person) => person.active && person.roles.includes(role));
    const ids = people.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
    this.#holding.set(role, ids);
    return ids;
  }

  ofAccount(platform: string, account: string): Person | undefined {
    const id = this.#accounts.get(keyOf({ platform, id: account }));
    return id === undefined ? undefined : this.person(id);
  }

  ofEmail(email: string): Person | undefined {
    const wanted = plain(email);
    return this.#first((person) => person.email === wanted);
  }

  /** The managers above somebody, nearest first; stops where a line would go in a circle. */
  above(id: PersonId): readonly PersonId[] {
    const line: PersonId[] = [];
    let next = this.person(id)?.manager;
    while (next !== undefined && !line.includes(next) && next !== id) {
      line.push(next);
      next = this.person(next)?.manager;
    }
    return line;
  }

  /**
   * Whoever a typed text means: a mention as Slack or Teams write it, an account id, an e-mail address, a whole name,
   * else the beginning of a word of a name. Several when it is not clear, the best kind of match only.
   */
  find(typed: string): readonly Person[] {
    const mention = /^<@([^|>]+)(?:\|[^>]*)?>$/.exec(typed.trim())?.[1];
    const text = plain(mention ?? typed.replace(/^<at>(.*)<\/at>$/s, '$1')).replace(/^@/, '');
    if (text === '') return [];
    const everybody = [...this.all()];
    const by = (test: (plain: Plain) => boolean) => everybody.filter((person) => test(this.#plainOf(person)));
    const tries = [
      () => by(({ accounts }) => accounts.includes(text)),
      () => by(({ email }) => email === text),
      () => by(({ name }) => name === text),
      () => by(({ name, words }) => name.startsWith(text) || words.some((word) => word.startsWith(text))),
    ];
    for (const attempt of tries) {
      const found = attempt();
      if (found.length > 0) return found;
    }
    return [];
  }

  /** A text with `@Wei` where somebody was mentioned, as it read to whoever wrote it. */
  spelt(platform: string, text: string): string {
    return text.replace(MENTIONS, (_, account: string, label: string | undefined) => {
      const name = this.ofAccount(platform, account)?.name || label || account;
      return `@${name.replace(/^@/, '')}`;
    });
  }

  #plainOf({ id, name, accounts, email }: Person): Plain {
    const known = this.#plain.get(id);
    if (known) return known;
    const folded = plain(name);
    const made = {
      name: folded,
      words: folded.split(/[\s·.,，-]+/),
      accounts: accounts.flatMap((account) => [plain(account.id), plain(keyOf(account))]),
      email,
    };
    this.#plain.set(id, made);
    return made;
  }

  #first(test: (person: Person) => boolean): Person | undefined {
    for (const person of this.all()) if (test(person)) return person;
    return undefined;
  }
}

/** Nothing is known of them but an account. */
const isOnlyNamed = ({ name, accounts, roles, team, manager, absentUntil }: Person): boolean =>
  accounts.some(({ id }) => id === name) && !(roles.length > 0 || team || manager || absentUntil);
