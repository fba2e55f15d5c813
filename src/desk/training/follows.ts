/** What a finished quiz demands elsewhere: its questions become cards to remember by, and a new colleague is a step further. */
import type { PersonId } from '#src/core/event.ts';
import type { MemoryCommand } from '#src/core/memory/command.ts';
import type { PathCommand } from '#src/core/path/path.ts';
import type { QuizCommand } from '#src/core/quiz/command.ts';
import type { QuizEvent } from '#src/core/quiz/event.ts';
import { ofQuizRecord } from '#src/core/quiz/quiz.ts';
import type { Attempt, Follow, QuizState, Result } from '#src/core/quiz/state.ts';
import type { Errand } from '../follow.ts';
import type { Whole } from '../wanted.ts';
import type { Bank } from './bank.ts';

type Quiz = Whole<QuizState, QuizEvent>;
type Finished = Attempt & { readonly result: Result };

/** The attempts from which this has not followed yet, each with the event that ended it. */
function open<C>(
  { state, history, id }: Quiz,
  what: Follow,
  wanted: (attempt: Finished, person: PersonId) => C | undefined,
): readonly Errand<QuizCommand, C>[] {
  const person: PersonId | undefined = ofQuizRecord(id)?.person;
  const ends = history.filter(({ event }) => event.type === 'finished');
  const finished = state.attempts.flatMap((attempt) => (attempt.result ? { ...attempt, result: attempt.result } : []));
  return finished.flatMap((attempt, index) => {
    const event = ends[index]?.meta;
    if (!event || person === undefined || attempt.noted.includes(what)) return [];
    const command = wanted(attempt, person);
    if (!command) return [];
    return [{ event, to: person, command, done: { type: 'note', n: attempt.n, what } as const }];
  });
}

/** What was asked in other words than those of today counts as not known: it is asked anew. */
export const memoryErrands =
  (bank: Bank) =>
  (quiz: Quiz): readonly Errand<QuizCommand, MemoryCommand>[] =>
    open(quiz, 'memory', ({ sittings, answers, result }, person) => ({
      ...{ type: 'learn', person },
      learnt: sittings.flatMap(({ question, version }, index) => {
        const entry = bank.entries.get(question);
        const right = answers[index]?.right === true && entry?.version === version;
        return entry ? [{ ...entry, right, at: result.at }] : [];
      }),
    }));

export const pathErrands = (quiz: Quiz): readonly Errand<QuizCommand, PathCommand>[] =>
  ofQuizRecord(quiz.id)?.quiz === 'joining'
    ? open(quiz, 'path', ({ result }) => (result.passed ? { type: 'pass' } : undefined))
    : [];
