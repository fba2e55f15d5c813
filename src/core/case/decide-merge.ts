/** Two cases about one thing become one: always the older, so that merges crossing each other cannot make a ring. */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import type { CaseCommand } from './command.ts';
import { raised } from './decide-intake.ts';
import type { CaseEvent } from './event.ts';
import { requireSettled } from './gates.ts';
import { mayKnow, requireStep } from './may.ts';
import { requireStatus } from './now.ts';
import { keptOf } from './screenshots.ts';
import type { CaseState } from './state.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The younger case ends here; a follower tells the older to absorb what it had. */
export function merge(state: CaseState, { into, self }: Of<'merge'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working');
  requireStep(open, 'merge', deal);
  if (into.id === self) throw new Refused({ code: 'case_merge_self' });
  if (!mayKnow(into, deal.by, deal.roles, deal.rules)) throw new Refused({ code: 'case_unknown', what: into.number });
  // Whoever this case is about must not read it in the other one.
  const alike = into.confidential === open.confidential && open.concerns.every((who) => into.concerns.includes(who));
  if (!alike) throw new Refused({ code: 'case_merge_kind' });
  if (!into.open) throw new Refused({ code: 'case_ended', number: into.number });
  const older = into.openedAt < open.openedAt || (into.openedAt === open.openedAt && into.id < self);
  if (!older) throw new Refused({ code: 'case_merge_older', number: into.number });
  requireSettled(open);
  return [{ type: 'merged', into: { id: into.id, number: into.number } }];
}

/** Takes over what the younger case had, whatever the status here: once `merged` was recorded, nothing may be lost. */
export function absorb(state: CaseState, command: Of<'absorb'>, { rules }: Deal): readonly CaseEvent[] {
  if (state.status === 'none') return [];
  const { from, mentions, reporters, screenshots, severity } = command;
  // The younger case may come again, with what it absorbed itself after it was merged.
  const known = new Set([...state.mentions, ...state.screenshots].map(({ id }) => id));
  const again = state.absorbed.some(({ id }) => id === from.id);
  if (again && [...mentions, ...screenshots].every(({ id }) => known.has(id))) return [];
  const shots = screenshots.length > 0 && { screenshots };
  return [{ type: 'absorbed', from, private: { mentions, reporters, ...shots } }, ...raised(state, severity, rules)];
}

/** The older case has what this one had when the follower looked; what came here since it must be told first. */
export function handed(state: CaseState, { upTo }: Of<'handed'>): readonly CaseEvent[] {
  if (state.status !== 'merged' || state.handed) return [];
  if ([...state.mentions, ...keptOf(state)].some(({ event }) => event > upTo)) return [];
  return [{ type: 'handed' }];
}
