/** The record of what one person remembers; its id is the person's. */
import type { Decider } from '../decider.ts';
import type { MemoryCommand } from './command.ts';
import { decideWith } from './decide.ts';
import type { MemoryEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { Scheduler } from './schedule.ts';
import { type MemoryState, nothingLearnt } from './state.ts';

/** `scheduler` reckons when an answer is about to be forgotten; see `src/desk/recall.ts`. */
export const memoryWith = (scheduler: Scheduler): Decider<MemoryState, MemoryCommand, MemoryEvent> => ({
  kind: 'memory',
  version: 1,
  initial: nothingLearnt,
  decide: decideWith(scheduler),
  evolve,
});
