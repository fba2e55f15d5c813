/** Working days by the official calendar, make-up days and all, and what is said of years that nobody has published. */
import { describe, expect, test } from 'vitest';
import { calendarFor, NO_CALENDAR } from '#src/core/calendar/calendar.ts';
import { addWorkingDays, isWorkingDay, unknownYears } from '#src/core/calendar/working-days.ts';
import { china, dated, england, shipped } from './china.fixture.ts';

describe('the calendars that ship', () => {
  test('are without mistakes', () => expect(shipped.mistakes).toEqual([]));

  test('are chosen by zone; where nobody described a country, the company’s own counts', () => {
    expect(calendarFor('Europe/London', dated).id).toBe('gb');
    expect(calendarFor('Asia/Urumqi', dated).id).toBe('cn');
    expect(calendarFor('America/New_York', dated).id).toBe('cn');
    expect(calendarFor('America/New_York', { ...dated, calendars: [] })).toBe(NO_CALENDAR);
  });
});

describe('a day', () => {
  test('in Golden Week is off, and the Saturdays around it are worked', () => {
    expect(isWorkingDay('2026-10-01', china)).toBe(false);
    expect(isWorkingDay('2026-10-07', china)).toBe(false);
    expect(isWorkingDay('2026-10-08', china)).toBe(true);
    expect(isWorkingDay('2026-09-20', china)).toBe(true);
    expect(isWorkingDay('2026-10-10', china)).toBe(true);
    expect(isWorkingDay('2026-10-11', china)).toBe(false);
  });

  test('off in one country is worked in the other', () => {
    expect(isWorkingDay('2026-02-17', china)).toBe(false);
    expect(isWorkingDay('2026-02-17', england)).toBe(true);
    expect(isWorkingDay('2026-12-28', england)).toBe(false);
    expect(isWorkingDay('2026-12-28', china)).toBe(true);
  });
});

describe('so many working days later', () => {
  test('leaps over Spring Festival and counts the Saturday that is worked for it', () => {
    expect(addWorkingDays('2026-02-12', 1, china).day).toBe('2026-02-13');
    expect(addWorkingDays('2026-02-12', 2, china).day).toBe('2026-02-14');
    expect(addWorkingDays('2026-02-12', 3, china).day).toBe('2026-02-24');
  });

  test('begins to count on the day after, whether or not the first was worked', () => {
    expect(addWorkingDays('2026-03-06', 3, china).day).toBe('2026-03-11');
    expect(addWorkingDays('2026-03-07', 3, china).day).toBe('2026-03-11');
    expect(addWorkingDays('2026-03-07', 0, china).day).toBe('2026-03-09');
    expect(addWorkingDays('2026-03-06', 0, china).day).toBe('2026-03-06');
  });

  test('says which years it knew no holidays of', () => {
    expect(addWorkingDays('2026-03-06', 3, china).unknown).toEqual([]);
    expect(addWorkingDays('2027-12-30', 3, england)).toEqual({ day: '2028-01-04', unknown: [2028] });
    expect(unknownYears(['2028-05-01', '2026-05-01', '2028-06-01', '2027-01-01'], england)).toEqual([2028]);
  });
});
