/** One line of what is running out for a person: facts only, no text that anybody typed. */
import type { Category, Severity } from '../case/vocabulary.ts';
import type { Instant, PersonId } from '../event.ts';

/** People are called about it at any hour. */
export const isGrave = (severity: Severity): boolean => severity === 'high' || severity === 'critical';

/** What a case waits for, as its reader must see to it. */
export type Waits = 'claim' | 'answer' | 'decide' | 'deciding' | 'publish' | 'effect';

export type Item = {
  readonly case: string;
  readonly number: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly confidential: boolean;
  readonly waits: Waits;
  /** Who has the case, where that is not the reader. */
  readonly owner?: PersonId;
  /** The time for the first answer, while it runs. */
  readonly clock?: { readonly due: Instant; readonly overdue: boolean; readonly minutesLeft: number };
  /** Names what the person is called for: another call is a new message. */
  readonly call: string;
  /** From when on they may be called. */
  readonly from: Instant;
  /** When the call should have been, where the desk was not running then. */
  readonly late?: Instant;
  /** They asked to hear of it then, and to see nothing of it before. */
  readonly snoozed?: true;
};
