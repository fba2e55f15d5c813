/** What happens when somebody answers: recorded once, taught at once, and an older card shows where they really are. */
import type { QuizCommand } from '#src/core/quiz/command.ts';
import { quizRecord } from '#src/core/quiz/quiz.ts';
import { ONLY, stepNow } from '#src/core/quiz/sitting.ts';
import { openAttempt, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import type { Context } from '#src/handler.ts';
import type { Args, Card } from '#src/view/card.ts';
import { acting } from '../acting.ts';
import { isNow, meant, quizIn, standing, type Where } from './attempt.ts';
import { consequenceCard, feedbackCard, introCard, questionCard, resultCard } from './cards.ts';
import { idsAt, pickedIn } from './seat.ts';

/** The question at which somebody stands, else how the quiz ended, else what it asks of them. */
export async function currentCard(ctx: Context, quiz: QuizId, said?: string): Promise<Card> {
  const state = await ctx.desk.training.quizzes.of(ctx.me, quiz);
  const open = openAttempt(state);
  const where = open && (await standing(ctx, quiz, open));
  if (where) return questionCard(ctx, where, [], said);
  const last = state.attempts.at(-1);
  return last ? resultCard(ctx, quiz, state, last) : introOf(ctx, quiz, state);
}

export function introOf(ctx: Context, quiz: QuizId, state: QuizState): Card {
  const count = Object.values(ctx.desk.training.quizzes.counts(quiz)).reduce((sum, one) => sum + one, 0);
  return introCard(ctx, quiz, state, count);
}

export async function begin(ctx: Context, args: Args): Promise<Card> {
  const quiz = quizIn(args);
  const attempt = await ctx.desk.training.quizzes.begin(ctx.me, quiz, acting(ctx));
  const where = await standing(ctx, quiz, attempt);
  return where ? questionCard(ctx, where) : currentCard(ctx, quiz);
}

/** The question with what was picked so far; nothing is recorded before it is handed in. */
export async function mark(ctx: Context, args: Args): Promise<Card> {
  const quiz = quizIn(args);
  const state = await ctx.desk.training.quizzes.of(ctx.me, quiz);
  const where = await meant(ctx, state, args);
  return where && isNow(state, where, args) ? questionCard(ctx, where, pickedIn(args)) : moved(ctx, state, quiz, args);
}

export async function answer(ctx: Context, args: Args): Promise<Card> {
  const quiz = quizIn(args);
  const { training } = ctx.desk;
  const before = await training.quizzes.of(ctx.me, quiz);
  const where = await meant(ctx, before, args);
  const command = where && commandFor(where, args);
  if (!where || !command) return moved(ctx, before, quiz, args);
  const { state, happened } = await training.quizzes.records.act(quizRecord(ctx.me, quiz), command, acting(ctx));
  const attempt = state.attempts.find(({ n }) => n === where.attempt.n);
  const mine = happened.map(({ event }) => event);
  if (attempt && mine.some((event) => event.type === 'answered')) return feedbackCard(ctx, where, attempt);
  const took = mine.find((event) => event.type === 'took');
  if (took && where.question.kind === 'scenario')
    return consequenceCard(ctx, { ...where, taken: [...where.taken, took.private] }, where.question);
  return moved(ctx, state, quiz, args);
}

function commandFor({ attempt, index, question, sitting, taken }: Where, args: Args): QuizCommand | undefined {
  const at = { n: attempt.n, index, question };
  const picked = pickedIn(args);
  if (question.kind !== 'scenario') return { type: 'answer', ...at, given: idsAt(sitting.orders[ONLY] ?? [], picked) };
  const step = stepNow(question, taken)?.id;
  const [option] = step === undefined ? [] : idsAt(sitting.orders[step] ?? [], picked);
  return step === undefined || option === undefined ? undefined : { type: 'take', ...at, step, option };
}

/** An older card, or one of another window: it becomes the question at which they are, and says so. */
function moved(ctx: Context, state: QuizState, quiz: QuizId, args: Args): Promise<Card> {
  const words = ctx.reader.t.quiz;
  const open = openAttempt(state);
  return currentCard(ctx, quiz, open && String(open.n) !== args['n'] ? words.changed : words.moved);
}
