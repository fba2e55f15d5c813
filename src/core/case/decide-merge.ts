/** Two cases about one thing become one: always the older, so that merges crossing each other cannot make a ring. */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { requireStep } from './may.ts';
import { requireStatus } from './now.ts';
import type { CaseState } from './state.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The younger case ends here; a follower tells the older to absorb what it had. */
export function merge(state: CaseState, { into, self }: Of<'merge'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working');
  requireStep(open, 'merge', deal);
  if (into.id === self) throw new Refused({ code: 'case_merge_self' });
  if (into.confidential !== open.confidential) throw new Refused({ code: 'case_merge_kind' });
  if (!into.open) throw new Refused({ code: 'case_ended', number: into.number });
  const older = into.openedAt < open.openedAt || (into.openedAt === open.openedAt && into.id < self);
  if (!older) throw new Refused({ code: 'case_merge_older', number: into.number });
  return [{ type: 'merged', into: { id: into.id, number: into.number } }];
}

/** Takes over what the younger case had, whatever the status here: once `merged` was recorded, nothing may be lost. */
export function absorb(state: CaseState, { from, mentions, reporters }: Of<'absorb'>): readonly CaseEvent[] {
  if (state.status === 'none' || state.absorbed.some((known) => known.id === from.id)) return [];
  return [{ type: 'absorbed', from, private: { mentions, reporters } }];
}

export const handed = (state: CaseState): readonly CaseEvent[] =>
  state.status === 'merged' && !state.handed ? [{ type: 'handed' }] : [];
