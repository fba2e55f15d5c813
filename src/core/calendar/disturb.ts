/** When a person may be written to: the one answer for reminders, digests, campaigns and quizzes. */
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import type { Person } from '../team.ts';
import { zoneOr } from '../zone.ts';
import { calendarFor } from './calendar.ts';
import { nextWorkingMoment, type Schedule } from './working-hours.ts';

/**
 * How much it matters.
 *
 * - `routine`: digests, campaigns, quizzes, reminders of small things: in their working hours, on days they work.
 * - `duty`: the same for somebody who is on duty this week: in their working hours, on holidays and weekends, too.
 * - `urgent`: something grave: at any hour. Whoever is away is still left alone; somebody must stand in (core/team.ts).
 */
export type Urgency = 'routine' | 'duty' | 'urgent';

/** Whom to disturb: their zone and how long they are away. */
export type Disturbed = Pick<Person, 'timeZone' | 'absentUntil'>;

/**
 * The first instant from `at` on at which this person may be written to: pure, in their own zone and by their country's
 * calendar, right over changes of clocks. An absence is over when it was said to end, whether or not they are back.
 */
export function nextDisturbable(
  person: Disturbed,
  at: Instant,
  urgency: Urgency,
  rules: Pick<Rules, 'hours' | 'calendars' | 'timeZone'>,
): Instant {
  const { absentUntil } = person;
  const here = absentUntil !== undefined && absentUntil > at ? absentUntil : at;
  return urgency === 'urgent' ? here : nextWorkingMoment(here, scheduleOf(person, urgency, rules));
}

/** Whether this person may be written to at that instant. */
export const mayDisturb = (
  person: Disturbed,
  at: Instant,
  urgency: Urgency,
  rules: Pick<Rules, 'hours' | 'calendars' | 'timeZone'>,
): boolean => nextDisturbable(person, at, urgency, rules) === at;

function scheduleOf(
  { timeZone: given }: Disturbed,
  urgency: Exclude<Urgency, 'urgent'>,
  rules: Pick<Rules, 'hours' | 'calendars' | 'timeZone'>,
): Schedule {
  const timeZone = zoneOr(given, rules.timeZone);
  const { hours } = rules;
  return urgency === 'duty' ? { timeZone, hours } : { timeZone, hours, calendar: calendarFor(timeZone, rules) };
}
