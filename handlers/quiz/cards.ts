/** The cards of a quiz: before it, a question, what an answer teaches, and the result. */
import type { Question } from '#src/core/quiz/question.ts';
import { type Attempt, failures, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import type { Context } from '#src/handler.ts';
import { act, type Block, buttons, type Card, heading, list, note, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Where } from './attempt.ts';
import { clauseTitle, consequenceBlocks, feedbackBlocks, readClause } from './feedback.ts';
import { questionBlocks } from './question-card.ts';
import type { Picked, Seat } from './seat.ts';

export const START = 'quiz.start';
export const ANSWER = 'quiz.answer';
export const MARK = 'quiz.mark';
export const NEXT = 'quiz.next';
export const MENU = 'quiz.menu';
export const OPEN = 'quiz.open';
export const PAST = 'quiz.past';
export const LOOK = 'quiz.look';

export const nameOf = (quiz: QuizId, { t }: Reader): string =>
  quiz === 'joining' ? t.quiz.joining : t.quiz.topics[quiz];

/** What a quiz asks of somebody, with the button that begins it: an attempt is never used up by a slip of the thumb. */
export function introCard({ desk, reader }: Context, quiz: QuizId, state: QuizState, count: number): Card {
  const { intro, title } = reader.t.quiz;
  const { passMark, attempts } = desk.rules.training.quiz;
  const left = attempts + state.extra - failures(state);
  const name = nameOf(quiz, reader);
  return cardFor(reader, `${title} · ${name}`, [
    heading(name),
    text(intro.what(count, passMark)),
    ...(left > 0 ? [text(intro.attempts(left))] : []),
    note(intro.stop),
    buttons(act(intro.start, START, { quiz }, { look: 'primary' }), act(reader.t.quiz.result.others, MENU, {})),
  ]);
}

/** The question at which an attempt stands. `said`: why this card came, when it is not the one that was asked for. */
export function questionCard({ reader }: Context, where: Where, picked: Picked = [], said?: string): Card {
  const { quiz, attempt, question, sitting, index, taken } = where;
  const args = { quiz, n: String(attempt.n), at: String(index), turn: String(taken.length) };
  const seat: Seat = { answer: ANSWER, mark: MARK, args };
  const progress = progressOf(where, reader);
  return cardFor(reader, `${progress}${reader.t.common.colon}${question.ask[reader.locale]}`, [
    ...(said === undefined ? [] : [status('neutral', said)]),
    note(progress),
    ...questionBlocks({ question, sitting, taken, picked, seat }, reader),
  ]);
}

const progressOf = ({ attempt, index, sitting }: Where, { t }: Reader): string =>
  t.quiz.progress(index + 1, attempt.sittings.length, t.quiz.topics[sitting.topic]);

/** What came of a choice in a story that goes on. */
export function consequenceCard(
  { reader }: Context,
  where: Where,
  question: Extract<Question, { kind: 'scenario' }>,
): Card {
  const last = where.taken.at(-1);
  const { goOn } = reader.t.quiz;
  return cardFor(reader, progressOf(where, reader), [
    note(progressOf(where, reader)),
    ...(last ? consequenceBlocks(question, last, reader) : []),
    buttons(act(goOn, NEXT, { quiz: where.quiz }, { look: 'primary' })),
  ]);
}

/** Whether an answer was right, why, and which rule says so. */
export function feedbackCard({ reader, desk }: Context, where: Where, attempt: Attempt): Card {
  const { t } = reader;
  const answer = attempt.answers[where.index];
  const { quiz, question } = where;
  if (!answer) return cardFor(reader, t.quiz.title, []);
  const rule = clauseTitle(desk.policies, question.clause, reader);
  return cardFor(reader, answer.right ? t.quiz.right : t.quiz.wrong, [
    note(progressOf(where, reader)),
    ...feedbackBlocks(question, answer, reader),
    ...(rule === undefined ? [] : [note([`${t.quiz.clause}${t.common.colon}${rule}`])]),
    buttons(
      act(attempt.result ? t.quiz.toResult : t.quiz.next, NEXT, { quiz }, { look: 'primary' }),
      readClause(desk.policies, question.clause, t.quiz.readClause),
    ),
  ]);
}

/** How an attempt ended, what to read again, and what comes next. Only for the person themselves. */
export function resultCard(ctx: Context, quiz: QuizId, state: QuizState, attempt: Attempt): Card {
  const { reader, at, desk } = ctx;
  const words = reader.t.quiz.result;
  const { result } = attempt;
  if (!result) return cardFor(reader, reader.t.quiz.title, []);
  const { passed, right, of, weak, again } = result;
  const all = right === of ? words.passedAll(of) : words.passed(right, of);
  const said = passed ? all : words.failed(right, of, attempt.passMark);
  const usedUp = !passed && failures(state) >= desk.rules.training.quiz.attempts + state.extra;
  const waits = again !== undefined && again > at;
  const titles = weak.flatMap((clause) => clauseTitle(desk.policies, clause, reader) ?? []);
  return cardFor(reader, said, [
    heading(nameOf(quiz, reader)),
    status(passed ? 'good' : 'warning', said),
    ...(titles.length === 0 ? [] : [text([{ b: words.weak }]), list(titles)]),
    ...(usedUp ? [note(words.ask)] : []),
    ...(!usedUp && waits ? [note([words.again, { at: again, show: 'both' }])] : []),
    ...(passed ? [note(words.returns)] : []),
    buttons(
      !passed && !usedUp && !waits && act(words.retry, START, { quiz }, { look: 'primary' }),
      ...weak.slice(0, 2).map((clause) => readClause(desk.policies, clause, readLabel(clause, reader))),
      act(words.answers, LOOK, { quiz, n: String(attempt.n) }),
      act(words.others, MENU, {}),
    ),
  ]);
}

const readLabel = (clause: string, { t }: Reader): string => `${t.quiz.readClause} ${clause.split('#')[1] ?? ''}`;

/** An attempt as it was, question by question, in the words of that time. */
export function lookCard({ reader }: Context, quiz: QuizId, attempt: Attempt, questions: readonly Question[]): Card {
  const { past } = reader.t.quiz;
  const name = nameOf(quiz, reader);
  const blocks = attempt.answers.flatMap((answer, index): readonly Block[] => {
    const question = questions[index];
    const topic = attempt.sittings[index]?.topic;
    if (!question || !topic) return [];
    const progress = reader.t.quiz.progress(index + 1, attempt.sittings.length, reader.t.quiz.topics[topic]);
    return [note(progress), ...feedbackBlocks(question, answer, reader)];
  });
  return cardFor(reader, past.of(name), [heading(past.of(name)), note([past.only, ' ', past.asAsked]), ...blocks]);
}
