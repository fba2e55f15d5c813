/** How many texts were checked before they were posted, month by month: a number of each day, and nothing else. */
import type { Decider } from '../decider.ts';

export type Checks = { readonly count: number };
export type ChecksCommand = { readonly type: 'count' };
export type ChecksEvent = { readonly type: 'counted' };

export const checks: Decider<Checks, ChecksCommand, ChecksEvent> = {
  kind: 'checks',
  version: 1,
  initial: { count: 0 },
  decide: () => [{ type: 'counted' }],
  evolve: ({ count }) => ({ count: count + 1 }),
};
