/** Who is who, as rules and cards need it: a plain view over the person records. */
import type { Instant, PersonId } from './event.ts';
import type { Role } from './role.ts';
import type { Locale } from './rules.ts';

/** One account of a person on a platform. */
export type Account = { readonly platform: string; readonly id: string };

export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly accounts: readonly Account[];
  readonly locale?: Locale;
  /** IANA zone. */
  readonly timeZone?: string;
  /** Vouched for by a platform; links a person's accounts across platforms. */
  readonly email?: string;
  readonly roles: readonly Role[];
  readonly manager?: PersonId;
  readonly team?: string;
  /** Away until this instant: not asked, not reminded. */
  readonly absentUntil?: Instant;
  /** When the desk met them; unknown of somebody made up. */
  readonly since?: Instant;
  /** False once the platform says that the account is deactivated. */
  readonly active: boolean;
};

/**
 * Whether somebody is one person on every platform: by an e-mail that a platform vouches for, or by the id under which
 * their company's directory knows them, which is the account on Teams.
 */
export const isProven = ({ email, accounts }: Person): boolean =>
  email !== undefined || accounts.some(({ platform }) => platform === 'teams');

/**
 * Whether two people who are on record apart may yet be one human. Two accounts on one platform are two people; somebody
 * with a verified e-mail on each platform would have been linked by it. Anything else nobody vouches for.
 */
export const mayBeOne = (a: Person, b: Person): boolean =>
  !a.accounts.some(({ platform }) => b.accounts.some((other) => other.platform === platform)) &&
  (a.email === undefined || b.email === undefined);

export type Team = {
  person(id: PersonId): Person | undefined;
  /** Active people holding the role, in order of name. */
  holding(role: Role): readonly PersonId[];
  all(): Iterable<Person>;
};
