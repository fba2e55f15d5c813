/** The instants at which a reminder is due: on the chosen days of the week, when they are worked. */
import { calendarFor } from '../calendar/calendar.ts';
import { isWorkingDay } from '../calendar/working-days.ts';
import { atMinute, dayIn, plusDays, weekdayOf } from '../day.ts';
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import { WEEKDAYS } from './rules.ts';

/** Beyond a year of days off nothing is due any more. */
const AHEAD = 400;

/** The first one after an instant; undefined when no day is chosen. */
export function nextSlot(
  after: Instant,
  rules: Pick<Rules, 'channelReminders' | 'calendars' | 'timeZone'>,
): Instant | undefined {
  const { timeZone, channelReminders } = rules;
  const calendar = calendarFor(timeZone, rules);
  const chosen = channelReminders.days.map((day) => WEEKDAYS.indexOf(day));
  let day = dayIn(after, timeZone);
  for (let ahead = 0; ahead < AHEAD; ahead += 1, day = plusDays(day, 1)) {
    if (!chosen.includes(weekdayOf(day)) || !isWorkingDay(day, calendar)) continue;
    const slot = atMinute(day, channelReminders.at, timeZone);
    if (slot > after) return slot;
  }
  return undefined;
}
