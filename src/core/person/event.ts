/** What can happen to a person's record. Name and e-mail stand in `private`, so that they can be erased. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Locale } from '../rules.ts';
import type { Account } from '../team.ts';

/** What a platform says of somebody, without name and e-mail. */
type ProfileData = { readonly locale?: Locale; readonly timeZone?: string };
type ProfilePrivate = { readonly name: string; readonly email?: string };

export type PersonEvent =
  /** No account yet for somebody who was named by e-mail before they ever wrote. */
  | ({
      readonly type: 'met';
      readonly id: PersonId;
      readonly account?: Account;
      readonly private: ProfilePrivate;
    } & ProfileData)
  | ({ readonly type: 'refreshed'; readonly private: ProfilePrivate } & ProfileData)
  | { readonly type: 'linked'; readonly account: Account }
  /** Another record turned out to be the same human; this one only points there from now on. */
  | { readonly type: 'merged'; readonly into: PersonId }
  | { readonly type: 'rolesSet'; readonly roles: readonly Role[] }
  | { readonly type: 'managerSet'; readonly manager: PersonId | null }
  | { readonly type: 'teamSet'; readonly team: string }
  | { readonly type: 'wentAway'; readonly until: Instant }
  | { readonly type: 'cameBack' }
  | { readonly type: 'deactivated' }
  | { readonly type: 'activated' }
  /** Their own choice, which goes before the platform's; null takes it back. */
  | { readonly type: 'languageSet'; readonly locale: Locale | null };
