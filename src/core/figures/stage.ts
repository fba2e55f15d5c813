/** What an open case waits for, and whether it is late. */
import type { CaseSummary } from '../case/summary.ts';
import type { Instant } from '../event.ts';

/** What an open case waits for: somebody to take it, their work, a decision, publication, a look at the effect, its end. */
export const STAGES = ['claim', 'work', 'decide', 'publish', 'effect', 'close'] as const;
export type Stage = (typeof STAGES)[number];

/** Undefined once it is over. A published case whose effect is not to be looked at yet waits for that day: `effect`. */
export function stageOf({ status, effectDue }: Pick<CaseSummary, 'status' | 'effectDue'>): Stage | undefined {
  switch (status) {
    case 'new':
      return 'claim';
    case 'working':
      return 'work';
    case 'review':
      return 'decide';
    case 'approved':
      return 'publish';
    case 'published':
      return effectDue === undefined ? 'close' : 'effect';
    case 'closed':
    case 'dismissed':
    case 'merged':
      return undefined;
  }
}

/** Open, its time for the first answer come, and nothing answered: true at that very instant, whatever the clock recorded. */
export const isLate = (row: Pick<CaseSummary, 'status' | 'effectDue' | 'answered' | 'due'>, at: Instant): boolean =>
  stageOf(row) !== undefined && !row.answered && row.due <= at;
