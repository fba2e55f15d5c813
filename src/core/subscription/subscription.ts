/** The rules of a subscription: who may have it, and that a digest comes once, late rather than never. */
import type { Deal, Decider } from '../decider.ts';
import { CLOCK, DESK, type Instant, type Meta } from '../event.ts';
import { Refused } from '../refused.ts';
import { DAY, HOUR, MINUTE, plus } from '../time.ts';
import { following, lastDue } from './due.ts';
import type { Subscription, SubscriptionCommand, SubscriptionEvent } from './state.ts';

/** Later than this it says that it is late. */
const PUNCTUAL = 15 * MINUTE;
/** One that is late is left to the next, when that comes within this time. */
const NEAR = 3 * HOUR;

function decide(state: Subscription, command: SubscriptionCommand, deal: Deal): readonly SubscriptionEvent[] {
  switch (command.type) {
    case 'entitle':
      needDesk(deal);
      return state.zone === command.zone ? [] : [{ type: 'entitled', zone: command.zone }];
    case 'suspend':
      needDesk(deal);
      return state.zone === undefined ? [] : [{ type: 'suspended' }];
    case 'come':
      needDesk(deal);
      return come(state, deal);
    case 'turnOff':
      needRole(deal);
      return state.off ? [] : [{ type: 'turnedOff' }];
    case 'turnOn':
      needRole(deal);
      return turnedOn(state);
    case 'setMinute': {
      needRole(deal);
      const { minute } = command;
      return state.minute === minute ? turnedOn(state) : [...turnedOn(state), { type: 'minuteSet', minute }];
    }
  }
}

const turnedOn = ({ off }: Subscription): readonly SubscriptionEvent[] => (off ? [{ type: 'turnedOn' }] : []);

/** However many were missed while nobody ran, one comes. */
function come(state: Subscription, { at, rules }: Deal): readonly SubscriptionEvent[] {
  const moment = lastDue(state, at, rules);
  if (!moment) return [];
  const { day, at: due } = moment;
  const late = isLate(due, at);
  const next = following(state, moment, rules);
  if (late && next && between(at, next.at) <= NEAR) return [{ type: 'leftOut', day, due }];
  return [{ type: 'came', day, due, late }];
}

/** Whether what was due at one instant says of itself at another that it is late. */
export const isLate = (due: Instant, at: Instant): boolean => between(due, at) > PUNCTUAL;

const between = (from: Instant, to: Instant): number => Date.parse(to) - Date.parse(from);

function needDesk({ by }: Deal): void {
  if (by !== DESK && by !== CLOCK) throw new Refused({ code: 'digest_needs_role', need: [] });
}

function needRole({ roles, rules }: Deal): void {
  const need = rules.digest.roles;
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'digest_needs_role', need });
}

function evolve(state: Subscription, event: SubscriptionEvent, { at }: Meta): Subscription {
  switch (event.type) {
    case 'entitled':
      // Somebody who travels misses none; somebody who comes anew waits for the next.
      return { ...state, zone: event.zone, after: state.zone === undefined ? at : state.after };
    case 'suspended': {
      const { zone: _, ...rest } = state;
      return rest;
    }
    case 'turnedOff':
      return { ...state, off: true };
    case 'turnedOn':
      return { ...state, off: false, after: at };
    case 'minuteSet':
      return { ...state, minute: event.minute, after: at };
    case 'came': {
      const { day, due, late } = event;
      const since = state.last?.at ?? [state.after, plus(at, -DAY)].sort()[0] ?? at;
      const last = { day, due, at, since, late };
      return { ...state, after: due, day, last };
    }
    case 'leftOut':
      return { ...state, after: event.due, day: event.day };
  }
}

export const subscription: Decider<Subscription, SubscriptionCommand, SubscriptionEvent> = {
  kind: 'subscription',
  version: 1,
  initial: { off: false, after: '1970-01-01T00:00:00.000Z' },
  decide,
  evolve,
};
