/** Numbers over time, for a trend in a line or a chart: how many came, were answered and ended between each two edges. */
import type { Instant } from '../event.ts';
import type { Counter } from './counter.ts';

export type Step = {
  readonly from: Instant;
  readonly to: Instant;
  readonly opened: number;
  readonly answered: number;
  /** Closed or dismissed. */
  readonly ended: number;
};

/** `edges` ascend; what falls on an edge belongs to the step that begins there. One step fewer than edges. */
export function seriesOf(edges: readonly Instant[]): Counter<readonly Step[]> {
  const steps = edges.slice(1).map((to, index) => ({ from: edges[index] ?? to, to, opened: 0, answered: 0, ended: 0 }));
  const [first = '', last = ''] = [edges[0], edges.at(-1)];
  const stepAt = (at: Instant) => (steps[0] && steps[0].from <= at ? steps.find(({ to }) => at < to) : undefined);
  return {
    add(row) {
      if (row.openedAt >= last || row.touched < first || row.status === 'merged') return;
      const opened = stepAt(row.openedAt);
      if (opened) opened.opened += 1;
      for (const { did, at } of row.deeds) {
        const step = did === 'answered' || did === 'closed' || did === 'dismissed' ? stepAt(at) : undefined;
        if (step && did === 'answered') step.answered += 1;
        else if (step) step.ended += 1;
      }
    },
    result: () => steps.map((step) => ({ ...step })),
  };
}
