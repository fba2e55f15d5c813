/** What there is to practise, and what somebody did before: their own eyes only. */
import { openAttempt, passedAt, QUIZZES, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import type { Context } from '#src/handler.ts';
import { act, type Button, buttons, type Card, heading, list, note, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import type { Text } from '#src/view/span.ts';
import { LOOK, nameOf, OPEN, PAST } from './cards.ts';

type Own = { readonly quiz: QuizId; readonly state: QuizState };

/** Every quiz that has questions, with how this person stands. */
async function own({ desk, me }: Context): Promise<readonly Own[]> {
  const all = QUIZZES.filter((quiz) => Object.values(desk.training.quizzes.counts(quiz)).some((count) => count > 0));
  return Promise.all(all.map(async (quiz) => ({ quiz, state: await desk.training.quizzes.of(me, quiz) })));
}

export async function menuCard(ctx: Context): Promise<Card> {
  const { reader } = ctx;
  const { menu, title } = reader.t.quiz;
  const all = await own(ctx);
  if (all.length === 0) return cardFor(reader, menu.none, [heading(title), note(menu.none)]);
  const done = all.some(({ state }) => state.attempts.some(({ result }) => result));
  return cardFor(reader, title, [
    heading(title),
    text(menu.intro),
    list(
      all.map(
        ({ quiz, state }): Text => [{ b: nameOf(quiz, reader) }, reader.t.common.colon, ...standingOf(state, ctx)],
      ),
    ),
    buttons(...all.map(({ quiz }) => act(nameOf(quiz, reader), OPEN, { quiz }))),
    ...(done ? [buttons(act(menu.past, PAST, {}))] : []),
  ]);
}

function standingOf(state: QuizState, { reader }: Context) {
  const { menu } = reader.t.quiz;
  const passed = passedAt(state);
  if (openAttempt(state)) return [menu.under];
  if (passed !== undefined) return [menu.passed, { at: passed, show: 'date' } as const];
  return [state.attempts.length > 0 ? menu.failed : menu.never];
}

/** Finished attempts, the newest first, each with a way to look at it. */
export async function pastCard(ctx: Context): Promise<Card> {
  const { reader } = ctx;
  const { past } = reader.t.quiz;
  const finished = (await own(ctx))
    .flatMap(({ quiz, state }) =>
      state.attempts.flatMap((attempt) => (attempt.result ? { quiz, ...attempt, ...attempt.result } : [])),
    )
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, 10);
  if (finished.length === 0) return cardFor(reader, past.none, [heading(past.title), note(past.none)]);
  return cardFor(reader, past.title, [
    heading(past.title),
    note(past.only),
    list(
      finished.map(
        ({ quiz, right, of, at }): Text => [past.line(nameOf(quiz, reader), right, of), { at, show: 'both' }],
      ),
    ),
    buttons(
      ...finished
        .slice(0, 5)
        .map(
          ({ quiz, n }, index): Button => act(`${index + 1}. ${nameOf(quiz, reader)}`, LOOK, { quiz, n: String(n) }),
        ),
    ),
  ]);
}
