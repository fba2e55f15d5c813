/** The record of a person: who they are to us, what they may do, whom they work for, when they are away. */
import type { Decider } from '../decider.ts';
import type { PersonCommand } from './command.ts';
import { decide } from './decide.ts';
import type { PersonEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { PersonState } from './state.ts';

export const person: Decider<PersonState, PersonCommand, PersonEvent> = {
  kind: 'person',
  version: 1,
  initial: { status: 'unmet' },
  decide,
  evolve,
};
