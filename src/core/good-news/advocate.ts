/** Whether somebody wants to be offered good news: only whoever asked for it is, and everybody may stop at any time. */
import type { Decider } from '../decider.ts';

export type AdvocateState = { readonly joined: boolean };
export type AdvocateCommand = { readonly type: 'join' } | { readonly type: 'leave' };
export type AdvocateEvent = { readonly type: 'joined' } | { readonly type: 'left' };

/** The id of the record is the person. */
export const advocate: Decider<AdvocateState, AdvocateCommand, AdvocateEvent> = {
  kind: 'advocate',
  version: 1,
  initial: { joined: false },
  decide(state, { type }) {
    switch (type) {
      case 'join':
        return state.joined ? [] : [{ type: 'joined' }];
      case 'leave':
        return state.joined ? [{ type: 'left' }] : [];
    }
  },
  evolve: (_, { type }) => ({ joined: type === 'joined' }),
};
