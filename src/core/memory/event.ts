/** What happened in somebody's memory. Every event stores when the next question is due, so that other rules change no past. */
import type { Instant, PersonId } from '../event.ts';
import type { Sitting, Taken } from '../quiz/sitting.ts';
import type { Card, Memory } from './schedule.ts';

/** Absent: nothing is due. */
type Next = { readonly next?: Instant };

export type MemoryEvent =
  /** Answers of a quiz became cards, or moved those that there were. */
  | ({
      readonly type: 'learnt';
      readonly person: PersonId;
      readonly private: { readonly cards: readonly Card[] };
    } & Next)
  | { readonly type: 'asked'; readonly number: number; readonly sitting: Sitting }
  | { readonly type: 'took'; readonly number: number; readonly private: Taken }
  | ({
      readonly type: 'answered';
      readonly number: number;
      readonly private: { readonly given: readonly string[]; readonly right: boolean; readonly memory: Memory };
    } & Next)
  | ({ readonly type: 'snoozed'; readonly number: number; readonly until: Instant } & Next)
  | ({ readonly type: 'paused'; readonly until: Instant } & Next)
  | ({ readonly type: 'resumed' } & Next)
  /** These questions or their clauses read otherwise now: they begin anew. */
  | ({ readonly type: 'renewed'; readonly cards: readonly Card[] } & Next)
  /** These questions are not asked any more. */
  | ({ readonly type: 'retired'; readonly questions: readonly string[] } & Next)
  /** The question that was due cannot be sent at this hour. */
  | ({ readonly type: 'postponed' } & Next);
