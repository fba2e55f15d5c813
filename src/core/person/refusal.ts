/** What the rules of a person record refuse. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';

/** What is wrong in a line of a team list; `line` counts from 1, as an editor shows it. */
export type ListMistake = { readonly line: number } & (
  | { readonly why: 'unreadable' }
  | { readonly why: 'no_rows' }
  | { readonly why: 'unknown_column'; readonly column: string; readonly known: readonly string[] }
  | { readonly why: 'nobody_named' }
  | { readonly why: 'twice'; readonly first: number }
  | { readonly why: 'two_people'; readonly account: string; readonly email: string }
  | { readonly why: 'email_bad'; readonly value: string }
  | { readonly why: 'account_bad'; readonly value: string }
  | { readonly why: 'role_unknown'; readonly value: string }
  | { readonly why: 'manager_unknown'; readonly value: string }
  | { readonly why: 'manager_ambiguous'; readonly value: string }
  | { readonly why: 'manager_self' }
  | { readonly why: 'manager_circle'; readonly value: string }
  | { readonly why: 'team_long'; readonly max: number }
  | { readonly why: 'name_long'; readonly max: number }
);

export type PersonRefusal =
  | { readonly code: 'person_unknown'; readonly who: string }
  /** Several people answer to what was typed. */
  | { readonly code: 'person_ambiguous'; readonly who: string; readonly candidates: readonly PersonId[] }
  | { readonly code: 'person_needs_role'; readonly need: readonly Role[] }
  /** Access was switched off; an administrator can switch it on again. */
  | { readonly code: 'person_inactive'; readonly who: PersonId }
  /** Without this person nobody could administer the desk any more. */
  | { readonly code: 'person_last_admin'; readonly who: PersonId }
  | { readonly code: 'person_own_manager'; readonly who: PersonId }
  /** Following the line upwards would come back to where it began. */
  | { readonly code: 'person_manager_circle'; readonly who: PersonId; readonly manager: PersonId }
  /** Only the person, their manager or an administrator says when somebody is away. */
  | { readonly code: 'person_not_your_absence'; readonly who: PersonId; readonly manager: PersonId | undefined }
  | { readonly code: 'person_absence_past'; readonly until: Instant }
  | { readonly code: 'person_absence_too_long'; readonly until: Instant; readonly days: number }
  /** A language is everyone's own choice. */
  | { readonly code: 'person_not_your_language'; readonly who: PersonId }
  /** Everything wrong with a team list, all at once; nothing of it was taken over. */
  | { readonly code: 'person_list_mistakes'; readonly field: string; readonly mistakes: readonly ListMistake[] }
  | { readonly code: 'person_role_unknown'; readonly value: string }
  | { readonly code: 'person_date_unclear'; readonly value: string };
