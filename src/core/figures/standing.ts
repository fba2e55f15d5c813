/** How the desk stands at an instant: what is open, late, and whom it waits for. */
import type { Severity } from '../case/vocabulary.ts';
import type { Instant, PersonId } from '../event.ts';
import { type Counter, type Counts, tallyOf } from './counter.ts';
import { isLate, type Stage, stageOf } from './stage.ts';

export type Standing = {
  readonly at: Instant;
  readonly open: number;
  readonly severity: Counts<Severity>;
  /** Open, unanswered, and their time has come. */
  readonly overdue: number;
  readonly stages: Counts<Stage>;
  /** Response plans that a leader has to confirm. */
  readonly plans: number;
  /** Effect reviews whose day has come. */
  readonly reviews: number;
  /** Who holds how many open cases; those that nobody holds are in the stage `claim`. */
  readonly holders: Counts<PersonId>;
};

export function standingOf(at: Instant): Counter<Standing> {
  const [severity, stages, holders] = [tallyOf<Severity>(), tallyOf<Stage>(), tallyOf<PersonId>()];
  const sum = { open: 0, overdue: 0, plans: 0, reviews: 0 };
  return {
    add(row) {
      const stage = stageOf(row);
      if (!stage) return;
      sum.open += 1;
      severity.add(row.severity);
      stages.add(stage);
      if (row.owner !== undefined) holders.add(row.owner);
      if (isLate(row, at)) sum.overdue += 1;
      if (row.planToConfirm) sum.plans += 1;
      if (row.effectDue !== undefined && row.effectDue <= at) sum.reviews += 1;
    },
    result: () => ({
      at,
      ...sum,
      ...{ severity: severity.result(), stages: stages.result(), holders: holders.result() },
    }),
  };
}
