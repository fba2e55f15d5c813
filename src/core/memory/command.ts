/** What may be asked of somebody's memory. Facts about the bank and the person come with the command. */
import type { Instant, PersonId } from '../event.ts';
import type { Question } from '../quiz/question.ts';
import type { Reach } from '../signer/reach.ts';
import type { Entry } from './schedule.ts';

type At = { readonly number: number; readonly question: Question };
/** A question of a quiz that was answered. */
export type Learnt = Entry & { readonly right: boolean; readonly at: Instant };

export type MemoryCommand =
  | { readonly type: 'learn'; readonly person: PersonId; readonly learnt: readonly Learnt[] }
  /** The clock's: sends what is due, when this person may be disturbed. */
  | { readonly type: 'ask'; readonly to: Reach }
  | ({ readonly type: 'answer'; readonly given: readonly string[] } & At)
  | ({ readonly type: 'take'; readonly step: string; readonly option: string } & At)
  | { readonly type: 'snooze'; readonly number: number }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** The bank as it is now: what changed begins anew, what is gone is not asked any more, the rest stays as it is. */
  | { readonly type: 'renew'; readonly bank: ReadonlyMap<string, Entry> };
