/** What the rules of a policy's record refuse. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type PolicyRefusal =
  | { readonly code: 'policy_unknown'; readonly what: string }
  /** Whether a change is material is for the policy's owner to say. */
  | { readonly code: 'policy_not_owner'; readonly need: readonly Role[] }
  /** Somebody has said so already. */
  | { readonly code: 'policy_ruled'; readonly by: PersonId; readonly at: Instant; readonly material: boolean }
  /** The text has changed once more since the card was shown, or is back to what it was. */
  | { readonly code: 'policy_changed_again' };
