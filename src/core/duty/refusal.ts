/** What the rules of the duty roster refuse. */
import type { PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type DutyRefusal =
  | { readonly code: 'duty_needs_role'; readonly need: readonly Role[] }
  | { readonly code: 'duty_week_over'; readonly field: string; readonly week: string }
  /** Whoever was to swap is not on duty that week any more. */
  | { readonly code: 'duty_not_theirs'; readonly who: PersonId; readonly week: string }
  /** Whoever would come into a week is on duty in it already. */
  | { readonly code: 'duty_already'; readonly who: PersonId; readonly week: string }
  /** Only whoever may claim cases can be on duty. */
  | {
      readonly code: 'duty_cannot_work';
      readonly field: string;
      readonly who: PersonId;
      readonly need: readonly Role[];
    };

export const isDutyRefusal = (refusal: { readonly code: string }): refusal is DutyRefusal =>
  refusal.code.startsWith('duty_');
