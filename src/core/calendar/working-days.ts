/** Reckoning in working days, by a country's official calendar with its make-up days. */
import { plusDays, weekdayOf } from '../day.ts';
import type { Calendar } from './calendar.ts';

const yearOf = (day: string): number => Number(day.slice(0, 4));

export function isWorkingDay(day: string, { weekend, holidays, makeUp }: Calendar): boolean {
  if (day in holidays) return false;
  return day in makeUp || !weekend.includes(weekdayOf(day));
}

/** Of these days, the years of which only weekends are known: to be said wherever they were reckoned with. */
export const unknownYears = (days: readonly string[], { years }: Calendar): readonly number[] =>
  [...new Set(days.map(yearOf))].filter((year) => !years.includes(year)).sort((a, b) => a - b);

/** A day reckoned in working days, and the years in between whose holidays nobody knew then. */
export type Reckoned = { readonly day: string; readonly unknown: readonly number[] };

/**
 * The `count`th working day after `day`, which itself does not count, worked or not: three working days after a Friday
 * are the Wednesday. Zero gives the day itself, or the next one that is worked.
 */
export function addWorkingDays(day: string, count: number, calendar: Calendar): Reckoned {
  let reached = day;
  let left = count;
  while (left > 0 || !isWorkingDay(reached, calendar)) {
    reached = plusDays(reached, 1);
    if (left > 0 && isWorkingDay(reached, calendar)) left -= 1;
  }
  return { day: reached, unknown: unknownYears(daysBetween(day, reached), calendar) };
}

/** One day of each year from one day to another is enough to know the years. */
const daysBetween = (from: string, to: string): readonly string[] =>
  Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => `${yearOf(from) + index}-01-01`);
