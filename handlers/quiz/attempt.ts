/** Where somebody is in a quiz, found anew with every click: nothing of it travels in a card. */
import type { Question } from '#src/core/quiz/question.ts';
import type { Sitting, Taken } from '#src/core/quiz/sitting.ts';
import { type Attempt, openAttempt, QUIZZES, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import { Refused } from '#src/core/refused.ts';
import type { Context } from '#src/handler.ts';
import type { Args } from '#src/view/card.ts';
import { oneOf } from '#src/view/options.ts';

/** A question of an attempt, and how far its story went. */
export type Where = {
  readonly quiz: QuizId;
  readonly attempt: Attempt;
  readonly index: number;
  readonly sitting: Sitting;
  readonly question: Question;
  readonly taken: readonly Taken[];
};

export function quizIn({ quiz }: Args): QuizId {
  const known = oneOf(QUIZZES, quiz);
  if (known === undefined) throw new Refused({ code: 'quiz_unknown', value: quiz ?? '' });
  return known;
}

const numberIn = (text: string | undefined): number =>
  text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : -1;

/** The question at which an open attempt stands. */
export async function standing(ctx: Context, quiz: QuizId, attempt: Attempt): Promise<Where | undefined> {
  const index = attempt.answers.length;
  const sitting = attempt.sittings[index];
  if (!sitting || attempt.result) return undefined;
  const question = await ctx.desk.training.question(sitting);
  return { quiz, attempt, index, sitting, question, taken: attempt.taken };
}

/** The question that a button belongs to, as it was when the card showed it; undefined for what never was. */
export async function meant(ctx: Context, { attempts }: QuizState, args: Args): Promise<Where | undefined> {
  const attempt = attempts.find(({ n }) => n === numberIn(args['n']));
  const index = numberIn(args['at']);
  const sitting = attempt?.sittings[index];
  if (!attempt || !sitting) return undefined;
  const whole = attempt.answers[index]?.taken ?? attempt.taken;
  const taken = whole.slice(0, Math.max(0, numberIn(args['turn'])));
  return { quiz: quizIn(args), attempt, index, sitting, question: await ctx.desk.training.question(sitting), taken };
}

/** Whether a card shows the question at which the attempt still stands. */
export const isNow = (state: QuizState, where: Where, args: Args): boolean => {
  const open = openAttempt(state);
  return (
    open?.n === where.attempt.n &&
    open.answers.length === where.index &&
    open.taken.length === Math.max(0, numberIn(args['turn']))
  );
};

/** The number of an attempt in a button's arguments. */
export const attemptIn = ({ attempts }: QuizState, args: Args): Attempt | undefined =>
  attempts.find(({ n }) => n === numberIn(args['n']));
