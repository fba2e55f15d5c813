/** What each event makes of somebody's quiz. */
import type { Meta } from '../event.ts';
import type { QuizEvent } from './event.ts';
import type { Attempt, QuizState } from './state.ts';

export function evolve(state: QuizState, event: QuizEvent, { at }: Meta): QuizState {
  switch (event.type) {
    case 'begun': {
      const { n, passMark, sittings } = event;
      return {
        ...state,
        attempts: [...state.attempts, { n, begun: at, passMark, sittings, answers: [], taken: [], noted: [] }],
      };
    }
    case 'took':
      return changed(state, (attempt) => ({ ...attempt, taken: [...attempt.taken, event.private] }));
    case 'answered':
      return changed(state, ({ answers, taken, ...attempt }) => ({
        ...attempt,
        answers: [...answers, { ...event.private, taken }],
        taken: [],
      }));
    case 'finished': {
      const { passed, again } = event;
      const result = { at, passed, ...event.private, ...(again !== undefined && { again }) };
      const after = changed(state, (attempt) => ({ ...attempt, result }));
      return passed ? { ...after, extra: 0 } : after;
    }
    case 'noted': {
      const { n, what } = event;
      const note = (attempt: Attempt) => (attempt.n === n ? { ...attempt, noted: [...attempt.noted, what] } : attempt);
      return { ...state, attempts: state.attempts.map(note) };
    }
    case 'extraGiven':
      return { ...state, extra: state.extra + 1 };
  }
}

/** The attempt that is open is always the last. */
function changed(state: QuizState, change: (attempt: Attempt) => Attempt): QuizState {
  const last = state.attempts.at(-1);
  return last ? { ...state, attempts: [...state.attempts.slice(0, -1), change(last)] } : state;
}
