/** What the clock called out about a case, and how late it was. */
import type { Instant } from '../event.ts';
import { later, MINUTE, plus } from '../time.ts';
import type { CaseEvent } from './event.ts';
import type { CaseFacts } from './state.ts';

export type Reminded = {
  /** Names the deadline and its instant, so that each is called once. */
  readonly key: string;
  readonly what: 'answer' | 'effect' | 'unclaimed' | 'decision';
  readonly at: Instant;
  /** How much of the time for the first answer was over. */
  readonly percent?: number;
  /** When it should have been, where the desk was not running then. */
  readonly late?: Instant;
};

type Calling = Extract<CaseEvent, { type: 'fellDue' | 'reminded' }>;

export function remindedBy(event: Calling, at: Instant): Reminded {
  const { key, what, late } = event;
  const percent = event.type === 'reminded' ? event.percent : what === 'answer' ? 100 : undefined;
  return { key, what, at, ...(percent !== undefined && { percent }), ...(late !== undefined && { late }) };
}

/** The clock ticks every minute, and a busy one somewhat later. What comes later than this came while nobody ran. */
const ON_TIME = 5 * MINUTE;

/**
 * Marks what was owed at an instant and is done much later. What was owed before its time was set (a case became more
 * serious) was owed from then on.
 */
export function lateness(owed: Instant, { timed }: Pick<CaseFacts, 'timed'>, at: Instant): { readonly late?: Instant } {
  const since = later(owed, timed);
  return plus(since, ON_TIME) < at ? { late: since } : {};
}
