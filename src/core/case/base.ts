/** A case without the facts of its present status, so that a new status cannot carry over what it should not. */
import type { CaseFacts, ExistingCase } from './state.ts';

/** The facts of a case without what belongs to its present status alone. */
export function base(state: ExistingCase): CaseFacts {
  const { number, confidential, concerns, openedAt, mentions, reporters, triage, corrections } = state;
  const { timed, dueFrom, due, missed, reminded, snoozes } = state;
  const { answered, facts, plan, drafts, publications, effectDue, effects, notes, screenshots, absorbed } = state;
  return {
    ...{ number, confidential, concerns, openedAt, mentions, reporters, triage, corrections },
    ...{ timed, dueFrom, due, missed, reminded, snoozes },
    ...{ facts, drafts, publications, effects, notes, screenshots, absorbed },
    ...(answered && { answered }),
    ...(plan && { plan }),
    ...(effectDue && { effectDue }),
  };
}
