/** Dates as people write them. */
import { describe, expect, test } from 'vitest';
import { when } from '#src/view/when.ts';

/** Sunday evening in Shanghai. */
const now = '2026-11-22T12:00:00.000Z';
const ZONE = 'Asia/Shanghai';
const read = (at: string, locale: 'en' | 'zh', show: 'date' | 'time' | 'both' = 'both') =>
  when(at, show, locale, ZONE, { now, stays: false });
const kept = (at: string, locale: 'en' | 'zh') => when(at, 'both', locale, ZONE, { now, stays: true });

describe('what is written anew for whoever reads it', () => {
  test.each([
    ['2026-11-22T07:54:00.000Z', 'today 15:54', '今天 15:54'],
    ['2026-11-21T15:59:00.000Z', 'yesterday 23:59', '昨天 23:59'],
    ['2026-11-22T16:00:00.000Z', 'tomorrow 00:00', '明天 00:00'],
    ['2026-11-26T07:54:00.000Z', 'Thu 26 Nov, 15:54', '11月26日周四 15:54'],
    ['2026-11-16T07:54:00.000Z', 'Mon 16 Nov, 15:54', '11月16日周一 15:54'],
    ['2026-11-29T07:54:00.000Z', '29 Nov, 15:54', '11月29日 15:54'],
    ['2027-01-03T07:54:00.000Z', '3 Jan 2027, 15:54', '2027年1月3日 15:54'],
  ])('%s is %s', (at, en, zh) => {
    expect([read(at, 'en'), read(at, 'zh')]).toEqual([en, zh]);
  });

  test('says a day, or a time, alone', () => {
    const at = '2026-11-22T07:54:00.000Z';
    expect([read(at, 'en', 'date'), read(at, 'zh', 'date'), read(at, 'en', 'time')]).toEqual([
      'today',
      '今天',
      '15:54',
    ]);
  });

  test('leaves out no year at the turn of the year, save that of today and of the days beside it', () => {
    const eve = { now: '2026-12-31T10:00:00.000Z', stays: false };
    expect(when('2027-01-01T10:00:00.000Z', 'date', 'en', 'UTC', eve)).toBe('tomorrow');
    expect(when('2027-01-03T10:00:00.000Z', 'date', 'en', 'UTC', eve)).toBe('Sun, 3 Jan 2027');
  });
});

test('what stays never says “today”, and names the year where it is another one', () => {
  expect([kept(now, 'en'), kept(now, 'zh')]).toEqual(['Sun 22 Nov, 20:00', '11月22日周日 20:00']);
  expect(kept('2025-11-22T12:00:00.000Z', 'zh')).toBe('2025年11月22日 20:00');
});

test('of what nobody knows when it is written, a date is whole', () => {
  expect(when(now, 'both', 'en', ZONE)).toBe('22 Nov 2026, 20:00');
  expect(when(now, 'date', 'zh', ZONE)).toBe('2026年11月22日');
});

test('a zone that there is not is UTC, and an instant that is none is shown as it is', () => {
  expect(when(now, 'both', 'en', 'Mars/Base', { now, stays: false })).toBe('today 12:00');
  expect(when('soon', 'date', 'zh', ZONE, { now, stays: false })).toBe('soon');
});
