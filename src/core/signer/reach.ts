/** When somebody is told and reminded: in their working time, not while they are away, never in an emergency. */
import { calendarFor } from '../calendar/calendar.ts';
import { type Disturbed, nextDisturbable } from '../calendar/disturb.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { atMinute, dayIn, endOfDay, minuteIn } from '../day.ts';
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import { DAY, plus } from '../time.ts';
import { zoneOr } from '../zone.ts';

/** What the desk knows about reaching somebody at this moment; facts about other records come with the command. */
export type Reach = Disturbed & {
  /** False for a leaver. */
  readonly active: boolean;
  /** An emergency is declared: nothing of routine goes out (K32). */
  readonly paused: boolean;
};

/** How long to wait before asking again whether an emergency is over or somebody is back. */
const PAUSE_DAYS = 1;
const LEFT_DAYS = 20;

/** From `at` on, the first instant at which this person may be written to; `at` itself when that is now. */
export function reachedFrom(at: Instant, reach: Reach, rules: Rules): Instant {
  if (!reach.active) return workingDaysLater(at, LEFT_DAYS, reach, rules);
  if (reach.paused) return workingDaysLater(at, PAUSE_DAYS, reach, rules);
  return nextDisturbable(reach, at, 'routine', rules);
}

/** So many working days later, at the same time of their day, moved into working time. */
export function workingDaysLater(at: Instant, days: number, reach: Disturbed, rules: Rules): Instant {
  const timeZone = zoneOr(reach.timeZone, rules.timeZone);
  const { day } = addWorkingDays(dayIn(at, timeZone), days, calendarFor(timeZone, rules));
  return nextDisturbable(reach, atMinute(day, minuteIn(at, timeZone), timeZone), 'routine', rules);
}

/** The end of the working day on which a term of so many days runs out for somebody. */
export function termEnds(at: Instant, days: number, reach: Disturbed, rules: Rules): Instant {
  const timeZone = zoneOr(reach.timeZone, rules.timeZone);
  return endOfDay(addWorkingDays(dayIn(at, timeZone), days, calendarFor(timeZone, rules)).day, timeZone);
}

/** The end, where somebody lives, of the day that a term names: of the day on which it runs out in the company. */
export const dayEnds = (until: Instant, reach: Pick<Disturbed, 'timeZone'>, rules: Pick<Rules, 'timeZone'>): Instant =>
  endOfDay(dayIn(until, rules.timeZone), zoneOr(reach.timeZone, rules.timeZone));

/** The next reminder after one of that number; a last one comes on the day before something is due. */
export function nextReminder(
  at: Instant,
  reminders: number,
  dues: readonly Instant[],
  reach: Reach,
  rules: Rules,
): Instant | undefined {
  const { firstReminder, everyReminder, mostReminders } = rules.signing;
  const wait = reminders === 0 ? firstReminder : everyReminder;
  const regular = reminders < mostReminders ? [workingDaysLater(at, wait, reach, rules)] : [];
  const last = dues
    .map((due) => plus(due, -DAY))
    .filter((due) => due > plus(at, DAY))
    .map((due) => nextDisturbable(reach, due, 'routine', rules));
  return [...regular, ...last].sort()[0];
}
