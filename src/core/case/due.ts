/** The deadlines of a case: a pure function of the record, so that a restart cannot lose one (K7, K13). */
import type { Instant } from '../event.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { type CaseState, isOpen } from './state.ts';

type Falling = {
  readonly key: string;
  readonly at: Instant;
  readonly command: Extract<CaseCommand, { type: 'fallDue' }>;
};

/** What is still to fall due. A key holds its instant, so that a new due time is a new deadline. */
export function due(state: CaseState): readonly Falling[] {
  if (!isOpen(state)) return [];
  const falling: Falling[] = [];
  const add = (what: 'answer' | 'effect', at: Instant) => {
    const key = `${what}/${at}`;
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
): readonly CaseEvent[] {
  return due(state).some((deadline) => deadline.key === key) ? [{ type: 'fellDue', what, key }] : [];
}
