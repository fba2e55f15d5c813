import { describe, expect, test } from 'vitest';
import { atMinute, dayIn, endOfDay, minuteIn, plusDays, startOfDay } from '#src/core/day.ts';
import { plus } from '#src/core/time.ts';

const HALF_PAST_TWO = 150;

describe('a time that a change of clocks skips', () => {
  test.each([
    ['Europe/Berlin', '2026-03-29'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Sydney', '2026-10-04'],
  ])('is taken as that much later in %s', (zone, day) => {
    const at = atMinute(day, HALF_PAST_TWO, zone);
    expect([dayIn(at, zone), minuteIn(at, zone)]).toEqual([day, HALF_PAST_TWO + 60]);
  });
});

describe('a time that comes twice', () => {
  test.each([
    ['Europe/Berlin', '2026-10-25', HALF_PAST_TWO],
    ['America/New_York', '2026-11-01', 90],
    ['Australia/Sydney', '2026-04-05', HALF_PAST_TWO],
  ])('is taken as the second in %s', (zone, day, minute) => {
    const at = atMinute(day, minute, zone);
    expect([dayIn(at, zone), minuteIn(at, zone)]).toEqual([day, minute]);
    expect(minuteIn(plus(at, -60 * 60_000), zone)).toBe(minute);
  });
});

/** In most of them clocks change at midnight, so that a day begins at one o'clock, or has two midnights. */
const ZONES = ['America/Santiago', 'America/Havana', 'America/Scoresbysund', 'Africa/Cairo', 'Atlantic/Azores'];

test.each([...ZONES, 'Asia/Shanghai'])('a day begins right where the one before it ends, in %s', (zone) => {
  for (let day = '2026-01-01'; day < '2027-01-01'; day = plusDays(day, 1)) {
    const begin = startOfDay(day, zone);
    expect(dayIn(begin, zone)).toBe(day);
    expect(plus(begin, -1)).toBe(endOfDay(plusDays(day, -1), zone));
    expect(dayIn(plus(begin, -1), zone)).toBe(plusDays(day, -1));
  }
});
