/** What people, platforms and seeds may ask of a person's record. Facts about other records come with the command. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Locale } from '../rules.ts';
import type { Account } from '../team.ts';

/** What a platform knows of somebody; the e-mail is one that the platform vouches for. */
export type KnownProfile = {
  readonly name: string;
  readonly locale?: Locale;
  readonly timeZone?: string;
  readonly email?: string;
};

export type PersonCommand =
  | { readonly type: 'meet'; readonly id: PersonId; readonly account?: Account; readonly profile: KnownProfile }
  | { readonly type: 'refresh'; readonly profile: KnownProfile }
  | { readonly type: 'link'; readonly account: Account }
  | { readonly type: 'merge'; readonly into: PersonId }
  /** `otherAdmins`: how many other active people are administrators. */
  | { readonly type: 'setRoles'; readonly roles: readonly Role[]; readonly otherAdmins: number }
  /** `above`: the managers over the new manager, nearest first. null for no manager. */
  | { readonly type: 'setManager'; readonly manager: PersonId | null; readonly above: readonly PersonId[] }
  /** '' for no team. */
  | { readonly type: 'setTeam'; readonly team: string }
  | { readonly type: 'away'; readonly until: Instant }
  | { readonly type: 'back' }
  | { readonly type: 'deactivate'; readonly otherAdmins: number }
  | { readonly type: 'activate' }
  | { readonly type: 'setLanguage'; readonly locale: Locale | null }
  /** Several changes at once: all of them or, when one is refused, none. */
  | { readonly type: 'together'; readonly commands: readonly PersonCommand[] };
