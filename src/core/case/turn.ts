/** Whose turn it is on a case: what this person is expected to do about it, from its summary alone. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { rolesFor } from './may.ts';
import type { CaseSummary } from './summary.ts';

export const TURNS = ['decide', 'confirm', 'publish', 'effect'] as const;
/** Decide on a reply, confirm a plan, publish what was approved, look at the effect. */
export type Turn = (typeof TURNS)[number];

/** Undefined when the case does not wait for this person. */
export function turnOf(
  { me, roles }: { readonly me: PersonId; readonly roles: readonly Role[] },
  one: CaseSummary,
  rules: Rules,
  at: Instant,
): Turn | undefined {
  const may = (need: readonly Role[]) => need.some((role) => roles.includes(role));
  if (one.status === 'review' && !one.partIn.includes(me) && may(rolesFor(one, 'approve', rules))) return 'decide';
  const planNeeded = rules.planNeeded.includes(one.severity);
  if (one.planToConfirm && planNeeded && may(rolesFor(one, 'confirmPlan', rules))) return 'confirm';
  if (one.owner !== me) return undefined;
  if (one.status === 'approved') return 'publish';
  if (one.status === 'published' && one.effectDue !== undefined && one.effectDue <= at) return 'effect';
  return undefined;
}
