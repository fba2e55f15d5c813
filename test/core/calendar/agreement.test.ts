/** Two packages that collect the State Council's notices independently name the same working days. */

import { LegalHoliday, SolarDay } from 'tyme4ts';
import { describe, expect, test } from 'vitest';
import { isWorkingDay } from '#src/core/calendar/working-days.ts';
import { plusDays, weekdayOf } from '#src/core/day.ts';
import { china } from './china.fixture.ts';

/** Worked, as the other package has it: its legal days say so, and all others are worked from Monday to Friday. */
function workedElsewhere(day: string): boolean {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const legal = SolarDay.fromYmd(year, month, date).getLegalHoliday();
  if (legal instanceof LegalHoliday) return legal.isWork();
  return weekdayOf(day) !== 0 && weekdayOf(day) !== 6;
}

function* daysOf(year: number): Iterable<string> {
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = plusDays(day, 1)) yield day;
}

const differing = (year: number): readonly string[] =>
  [...daysOf(year)].filter((day) => isWorkingDay(day, china) !== workedElsewhere(day));

/**
 * Where they differ, by the notices themselves: 31 December 2005, a Saturday, was worked for the New Year of 2006, which
 * ours leaves out; 7 April and 12 October 2013 were worked, which the other leaves out. Nothing reckons back that far.
 */
const DIFFERING: { readonly [year: number]: readonly string[] } = {
  2005: ['2005-12-31'],
  2013: ['2013-04-07', '2013-10-12'],
};

describe('the working days of China', () => {
  test('are known from 2004 to 2026', () => {
    expect(china.years).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index));
  });

  test.for(china.years)('agree for each day of %i, but for what is explained', (year) => {
    expect(differing(year)).toEqual(DIFFERING[year] ?? []);
  });
});
