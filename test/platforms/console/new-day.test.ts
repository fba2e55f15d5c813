/** A page that stays open over night does not go on to say “today” of yesterday. */
import { expect, test } from 'vitest';
import { anotherDay } from '#src/platforms/console/new-day.ts';

const message = (ref: string, timeZone: string) => ({
  ...{ ref, key: ref, place: { kind: 'direct', id: 'emma' } as const, at: '2026-11-22T08:00:00.000Z' },
  ...{ order: 1, version: 0, card: { summary: ref, blocks: [], locale: 'en', timeZone } as const },
});
const all = [message('london', 'Europe/London'), message('shanghai', 'Asia/Shanghai'), message('mars', 'Mars/Base')];
const turned = (before: string, now: string) => anotherDay(before, now, all).map(({ ref }) => ref);

test('cards are drawn anew when the day of their readers is over, and only then', () => {
  expect(turned('2026-11-22T15:59:00.000Z', '2026-11-22T16:00:00.000Z')).toEqual(['shanghai']);
  expect(turned('2026-11-22T16:00:00.000Z', '2026-11-22T16:01:00.000Z')).toEqual([]);
  expect(turned('2026-11-22T23:59:00.000Z', '2026-11-23T00:00:00.000Z')).toEqual(['london', 'mars']);
});

test('a computer that slept for days draws them all anew', () => {
  expect(turned('2026-11-20T10:00:00.000Z', '2026-11-23T10:00:00.000Z')).toEqual(['london', 'shanghai', 'mars']);
});
