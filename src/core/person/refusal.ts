/** What the rules of a person record refuse. */
import type { PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type PersonRefusal =
  | { readonly code: 'person_unknown'; readonly who: string }
  | { readonly code: 'person_needs_role'; readonly need: readonly Role[]; readonly holders: readonly PersonId[] };
