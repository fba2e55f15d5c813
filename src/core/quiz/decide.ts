/** The rules of a quiz: one attempt at a time, one answer to a question, a pause and a limit after failing. */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import { HOUR, plus } from '../time.ts';
import { mayLead } from '../training/may.ts';
import type { QuizCommand } from './command.ts';
import type { QuizEvent } from './event.ts';
import { fits, isRight, stepNow, turnOf, wentRight } from './sitting.ts';
import { type Attempt, failures, openAttempt, type QuizState } from './state.ts';

export function decide(state: QuizState, command: QuizCommand, deal: Deal): readonly QuizEvent[] {
  switch (command.type) {
    case 'begin':
      return openAttempt(state) || command.sittings.length === 0 ? [] : begin(state, command.sittings, deal);
    case 'answer': {
      const attempt = standsAt(state, command);
      const { question, given } = command;
      if (!attempt || question.kind === 'scenario' || !fits(question, given)) return [];
      return answered(attempt, given, isRight(question, given), deal);
    }
    case 'take': {
      const attempt = standsAt(state, command);
      return attempt ? take(attempt, command, deal) : [];
    }
    case 'note': {
      const { n, what } = command;
      return state.attempts.some((one) => one.n === n && one.result && !one.noted.includes(what))
        ? [{ type: 'noted', n, what }]
        : [];
    }
    case 'giveExtra':
      mayLead(deal, command.above);
      return mustAsk(state, deal) ? [{ type: 'extraGiven' }] : [];
  }
}

type Begun = Extract<QuizEvent, { type: 'begun' }>;

function begin(state: QuizState, sittings: Begun['sittings'], deal: Deal): readonly QuizEvent[] {
  const { passMark, attempts } = deal.rules.training.quiz;
  const again = state.attempts.at(-1)?.result?.again;
  if (mustAsk(state, deal)) throw new Refused({ code: 'quiz_attempts_used', attempts: attempts + state.extra });
  if (again !== undefined && again > deal.at) throw new Refused({ code: 'quiz_pause', until: again });
  return [{ type: 'begun', n: state.attempts.length + 1, passMark, sittings }];
}

/** Whether all attempts are used up: a manager has to give another. */
const mustAsk = (state: QuizState, { rules }: Pick<Deal, 'rules'>): boolean =>
  failures(state) >= rules.training.quiz.attempts + state.extra;

/** The open attempt, when it stands at this very question: what comes from an older card changes nothing. */
function standsAt(state: QuizState, { n, index }: { readonly n: number; readonly index: number }): Attempt | undefined {
  const attempt = openAttempt(state);
  return attempt?.n === n && attempt.answers.length === index ? attempt : undefined;
}

function take(attempt: Attempt, command: Extract<QuizCommand, { type: 'take' }>, deal: Deal): readonly QuizEvent[] {
  const { question, step, option, index } = command;
  const taken = { step, option };
  const turn = turnOf(question, taken);
  if (stepNow(question, attempt.taken)?.id !== step || !turn) return [];
  const took: QuizEvent = { type: 'took', index, private: taken };
  if (turn.next !== undefined) return [took];
  const way = [...attempt.taken, taken];
  const given = way.map((one) => one.option);
  return [took, ...answered(attempt, given, wentRight(question, way), deal)];
}

/** The answer and, when it was the last, the result. */
function answered(attempt: Attempt, given: readonly string[], right: boolean, deal: Deal): readonly QuizEvent[] {
  const { answers, sittings } = attempt;
  const event: QuizEvent = { type: 'answered', index: answers.length, private: { given, right } };
  const all = [...answers.map((answer) => answer.right), right];
  return all.length < sittings.length ? [event] : [event, finished(attempt, all, deal)];
}

function finished({ sittings, passMark }: Attempt, all: readonly boolean[], { at, rules }: Deal): QuizEvent {
  const right = all.filter(Boolean).length;
  const passed = right * 100 >= passMark * all.length;
  const weak = [...new Set(sittings.flatMap(({ clause }, index) => (all[index] ? [] : [clause])))];
  const again = passed ? {} : { again: plus(at, rules.training.quiz.pauseHours * HOUR) };
  return { type: 'finished', passed, ...again, private: { right, of: all.length, weak } };
}
