/** Which mentions are counted, as cases bring and lose them, whatever the clock does and however many there are. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#src/core/time.ts';
import { keyOf, type Sighting, seriesOf } from '#src/core/warning/series.ts';
import { Recent } from '#src/desk/warning/recent.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const post = (at: number, about: Partial<Sighting> = {}): Sighting => ({
  ...{ at, media: 'weibo', category: 'complaint', cause: 'delivery' },
  ...about,
});
const opened = (now = NOW) => new Recent(() => new Date(now).toISOString());
const counted = (recent: Recent, now = NOW): ReadonlyMap<string, readonly number[]> =>
  new Map([...recent.all(now)].map(({ series, times }) => [keyOf(series), [...times]]));

const sightings = fc.array(
  fc.record({
    at: fc.integer({ min: 1, max: 50 }).map((minutes) => NOW - minutes * MINUTE),
    media: fc.constantFrom('weibo', 'news'),
    category: fc.constantFrom('complaint', 'other'),
    cause: fc.constantFrom('delivery', 'unknown'),
  } as const),
  { maxLength: 6 },
);

test('what is counted is what the cases bring now, in order, whatever they brought before', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), sightings, fc.boolean())), (changes) => {
      const recent = opened();
      const now = new Map<string, readonly Sighting[]>();
      for (const [id, seen, more] of changes) {
        const all = more ? [...(now.get(id) ?? []), ...seen] : seen;
        expect(recent.set(id, all)).toBe(JSON.stringify(all) !== JSON.stringify(now.get(id) ?? []));
        now.set(id, all);
      }
      const found = new Map<string, number[]>();
      for (const one of [...now.values()].flat())
        for (const key of seriesOf(one).map(keyOf)) found.set(key, [...(found.get(key) ?? []), one.at]);
      expect(counted(recent)).toEqual(new Map([...found].map(([key, times]) => [key, times.sort((a, b) => a - b)])));
    }),
  );
});

describe('a clock', () => {
  test('that goes on takes with it the cases whose mentions are all too old', () => {
    const recent = opened();
    recent.set('old', [post(NOW - 14 * DAY)]);
    recent.set('both', [post(NOW - 14 * DAY), post(NOW)]);
    expect(counted(recent, NOW + 2 * DAY).get('all')).toEqual([NOW - 14 * DAY, NOW]);
  });

  test('that was a month ahead and is set right does not make the desk deaf for a month', () => {
    const recent = opened();
    recent.all(NOW + 30 * DAY);
    recent.all(NOW);
    recent.set('case', [post(NOW)]);
    expect(counted(recent, NOW + HOUR).get('all')).toEqual([NOW]);
  });
});
