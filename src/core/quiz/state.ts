/** One person's record of one quiz: every attempt, whole, so that limits hold in however many windows it is open. */
import type { Instant } from '../event.ts';
import { TOPICS, type Topic } from './question.ts';
import type { Sitting, Taken } from './sitting.ts';

/** The quiz of new colleagues, over all topics; and one for each topic, for whoever wants to practise. */
export const QUIZZES = ['joining', ...TOPICS] as const;
export type QuizId = 'joining' | Topic;

export type Answer = {
  readonly given: readonly string[];
  readonly right: boolean;
  /** The way through a story. */
  readonly taken: readonly Taken[];
};

export type Result = {
  readonly at: Instant;
  readonly passed: boolean;
  readonly right: number;
  readonly of: number;
  /** Clauses whose questions were answered wrongly. */
  readonly weak: readonly string[];
  /** After a failure: the earliest next attempt. */
  readonly again?: Instant;
};

/** What follows from a finished attempt elsewhere: cards to remember by, and a step on the way of a new colleague. */
export const FOLLOWS = ['memory', 'path'] as const;
export type Follow = (typeof FOLLOWS)[number];

export type Attempt = {
  /** Counted from 1. */
  readonly n: number;
  readonly begun: Instant;
  /** Per cent, as it was when this attempt began. */
  readonly passMark: number;
  readonly sittings: readonly Sitting[];
  /** In the order of the sittings, as far as they are answered. */
  readonly answers: readonly Answer[];
  /** What was chosen so far in the story that is being played. */
  readonly taken: readonly Taken[];
  readonly result?: Result;
  /** What has followed already. */
  readonly noted: readonly Follow[];
};

export type QuizState = {
  readonly attempts: readonly Attempt[];
  /** Attempts that a manager gave beyond the usual ones, since it was last passed. */
  readonly extra: number;
};

export const quizUnbegun: QuizState = { attempts: [], extra: 0 };

/** The attempt that somebody is in the middle of. */
export function openAttempt({ attempts }: QuizState): Attempt | undefined {
  const last = attempts.at(-1);
  return last && !last.result ? last : undefined;
}

/** How often it was failed in a row. */
export function failures({ attempts }: QuizState): number {
  const over = attempts.flatMap(({ result }) => result ?? []);
  return over.length - 1 - over.findLastIndex(({ passed }) => passed);
}

/** When it was last passed. */
export const passedAt = ({ attempts }: QuizState): Instant | undefined =>
  attempts.findLast(({ result }) => result?.passed)?.result?.at;
