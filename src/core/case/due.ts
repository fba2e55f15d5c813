/** The deadlines of a case: a pure function of the record, so that a restart cannot lose one (K7, K13). */
import type { Deal } from '../decider.ts';
import type { Instant } from '../event.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { lateness } from './reminded.ts';
import { type CaseFacts, type CaseState, isOpen } from './state.ts';

type Falling = {
  readonly key: string;
  readonly at: Instant;
  readonly command: Extract<CaseCommand, { type: 'fallDue' }>;
};

/** A key holds its instant, so that a new due time is a new deadline. */
export const keyOf = (what: 'answer' | 'effect', at: Instant): string => `${what}/${at}`;

/** True once the time that stands now for the first answer has come; one that was moved since does not count. */
export const isOverdue = ({ answered, missed, due: at }: CaseFacts): boolean =>
  !answered && missed.includes(keyOf('answer', at));

/** What is still to fall due. */
export function due(state: CaseState): readonly Falling[] {
  if (!isOpen(state)) return [];
  const falling: Falling[] = [];
  const add = (what: 'answer' | 'effect', at: Instant) => {
    const key = keyOf(what, at);
    if (!state.missed.includes(key)) falling.push({ key, at, command: { type: 'fallDue', what, key } });
  };
  if (!state.answered) add('answer', state.due);
  if (state.effectDue) add('effect', state.effectDue);
  return falling;
}

/** Records a deadline that came, once, and only if it still stands. */
export function fallDue(
  state: CaseState,
  { key, what }: Extract<CaseCommand, { type: 'fallDue' }>,
  { at }: Pick<Deal, 'at'>,
): readonly CaseEvent[] {
  const deadline = due(state).find((one) => one.key === key);
  if (!deadline || !isOpen(state)) return [];
  return [{ type: 'fellDue', what, key, ...lateness(deadline.at, state, at) }];
}
