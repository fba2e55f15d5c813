/** Who may take a step on a case. What somebody may not know of is refused as if it did not exist. */
import type { Deal } from '../decider.ts';
import { CLOCK, DESK, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Role } from '../role.ts';
import type { Rules, Step } from '../rules.ts';
import type { CaseFacts } from './state.ts';

/** True for those who work on confidential cases, except whoever the case is about. */
export function mayKnow(
  state: Pick<CaseFacts, 'confidential' | 'concerns'>,
  by: PersonId,
  roles: readonly Role[],
  rules: Rules,
): boolean {
  if (by === CLOCK || by === DESK) return true;
  if (state.concerns.includes(by)) return false;
  return !state.confidential || rules.confidentialRoles.some((role) => roles.includes(role));
}

/** Whether somebody on record is whoever acts, be it under another account. */
export const isActing = (person: PersonId, { by, identity }: Pick<Deal, 'by' | 'identity'>): boolean =>
  person === by || identity?.compare(person, by) === 'one';

/** Refuses whoever may not know of the case, then whoever lacks the role for the step. */
export function requireStep(state: CaseFacts, step: Step, deal: Deal): void {
  if (!mayKnow(state, deal.by, deal.roles, deal.rules)) throw new Refused({ code: 'case_unknown', what: '' });
  const need = rolesFor(state, step, deal.rules);
  if (!need.some((role) => deal.roles.includes(role))) throw new Refused({ code: 'case_needs_role', step, need });
}

/** The roles of which any one suffices for a step. */
export const rolesFor = (state: Pick<CaseFacts, 'confidential'>, step: Step, rules: Rules): readonly Role[] =>
  state.confidential ? rules.confidentialRoles : rules.steps[step];
