/** How well somebody remembers one answer, and when it is to be asked again. The reckoning itself is handed in. */
import type { Instant } from '../event.ts';
import type { Topic } from '../quiz/question.ts';
import type { Orders } from '../quiz/sitting.ts';

/** What is known of one memory; `stability` and `difficulty` are those of FSRS. */
export type Memory = {
  readonly due: Instant;
  /** Days after which nine of ten would still know it. */
  readonly stability: number;
  readonly difficulty: number;
  readonly reviews: number;
  readonly lapses: number;
  readonly last: Instant;
};

/** Pure: the memory after an answer; undefined before is a question answered for the first time. */
export type Scheduler = {
  readonly after: (before: Memory | undefined, right: boolean, at: Instant) => Memory;
  /** From 0 to 1: how sure it is that they still know it. */
  readonly recall: (memory: Pick<Memory, 'stability' | 'last'>, at: Instant) => number;
};

/** A question as it stands in the bank: what of it, when changed, makes it a new one. */
export type Entry = {
  readonly question: string;
  readonly version: string;
  readonly topic: Topic;
  readonly clause: string;
  /** Digest of the clause's text. */
  readonly clauseVersion: string;
  /** Ids of the answers, by step, as they are written down. */
  readonly parts: Orders;
};

export type Card = Entry & { readonly memory: Memory };
