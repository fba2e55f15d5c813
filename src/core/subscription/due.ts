/** When somebody's digest comes next: at their hour by the clock on their wall, on the days that the company chose. */
import { calendarFor } from '../calendar/calendar.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { atMinute, dayIn, plusDays } from '../day.ts';
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import type { Subscription, SubscriptionCommand } from './state.ts';

/** A day of theirs, and the instant at which its digest is due. */
export type Moment = { readonly day: string; readonly at: Instant };

/** Longer than any row of holidays. */
const LOOK_AHEAD_DAYS = 60;

type When = Pick<Subscription, 'zone' | 'off' | 'minute' | 'after' | 'day'>;

/** Undefined while none comes. A day has one digest at most, whichever way hours and zones are changed. */
function nextDue({ zone, off, minute, after, day: last = '' }: When, rules: Rules): Moment | undefined {
  if (zone === undefined || off) return undefined;
  const first = dayIn(after, zone);
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const day = plusDays(first, ahead);
    const at = atMinute(day, minute ?? rules.digest.minute, zone);
    if (at > after && day > last && comesOn(day, zone, rules)) return { day, at };
  }
  return undefined;
}

/** The last that has come due by an instant; the ones before it, missed too, are part of it. */
export function lastDue(state: When, at: Instant, rules: Rules): Moment | undefined {
  let last: Moment | undefined;
  for (let next = nextDue(state, rules); next && next.at <= at; next = following(state, next, rules)) last = next;
  return last;
}

export const following = (state: When, { day, at }: Moment, rules: Rules): Moment | undefined =>
  nextDue({ ...state, after: at, day }, rules);

/** The deadline, for the clock. */
export function due(rules: Rules) {
  return (state: Subscription) => {
    const next = nextDue(state, rules);
    const command: SubscriptionCommand = { type: 'come' };
    return next ? [{ key: next.day, at: next.at, command }] : [];
  };
}

const comesOn = (day: string, zone: string, rules: Rules): boolean =>
  rules.digest.days === 'every' || isWorkingDay(day, calendarFor(zone, rules));
