/** Who looks after somebody's training: the managers over them, human resources, administrators; never the person alone. */
import type { Deal } from '../decider.ts';
import { CLOCK, DESK, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Role } from '../role.ts';

/** Roles that look after everybody's training, whoever they work for. */
export const TRAINERS: readonly Role[] = ['hr', 'admin'];

/** `above`: the managers over whom it concerns. */
export function mayLead({ by, roles }: Pick<Deal, 'by' | 'roles'>, above: readonly PersonId[]): void {
  if (by === DESK || by === CLOCK || above.includes(by) || TRAINERS.some((role) => roles.includes(role))) return;
  throw new Refused({ code: 'training_needs_manager', need: TRAINERS });
}
