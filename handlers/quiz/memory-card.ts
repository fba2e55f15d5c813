/** A question to keep fresh what was learnt, and what its answer teaches. */

import type { Policy } from '#src/content/policy.ts';
import type { Memory } from '#src/core/memory/schedule.ts';
import type { Last, Open } from '#src/core/memory/state.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { Rules } from '#src/core/rules.ts';
import { act, buttons, type Card, heading, note } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import { clauseTitle, consequenceBlocks, feedbackBlocks, readClause } from './feedback.ts';
import { questionBlocks } from './question-card.ts';
import type { Picked, Seat } from './seat.ts';

export const RECALL = 'memory.answer';
export const RECALL_MARK = 'memory.mark';
export const RECALL_ON = 'memory.on';
export const SNOOZE = 'memory.snooze';
export const PAUSE = 'memory.pause';
export const RESUME = 'memory.resume';

type Shown = { readonly reader: Reader; readonly rules: Pick<Rules, 'training'>; readonly policies: readonly Policy[] };

export function recallCard(open: Open, question: Question, { reader, rules }: Shown, picked: Picked = []): Card {
  const { memory, quiz } = reader.t;
  const { snoozeDays, pauseDays } = rules.training.memory;
  const { number, sitting, taken } = open;
  const args = { ask: String(number), turn: String(taken.length) };
  const seat: Seat = { answer: RECALL, mark: RECALL_MARK, args };
  return cardFor(reader, `${memory.title}${reader.t.common.colon}${question.ask[reader.locale]}`, [
    heading(memory.title),
    note(`${quiz.topics[sitting.topic]} · ${memory.intro}`),
    ...questionBlocks({ question, sitting, taken, picked, seat }, reader),
    buttons(act(memory.later(snoozeDays), SNOOZE, { ask: String(number) }), act(memory.pause(pauseDays), PAUSE, {})),
  ]);
}

/** What came of a choice in a story that goes on. */
export function turnCard(
  { number, taken }: Open,
  question: Extract<Question, { kind: 'scenario' }>,
  { reader }: Shown,
): Card {
  const last = taken.at(-1);
  return cardFor(reader, reader.t.memory.title, [
    heading(reader.t.memory.title),
    ...(last ? consequenceBlocks(question, last, reader) : []),
    buttons(act(reader.t.quiz.goOn, RECALL_ON, { ask: String(number) }, { look: 'primary' })),
  ]);
}

export function recalledCard(last: Last, question: Question, after: Memory | undefined, shown: Shown): Card {
  const { reader, policies } = shown;
  const { quiz, memory } = reader.t;
  const rule = clauseTitle(policies, question.clause, reader);
  return cardFor(reader, last.right ? quiz.right : quiz.wrong, [
    ...feedbackBlocks(question, last, reader),
    ...(rule === undefined ? [] : [note([`${quiz.clause}${reader.t.common.colon}${rule}`])]),
    ...(after ? [note([memory.comesBack, { at: after.due, show: 'date' }])] : []),
    buttons(readClause(policies, question.clause, quiz.readClause)),
  ]);
}
