/** What people type after `digest`, in either language, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { minuteOf } from '#src/core/digest/hour.ts';
import { periodAsked, requestOf } from '#src/core/digest/request.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';

const ZONE = 'Asia/Shanghai';
/** Wednesday morning in Shanghai. */
const NOW = '2026-03-11T01:20:00.000Z';

function period(typed: string) {
  const asked = requestOf(typed);
  if (asked.type !== 'span' && asked.type !== 'days') throw new Error(`${typed} is no period`);
  return periodAsked(asked, NOW, ZONE);
}

function refusal(typed: string): Refusal | undefined {
  try {
    period(typed);
    return undefined;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

describe('a period', () => {
  test.each([
    ['', '2026-03-10T01:20:00.000Z', NOW],
    ['today', '2026-03-10T16:00:00.000Z', NOW],
    ['今天', '2026-03-10T16:00:00.000Z', NOW],
    ['yesterday', '2026-03-09T16:00:00.000Z', '2026-03-10T16:00:00.000Z'],
    ['昨天', '2026-03-09T16:00:00.000Z', '2026-03-10T16:00:00.000Z'],
    ['Week', '2026-03-08T16:00:00.000Z', NOW],
    ['本周', '2026-03-08T16:00:00.000Z', NOW],
    ['last  week', '2026-03-01T16:00:00.000Z', '2026-03-08T16:00:00.000Z'],
    ['上周', '2026-03-01T16:00:00.000Z', '2026-03-08T16:00:00.000Z'],
    ['month', '2026-02-28T16:00:00.000Z', NOW],
    ['本月', '2026-02-28T16:00:00.000Z', NOW],
    ['last month', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['上月', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['2026-02', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['2026年2月', '2026-01-31T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
    ['2026-03-01..2026-03-05', '2026-02-28T16:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['2026-3-1 to 2026/3/5', '2026-02-28T16:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['2026年3月1日至2026年3月5日', '2026-02-28T16:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['2026-03-05', '2026-03-04T16:00:00.000Z', '2026-03-05T16:00:00.000Z'],
    ['2026-03-01..2026-03-31', '2026-02-28T16:00:00.000Z', '2026-03-11T16:00:00.000Z'],
  ])('%s is from %s to %s', (typed, from, to) => {
    expect(period(typed)).toMatchObject({ from, to });
  });

  test.each([
    ['today', '2026-03-09T16:00:00.000Z', '2026-03-10T01:20:00.000Z'],
    ['week', '2026-03-01T16:00:00.000Z', '2026-03-04T01:20:00.000Z'],
    ['month', '2026-01-31T16:00:00.000Z', '2026-02-11T01:20:00.000Z'],
    ['last week', '2026-02-22T16:00:00.000Z', '2026-03-01T16:00:00.000Z'],
    ['last month', '2025-12-31T16:00:00.000Z', '2026-01-31T16:00:00.000Z'],
    ['2026-03-01..2026-03-05', '2026-02-23T16:00:00.000Z', '2026-02-28T16:00:00.000Z'],
  ])('%s is compared with %s to %s: as much of the time before as of its own', (typed, from, to) => {
    expect(period(typed).before).toEqual({ from, to });
  });

  test('this month is compared with a whole shorter month before, not with days of its own', () => {
    const march = periodAsked({ type: 'span', name: 'thisMonth' }, '2026-03-31T04:00:00.000Z', ZONE);
    expect(march.before).toEqual({ from: '2026-01-31T16:00:00.000Z', to: '2026-02-28T04:00:00.000Z' });
  });

  test('days are as long as they are where clocks change', () => {
    const { from, to } = periodAsked(
      { type: 'days', first: '2026-03-29', last: '2026-03-29' },
      '2026-04-01T00:00:00.000Z',
      'Europe/London',
    );
    expect(Date.parse(to) - Date.parse(from)).toBe(23 * 3_600_000);
  });
});

describe('what is no period', () => {
  test.each<readonly [string, Refusal]>([
    ['someday', { code: 'digest_period_unclear', value: 'someday' }],
    ['2026-03-01..', { code: 'digest_period_unclear', value: '2026-03-01..' }],
    ['2026-13', { code: 'digest_period_unclear', value: '2026-13' }],
    ['constructor', { code: 'digest_period_unclear', value: 'constructor' }],
    ['2026-02-30', { code: 'person_date_unclear', value: '2026-02-30' }],
    ['2026-03-05..2026-03-01', { code: 'digest_period_backwards', first: '2026-03-05', last: '2026-03-01' }],
    ['2026-03-12', { code: 'digest_period_future', first: '2026-03-12' }],
    ['2010-01-01..2026-03-01', { code: 'digest_period_long', days: 5904, max: 3660 }],
    ['at noonish', { code: 'digest_hour_unclear', value: 'noonish' }],
  ])('%s is refused by naming it', (typed, expected) => {
    expect(refusal(typed)).toEqual(expected);
  });
});

describe('the rest', () => {
  test.each([
    ['off', { type: 'off' }],
    ['关闭', { type: 'off' }],
    ['ON', { type: 'on' }],
    ['开启', { type: 'on' }],
    ['设置', { type: 'settings' }],
    ['at 8:30', { type: 'at', minute: 510 }],
    ['at 9', { type: 'at', minute: 540 }],
    ['时间 9点', { type: 'at', minute: 540 }],
    ['时间8：30', { type: 'at', minute: 510 }],
  ])('%s is understood', (typed, expected) => {
    expect(requestOf(typed)).toEqual(expected);
  });

  test.each([
    ['8:30', 510],
    ['08.05', 485],
    ['7am', 420],
    ['12am', 0],
    ['12:15 pm', 735],
    ['早上8点半', 510],
    ['下午2点', 840],
    ['晚上 8:00', 1200],
    ['0:00', 0],
    ['23:59', 1439],
  ])('%s is a time of day', (typed, minute) => {
    expect(minuteOf(typed)).toBe(minute);
  });

  test.each(['8', '24:00', '8:60', '13pm', 'eight', '8:30:00', ''])('“%s” is none', (typed) => {
    expect(minuteOf(typed)).toBeUndefined();
  });
});
