/** When somebody may be written to: by the clock on their own wall, on the days that their country works. */
import { describe, expect, test } from 'vitest';
import { mayDisturb, nextDisturbable, type Urgency } from '#src/core/calendar/disturb.ts';
import { withinHours } from '#src/core/calendar/working-hours.ts';
import type { Instant } from '#src/core/event.ts';
import { china, dated } from './china.fixture.ts';

const shanghai = { timeZone: 'Asia/Shanghai' };
const london = { timeZone: 'Europe/London' };
const newYork = { timeZone: 'America/New_York' };
const next = (person: object, at: Instant, urgency: Urgency = 'routine') => nextDisturbable(person, at, urgency, dated);
const utc = (day: string, time: string): Instant => `${day}T${time}:00.000Z`;

describe('something that can wait', () => {
  test('comes at once in working hours, and at nine in the morning otherwise', () => {
    expect(next(shanghai, utc('2026-03-02', '01:00'))).toBe(utc('2026-03-02', '01:00'));
    expect(next(shanghai, utc('2026-03-02', '09:59'))).toBe(utc('2026-03-02', '09:59'));
    expect(next(shanghai, utc('2026-03-02', '10:00'))).toBe(utc('2026-03-03', '01:00'));
    expect(next(shanghai, utc('2026-03-02', '00:59'))).toBe(utc('2026-03-02', '01:00'));
  });

  test('comes at nine on their own wall, before and after their clocks change', () => {
    expect(next(london, utc('2026-03-27', '20:00'))).toBe(utc('2026-03-30', '08:00'));
    expect(next(london, utc('2026-10-23', '20:00'))).toBe(utc('2026-10-26', '09:00'));
    expect(next(newYork, utc('2026-03-06', '23:00'))).toBe(utc('2026-03-09', '13:00'));
  });

  test('waits until Golden Week is over, but not in London', () => {
    expect(next(shanghai, utc('2026-09-30', '12:00'))).toBe(utc('2026-10-08', '01:00'));
    expect(next(london, utc('2026-09-30', '19:00'))).toBe(utc('2026-10-01', '08:00'));
  });

  test('comes on a Saturday that is worked', () => {
    expect(next(shanghai, utc('2026-10-09', '12:00'))).toBe(utc('2026-10-10', '01:00'));
  });

  test('waits until they are back', () => {
    const away = { ...shanghai, absentUntil: utc('2026-03-05', '15:59') };
    expect(next(away, utc('2026-03-02', '01:00'))).toBe(utc('2026-03-06', '01:00'));
    expect(next(away, utc('2026-03-09', '01:00'))).toBe(utc('2026-03-09', '01:00'));
  });

  test('comes by the company’s clock when a profile names no zone, or one that does not exist', () => {
    expect(next({}, utc('2026-03-02', '11:00'))).toBe(utc('2026-03-03', '01:00'));
    expect(next({ timeZone: 'Mars/Olympus' }, utc('2026-03-02', '11:00'))).toBe(utc('2026-03-03', '01:00'));
  });
});

describe('somebody on duty', () => {
  test('hears on a holiday, in working hours', () => {
    expect(next(shanghai, utc('2026-09-30', '12:00'), 'duty')).toBe(utc('2026-10-01', '01:00'));
  });
});

describe('something grave', () => {
  test('comes at any hour, but not to somebody who is away', () => {
    expect(next(shanghai, utc('2026-10-02', '19:00'), 'urgent')).toBe(utc('2026-10-02', '19:00'));
    const until = utc('2026-10-08', '15:59');
    expect(next({ ...shanghai, absentUntil: until }, utc('2026-10-02', '19:00'), 'urgent')).toBe(until);
  });
});

test('working hours end when they end, and begin when they begin', () => {
  const schedule = { timeZone: 'Asia/Shanghai', hours: dated.hours, calendar: china };
  const at = ['00:59', '01:00', '09:59', '10:00'].map((time) => withinHours(utc('2026-03-02', time), schedule));
  expect(at).toEqual([false, true, true, false]);
  expect(withinHours(utc('2026-10-10', '03:00'), schedule)).toBe(true);
  expect(withinHours(utc('2026-10-02', '03:00'), schedule)).toBe(false);
});

test('the moment that is given is one at which they may be disturbed', () => {
  for (const person of [shanghai, london, newYork])
    for (const urgency of ['routine', 'duty', 'urgent'] as const) {
      const at = next(person, utc('2026-10-24', '23:30'), urgency);
      expect(mayDisturb(person, at, urgency, dated)).toBe(true);
      expect(next(person, at, urgency)).toBe(at);
    }
});
