/** "Remind me later": one person's wish about one case, with a reason that stands in the timeline (K7). */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import { HOUR, plus } from '../time.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { requireStep } from './may.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { type CaseState, severityOf } from './state.ts';

/** Puts off what was called so far, for this person; the next step of the chain comes as ever. */
export function snooze(
  state: CaseState,
  { until, reason }: Extract<CaseCommand, { type: 'snooze' }>,
  deal: Deal,
): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'claim', deal);
  requireReason(reason, 'reason', 3);
  const field = 'until';
  if (until <= deal.at) throw new Refused({ code: 'case_snooze_past', field, until });
  const hours = deal.rules.reminders.snoozeHours[severityOf(open)];
  if (until > plus(deal.at, hours * HOUR)) throw new Refused({ code: 'case_snooze_long', field, until, hours });
  return [{ type: 'snoozed', until, private: { reason } }];
}
