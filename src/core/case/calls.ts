/** Which calls of the clock about a case stand now, and whom they are for. What was answered, claimed or decided is silent. */
import type { Called, Rules } from '../rules.ts';
import { keyOf } from './due.ts';
import { unclaimed, undecided } from './remind.ts';
import type { Reminded } from './reminded.ts';
import { type CaseState, isOpen, type OpenCase, severityOf } from './state.ts';

export type Call = Reminded & { readonly to: readonly Called[] };

/** In the order in which they came. */
export function standingCalls(state: CaseState, rules: Rules): readonly Call[] {
  if (!isOpen(state)) return [];
  return state.reminded
    .filter((reminded) => stands(reminded, state, rules))
    .map((reminded) => ({ ...reminded, to: calledBy(reminded, state, rules) }));
}

function stands({ what, key }: Reminded, state: OpenCase, rules: Rules): boolean {
  switch (what) {
    case 'answer':
      return !state.answered && key.endsWith(`/${state.due}`);
    case 'effect':
      return state.effectDue !== undefined && key === keyOf('effect', state.effectDue);
    case 'unclaimed':
      return key === unclaimed(state, rules)?.key;
    case 'decision':
      return key === undecided(state, rules)?.key;
  }
}

/** Whoever was called at an earlier step stays called. */
function calledBy({ what, percent = 100 }: Reminded, state: OpenCase, { reminders }: Rules): readonly Called[] {
  if (what === 'unclaimed') return ['duty'];
  if (what !== 'answer') return ['owner'];
  const steps = reminders.escalation[severityOf(state)].filter(({ at }) => at <= percent);
  return [...new Set<Called>(['owner', ...steps.flatMap(({ to }) => to)])];
}

/** Milliseconds of its time that a case had left when somebody was last reminded, all of them before; none once it is due. */
export function timeLeft({ dueFrom, due, reminded }: OpenCase): number {
  const over = reminded.filter(({ key }) => key.endsWith(`/${due}`)).map(({ percent = 0 }) => percent);
  return ((Date.parse(due) - Date.parse(dueFrom)) * (100 - Math.min(100, Math.max(0, ...over)))) / 100;
}
