/** What waits for a person, and why: decisions, publications, effects, plans to confirm. */
import { rolesFor } from '#src/core/case/may.ts';
import type { CaseSummary } from '#src/core/case/summary.ts';
import type { Role } from '#src/core/role.ts';
import type { Context } from '#src/handler.ts';

/** A sentence for each case that this person is expected to do something about; undefined when it is not their turn. */
export function waitsFor({ me, roles, at, desk, reader }: Context, one: CaseSummary): string | undefined {
  const words = reader.t.caseList;
  const may = (need: readonly Role[]) => need.some((role) => roles.includes(role));
  if (one.status === 'review' && !one.partIn.includes(me) && may(rolesFor(one, 'approve', desk.rules)))
    return words.decide;
  const planNeeded = desk.rules.planNeeded.includes(one.severity);
  if (one.planToConfirm && planNeeded && may(rolesFor(one, 'confirmPlan', desk.rules))) return words.confirm;
  if (one.owner !== me) return undefined;
  if (one.status === 'approved') return words.publish;
  if (one.status === 'published' && one.effectDue !== undefined && one.effectDue <= at) return words.effect;
  return undefined;
}
