/** Whose an account or an e-mail address is: claims, so that two first interactions at one instant meet one person. */
import { sha256 } from '#src/core/chain.ts';
import { DESK, type PersonId } from '#src/core/event.ts';
import type { Account } from '#src/core/team.ts';
import type { Claims } from './claims.ts';
import type { Who } from './records.ts';

type When = Pick<Who, 'at' | 'cause'>;

export class Addresses {
  readonly #claims: Claims;
  readonly #accountsOf: (id: PersonId) => readonly Account[];

  constructor(claims: Claims, accountsOf: (id: PersonId) => readonly Account[]) {
    this.#claims = claims;
    this.#accountsOf = accountsOf;
  }

  /** Whose an account is: this person's, unless somebody had it first. */
  takeAccount(account: Account, id: PersonId, when: When): Promise<PersonId> {
    return this.#claim(accountKey(account), id, when);
  }

  /** Whose an address is, if that may be the human behind these accounts. */
  async holder(email: string, accounts: readonly Account[]): Promise<PersonId | undefined> {
    const owner = await this.#claims.owner(emailKey(email));
    return owner === undefined || this.#isAnother(owner, accounts) ? undefined : owner;
  }

  /**
   * The person with this address: the one who had it, where that may be the same human, else from now on this one:
   * whoever is given the address of somebody who left, or who has another by now, must not become that person.
   */
  async take(email: string, id: PersonId, accounts: readonly Account[], when: When): Promise<PersonId> {
    const owner = await this.#claim(emailKey(email), id, when);
    if (owner === id || !this.#isAnother(owner, accounts)) return owner;
    await this.release(email, owner, when);
    return this.#claim(emailKey(email), id, when);
  }

  /** Lets the address go to whoever has it next; nothing happens when it is not this person's. */
  release(email: string, id: PersonId, { at, cause }: When): Promise<void> {
    return this.#claims.release(emailKey(email), id, { by: DESK, at, cause: `${cause}/release` });
  }

  /** Whether somebody has another account where one of these is: a platform gives an address to one account at a time. */
  #isAnother(id: PersonId, accounts: readonly Account[]): boolean {
    return this.#accountsOf(id).some((one) =>
      accounts.some(({ platform, id: mine }) => one.platform === platform && one.id !== mine),
    );
  }

  async #claim(key: string, owner: PersonId, when: When): Promise<PersonId> {
    return (await this.#claims.claim(key, owner, { ...when, by: DESK })).owner;
  }
}

const accountKey = ({ platform, id }: Account): string => `account/${platform}/${id}`;
/** Hashed, because the names of streams outlive an erasure. */
const emailKey = (email: string): string => `email/${sha256(email)}`;
