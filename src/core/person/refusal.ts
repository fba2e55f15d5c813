/** What the rules of a person record refuse. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type PersonRefusal =
  | { readonly code: 'person_unknown'; readonly who: string }
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
  | { readonly code: 'person_not_your_language'; readonly who: PersonId };
