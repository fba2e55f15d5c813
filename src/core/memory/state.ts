/** What one person remembers: a card for each question that they answered, and the one that they are asked now. */
import type { Instant, PersonId } from '../event.ts';
import type { Sitting, Taken } from '../quiz/sitting.ts';
import type { Card } from './schedule.ts';

/** A question that was sent and waits for its answer; the next comes only when it is answered or put off. */
export type Open = {
  /** Counted from 1. */
  readonly number: number;
  readonly sitting: Sitting;
  readonly taken: readonly Taken[];
};

/** The last answer, so that a click that comes again shows what it taught. */
export type Last = Open & { readonly given: readonly string[]; readonly right: boolean };

export type MemoryState = {
  /** Whose it is; known once something was learnt. */
  readonly person?: PersonId;
  /** By question. */
  readonly cards: { readonly [question: string]: Card };
  /** How many questions were sent so far. */
  readonly asked: number;
  /** When the last few were sent: as many as a week may have. */
  readonly sent: readonly Instant[];
  readonly open?: Open;
  readonly last?: Last;
  /** When the next question is due; absent while there is none, or while one waits for its answer. */
  readonly next?: Instant;
  /** No question before this: one was put off. */
  readonly snoozedUntil?: Instant;
  readonly pausedUntil?: Instant;
};

export const nothingLearnt: MemoryState = { cards: {}, asked: 0, sent: [] };
