/** The record of one person's quiz; its id is `<person>/<quiz>`. */
import type { Decider } from '../decider.ts';
import type { PersonId } from '../event.ts';
import type { QuizCommand } from './command.ts';
import { decide } from './decide.ts';
import type { QuizEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { QUIZZES, type QuizId, type QuizState, quizUnbegun } from './state.ts';

export const quiz: Decider<QuizState, QuizCommand, QuizEvent> = {
  kind: 'quiz',
  version: 1,
  initial: quizUnbegun,
  decide,
  evolve,
};

export const quizRecord = (person: PersonId, id: QuizId): string => `${person}/${id}`;

/** Whose record it is, and of which quiz. */
export function ofQuizRecord(record: string): { readonly person: PersonId; readonly quiz: QuizId } | undefined {
  const slash = record.lastIndexOf('/');
  const id = QUIZZES.find((known) => known === record.slice(slash + 1));
  return id === undefined || slash < 1 ? undefined : { person: record.slice(0, slash), quiz: id };
}
