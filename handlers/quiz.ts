/** `quiz`: one question at a time, with the reason at once; it goes on where somebody left off, on any device (K19). */
import { openAttempt, QUIZZES, type QuizId } from '#src/core/quiz/state.ts';
import { Refused } from '#src/core/refused.ts';
import { type Context, type Handler, replace, show } from '#src/handler.ts';
import type { Args, Card } from '#src/view/card.ts';
import { wordsFor } from '#src/words/words.ts';
import { answer, begin, currentCard, introOf, mark } from './quiz/answering.ts';
import { attemptIn, quizIn } from './quiz/attempt.ts';
import { ANSWER, LOOK, lookCard, MARK, MENU, NEXT, OPEN, PAST, START } from './quiz/cards.ts';
import { menuCard, pastCard } from './quiz/menu.ts';
import { pause, resume } from './quiz/recalling.ts';

const PAST_WORDS = ['past', 'answers', '记录', '答案'];
const PAUSE_WORDS = ['pause', '暂停'];
const RESUME_WORDS = ['resume', '恢复', '继续'];
const JOINING_WORDS = ['joining', 'start', '入职', '新人'];

export const quiz = {
  commands: {
    quiz: {
      usage: (t) => t.quiz.usage,
      group: 'daily',
      also: ['测验', '考试', '答题'],
      run: async (ctx, text) => show(await run(ctx, text)),
    },
  },
  actions: {
    [START]: async (ctx, args) => replace(await begin(ctx, args)),
    [ANSWER]: async (ctx, args) => replace(await answer(ctx, args)),
    [MARK]: async (ctx, args) => replace(await mark(ctx, args)),
    [NEXT]: async (ctx, args) => replace(await currentCard(ctx, quizIn(args))),
    [MENU]: async (ctx) => replace(await menuCard(ctx)),
    [OPEN]: async (ctx, args) => show(await opened(ctx, quizIn(args))),
    [PAST]: async (ctx) => show(await pastCard(ctx)),
    [LOOK]: async (ctx, args) => show(await look(ctx, args)),
  },
} satisfies Handler;

async function run(ctx: Context, typed: string): Promise<Card> {
  const word = typed.trim().toLowerCase();
  if (PAST_WORDS.includes(word)) return pastCard(ctx);
  if (PAUSE_WORDS.includes(word)) return pause(ctx);
  if (RESUME_WORDS.includes(word)) return resume(ctx);
  if (word !== '') return opened(ctx, quizNamed(typed.trim()));
  const unfinished = await underWay(ctx);
  if (unfinished !== undefined) return currentCard(ctx, unfinished);
  return (await isDue(ctx)) ? opened(ctx, 'joining') : menuCard(ctx);
}

/** By its id or its name in either language, or the beginning of one. */
function quizNamed(typed: string): QuizId {
  const word = typed.toLowerCase();
  if (JOINING_WORDS.includes(word)) return 'joining';
  const names = (id: QuizId) =>
    (['en', 'zh'] as const)
      .map((locale) => wordsFor(locale).quiz)
      .map((t) => (id === 'joining' ? t.joining : t.topics[id]));
  const found = QUIZZES.find((id) => [id, ...names(id)].some((name) => name.toLowerCase().startsWith(word)));
  if (found === undefined) throw new Refused({ code: 'quiz_unknown', value: typed.slice(0, 60) });
  return found;
}

/** Whether somebody is new and has still to pass the quiz. */
async function isDue({ desk, me }: Context): Promise<boolean> {
  const { paths } = desk.training.newcomers;
  const { state } = await paths.read(me);
  return state.status === 'open' && state.passed === undefined;
}

/** The attempt that was begun last and is not finished. */
async function underWay({ desk, me }: Context): Promise<QuizId | undefined> {
  const open = await Promise.all(
    QUIZZES.map(async (id) => ({ id, begun: openAttempt(await desk.training.quizzes.of(me, id))?.begun })),
  );
  return open.filter(({ begun }) => begun !== undefined).sort((a, b) => ((a.begun ?? '') < (b.begun ?? '') ? 1 : -1))[0]
    ?.id;
}

/** An attempt under way goes on; else what the quiz asks, so that nobody uses up an attempt by looking. */
async function opened(ctx: Context, id: QuizId): Promise<Card> {
  const state = await ctx.desk.training.quizzes.of(ctx.me, id);
  const paused = state.attempts.at(-1)?.result?.again;
  return openAttempt(state) || (paused !== undefined && paused > ctx.at)
    ? currentCard(ctx, id)
    : introOf(ctx, id, state);
}

async function look(ctx: Context, args: Args): Promise<Card> {
  const id = quizIn(args);
  const attempt = attemptIn(await ctx.desk.training.quizzes.of(ctx.me, id), args);
  if (!attempt?.result) return currentCard(ctx, id);
  return lookCard(
    ctx,
    id,
    attempt,
    await Promise.all(attempt.sittings.map((sitting) => ctx.desk.training.question(sitting))),
  );
}
