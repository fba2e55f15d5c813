/** When mentions are called a surge: sound for few and for many, whatever the hour, however young the desk. */
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#src/core/time.ts';
import type { Sensitivity } from '#src/core/warning/rules.ts';
import { keyOf, type Seen, type Sighting, Sightings } from '#src/core/warning/series.ts';
import { type Memory, type Signal, survey } from '#src/core/warning/survey.ts';
import { BEGIN, daily, merged, traffic, watched } from './traffic.ts';
import { warningRules } from './warning.fixture.ts';

/** Wednesday noon in Shanghai, five weeks after the desk began. */
const NOW = BEGIN + 35 * DAY + 4 * HOUR;
const LONG_AGO: Memory = { since: BEGIN, running: [], sharp: [], told: 0, surges: [], dismissed: [] };

const post = (minutesAgo: number, about: Partial<Sighting> = {}): Sighting => ({
  ...{ at: NOW - minutesAgo * MINUTE, media: 'weibo', category: 'complaint', cause: 'delivery' },
  ...about,
});
const posts = (count: number, about: Partial<Sighting> = {}) =>
  Array.from({ length: count }, (_, index) => post(1 + index, about));
const names = (signals: readonly Signal[]) => signals.map(({ series, window }) => `${keyOf(series)} ${window}`).sort();
const look = (some: readonly Sighting[], memory: Partial<Memory> = {}, sensitivity: Sensitivity = 'normal') => {
  const seen = new Sightings();
  for (const one of some) seen.add(one);
  return survey(seen.all(), NOW, { ...LONG_AGO, ...memory }, { ...warningRules, sensitivity });
};

describe('an hour against the twelve before', () => {
  test('three after one are no surge, at any sensitivity', () => {
    for (const sensitivity of ['calm', 'normal', 'alert'] as const)
      expect(look([...posts(3), post(90)], {}, sensitivity)).toEqual([]);
  });

  test('eight where hardly any came are one, by topic, cause and platform', () => {
    expect(names(look(posts(8)))).toEqual([
      'all hour',
      'category/complaint hour',
      'cause/delivery hour',
      'media/weibo hour',
    ]);
  });

  test('the figures say how many came and how many are usual', () => {
    const before = [2, 4, 6, 8, 10, 12].map((hours) => post(hours * 60));
    expect(look([...posts(12), ...before])[0]).toMatchObject({ count: 12, usual: 0.5 });
  });

  test('what triage could not place is no topic of its own', () => {
    const unclear = posts(8, { category: 'other', cause: 'unknown' });
    expect(names(look(unclear))).toEqual(['all hour', 'media/weibo hour']);
  });

  test('a busy topic that stays busy does not hide a quiet one that wakes', () => {
    const busy = Array.from({ length: 13 * 20 }, (_, index) =>
      post(index * 3, { media: 'x', category: 'question', cause: 'price' }),
    );
    expect(names(look([...busy, ...posts(8)], { since: NOW - 13 * HOUR }))).toEqual([
      'category/complaint hour',
      'cause/delivery hour',
      'media/weibo hour',
    ]);
  });

  test('three times as many is none on a busy desk, however sure it is that chance did not bring them', () => {
    const busy = Array.from({ length: 12 * 30 }, (_, index) => post(61 + index * 2));
    const hour = (count: number) => Array.from({ length: count }, (_, index) => post((60 * index) / count));
    const since = NOW - 13 * HOUR;
    expect(look([...busy, ...hour(90)], { since })).toEqual([]);
    expect(names(look([...busy, ...hour(130)], { since }))).toContain('all hour');
  });

  test('a morning like every morning is none, though the night was quiet', () => {
    const mornings = Array.from({ length: 14 }, (_, day) =>
      posts(8).map(({ at, ...rest }) => ({ ...rest, at: at - (day + 1) * DAY })),
    ).flat();
    expect(look([...mornings, ...posts(8)])).toEqual([]);
    expect(look([...mornings, ...posts(50)])).not.toEqual([]);
  });
});

describe('a day against the fortnight', () => {
  const slow = Array.from({ length: 24 }, (_, index) => post(30 + index * 58));

  test('a slow rise that no single hour shows is found', () => {
    expect(names(look(slow))).toContain('all day');
    expect(names(look(slow)).filter((name) => name.endsWith('hour'))).toEqual([]);
  });

  test('the same every day is none', () => {
    const always = Array.from({ length: 15 }, (_, day) =>
      slow.map(({ at, ...rest }) => ({ ...rest, at: at - day * DAY })),
    ).flat();
    expect(look(always)).toEqual([]);
  });
});

describe('a desk', () => {
  test('that began an hour ago takes its first posts for what is usual', () => {
    expect(look(posts(30), { since: NOW - 2 * HOUR })).toEqual([]);
  });

  test('that was there all night and heard nothing does not', () => {
    expect(look(posts(8), { since: NOW - 13 * HOUR })).not.toEqual([]);
  });

  test('does not tell again what a warning has told', () => {
    expect(look(posts(8), { told: NOW })).toEqual([]);
    expect(look(posts(30), { told: NOW - 40 * MINUTE })).not.toEqual([]);
  });

  test('does not take a past surge for what is usual', () => {
    const surge = Array.from({ length: 200 }, (_, index) => post(240 + index));
    const surges = [{ from: NOW - 8 * HOUR, to: NOW - 3 * HOUR }];
    expect(names(look([...surge, ...posts(8)]))).not.toContain('all hour');
    expect(names(look([...surge, ...posts(8)], { surges, told: NOW - 3 * HOUR }))).toContain('all hour');
  });

  test('keeps quiet of what somebody called no surge, until it doubles or a day has gone', () => {
    const dismissed = (rate: number, hours: number) =>
      ['all', 'category/complaint', 'cause/delivery', 'media/weibo'].map((series) => ({
        series,
        rate,
        at: NOW - hours * HOUR,
      }));
    expect(look(posts(8), { dismissed: dismissed(8, 2) })).toEqual([]);
    expect(look(posts(8), { dismissed: dismissed(4, 2) })).not.toEqual([]);
    expect(look(posts(8), { dismissed: dismissed(8, 25) })).not.toEqual([]);
  });

  test('holds on to a running signal until it is near the usual again', () => {
    const running: readonly Signal[] = [{ series: { by: 'all' }, window: 'hour', count: 20, usual: 2 }];
    const rate = (perHour: number) =>
      Array.from({ length: perHour * 3 }, (_, index) => post(1 + (index * 60) / perHour));
    expect(look(rate(4), { running })).toMatchObject([{ count: 4, usual: 2 }]);
    expect(look(rate(2), { running })).toEqual([]);
  });
});

const rises = (sightings: readonly Sighting[], sensitivity: Sensitivity) =>
  watched(sightings, { sensitivity }, { spare: 10 * MINUTE }).filter(({ event }) => event.type === 'rose');

/** What policies/desk.yaml promises: false warnings a year, of steady traffic with its days, nights and weekends. */
const MOST = { calm: 1, normal: 4, alert: 26 } as const;

describe.each(['calm', 'normal', 'alert'] as const)('a year of random traffic without an event, %s', (sensitivity) => {
  test.each([0.1, 0.5])('at %d an hour gives hardly a warning', (rate) => {
    const year = traffic(7, { to: BEGIN + 365 * DAY, rate: daily(rate) });
    expect(year.length).toBeGreaterThan(rate * 8000);
    expect(rises(year, sensitivity).length).toBeLessThanOrEqual(MOST[sensitivity]);
  });
});

describe('a real surge', () => {
  test.each([1, 2, 3, 4, 5, 6])('on one platform is warned of within the hour, once, and ends (%d)', (seed) => {
    const from = BEGIN + 30 * DAY + seed * 5 * HOUR;
    const usual = traffic(seed, { to: BEGIN + 40 * DAY, rate: daily(0.5) });
    const rate = () => 12;
    const surge = traffic(seed + 100, {
      from,
      to: from + 4 * HOUR,
      rate,
      media: 'weibo',
      cause: 'safety',
      category: 'safety',
    });
    const story = watched(merged(usual, surge));
    const warnings = story.filter(({ event }) => event.type === 'rose');
    const end = story.findLast(({ event }) => event.type === 'calmed');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.at).toBeGreaterThan(from);
    expect(warnings[0]?.at).toBeLessThan(from + HOUR);
    expect(end?.at).toBeGreaterThan(from + 4 * HOUR);
    expect(end?.at).toBeLessThan(from + 8 * HOUR);
    expect(story.length).toBeLessThan(80);
  });
});

test('mentions that come in any order and go again leave the same as if they had never been', () => {
  const kinds: readonly Sighting[] = [
    ...posts(4),
    post(2),
    post(2, { media: 'news', cause: 'unknown' }),
    ...posts(3, { category: 'other' }),
  ];
  const seen = new Sightings();
  for (const one of kinds.toReversed()) seen.add(one);
  for (const one of posts(4)) seen.remove(one);
  const others = new Sightings();
  for (const one of kinds.slice(4)) others.add(one);
  const shown = ({ series, times }: Seen) => [keyOf(series), times] as const;
  expect(new Map([...seen.all()].map(shown))).toEqual(new Map([...others.all()].map(shown)));
  for (const one of kinds.slice(4)) seen.remove(one);
  expect([...seen.all()]).toEqual([]);
});
