/** The record of a new colleague's way: read, sign, pass the quiz, in so many working days; its id is the person's. */
import type { Decider } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Reach } from '../signer/reach.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { PathState, Started } from './state.ts';

/** `above`: the managers over this person. `reach`: what is known of reaching whom it concerns. */
export type PathCommand =
  | {
      readonly type: 'start';
      readonly person: PersonId;
      readonly how: Started['how'];
      readonly above: readonly PersonId[];
      readonly reach: Reach;
    }
  /** The quiz was passed. */
  | { readonly type: 'pass' }
  /** So many signatures are asked of them now. */
  | { readonly type: 'signatures'; readonly open: number }
  | { readonly type: 'remind' | 'remindLate' | 'tell'; readonly reach: Reach }
  | { readonly type: 'urge' | 'drop'; readonly above: readonly PersonId[] };

export type PathEvent =
  | ({ readonly type: 'started' } & Omit<Started, 'joined'>)
  | { readonly type: 'passed' }
  | { readonly type: 'signaturesAsked'; readonly open: number }
  | { readonly type: 'finished' }
  /** The person was reminded: before the end, or because it has passed. */
  | { readonly type: 'reminded'; readonly late: boolean }
  /** Whoever leads them was told. */
  | { readonly type: 'told' }
  | { readonly type: 'urged' }
  | { readonly type: 'dropped' }
  /** Nobody is to be disturbed at this hour. */
  | { readonly type: 'postponed'; readonly what: 'remind' | 'remindLate' | 'tell'; readonly until: Instant };

export const path: Decider<PathState, PathCommand, PathEvent> = {
  kind: 'path',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};
