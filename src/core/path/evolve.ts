/** What each event makes of a new colleague's way. */
import type { Instant, Meta } from '../event.ts';
import type { PathEvent } from './path.ts';
import type { PathState, Started } from './state.ts';

export function evolve(state: PathState, event: PathEvent, { at }: Meta): PathState {
  if (event.type === 'started') {
    const { person, how, plan } = event;
    const { remind, due, tell } = plan;
    return { status: 'open', person, how, plan, joined: at, unsigned: 0, remind, remindLate: due, tell };
  }
  return state.status === 'open' ? onTheWay(state, event, at) : state;
}

type Open = Extract<PathState, { status: 'open' }>;

function onTheWay(state: Open, event: Exclude<PathEvent, { type: 'started' }>, at: Instant): PathState {
  switch (event.type) {
    case 'passed':
      return { ...state, passed: at };
    case 'signaturesAsked':
      return { ...state, unsigned: event.open };
    case 'finished':
      return { ...startedOf(state), status: 'finished', finished: at };
    case 'dropped':
      return { ...startedOf(state), status: 'dropped' };
    case 'reminded': {
      const { remind: _, remindLate, ...rest } = state;
      return { ...rest, ...(!event.late && remindLate !== undefined && { remindLate }) };
    }
    case 'told': {
      const { tell: _, ...rest } = state;
      return rest;
    }
    case 'urged':
      return { ...state, urged: at };
    case 'postponed':
      return { ...state, [event.what]: event.until };
  }
}

const startedOf = ({ person, joined, how, plan }: Started): Started => ({ person, joined, how, plan });
