/** Working hours by the clock on somebody's wall, on the days that their country works. */
import { atMinute, dayIn, minuteIn, plusDays } from '../day.ts';
import type { Instant } from '../event.ts';
import type { Calendar } from './calendar.ts';
import { isWorkingDay } from './working-days.ts';

/** From and until when a day is worked, in minutes since midnight; the end no longer belongs to it. */
export type Hours = { readonly from: number; readonly to: number };

/** Where and when somebody works. Without a calendar they do every day, as somebody on duty does. */
export type Schedule = { readonly timeZone: string; readonly hours: Hours; readonly calendar?: Calendar };

const works = (day: string, { calendar }: Schedule): boolean => calendar === undefined || isWorkingDay(day, calendar);

/** Whether it is working time there at that instant. */
export function withinHours(at: Instant, schedule: Schedule): boolean {
  const { timeZone, hours } = schedule;
  const minute = minuteIn(at, timeZone);
  return works(dayIn(at, timeZone), schedule) && minute >= hours.from && minute < hours.to;
}

/** The instant itself while it is working time there, else the beginning of the next. */
export function nextWorkingMoment(at: Instant, schedule: Schedule): Instant {
  if (withinHours(at, schedule)) return at;
  const { timeZone, hours } = schedule;
  let day = dayIn(at, timeZone);
  if (minuteIn(at, timeZone) >= hours.from) day = plusDays(day, 1);
  while (!works(day, schedule)) day = plusDays(day, 1);
  return atMinute(day, hours.from, timeZone);
}
