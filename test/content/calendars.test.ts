/** Calendars as a company writes them: its own word goes first, and every mistake is told with its line. */
import { expect, test } from 'vitest';
import { readCalendars } from '#src/content/calendars.ts';
import { isWorkingDay } from '#src/core/calendar/working-days.ts';

const written = (more: { readonly [key: string]: string } = {}): string =>
  Object.entries({
    name: '{ en: Here, zh: 这里 }',
    zones: '[Asia/Shanghai]',
    weekend: '[6, 7]',
    years: '[]',
    holidays: '{}',
    makeUp: '{}',
    ...more,
  })
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n');
const read = (...texts: readonly string[]) =>
  readCalendars(texts.map((text, index) => ({ file: `policies/calendar/${'abc'[index]}.yaml`, text })));

test('what the company writes goes before what is official', () => {
  const { calendars, mistakes } = read(
    written({
      official: 'cn',
      years: '[2027]',
      holidays: '{ 2026-10-10: { en: Founders, zh: 司庆 } }',
      makeUp: '{ 2026-10-03: { en: Stocktaking, zh: 盘点 } }',
    }),
  );
  const [here] = calendars;
  if (!here) throw new Error('it was not read');
  expect(mistakes).toEqual([]);
  expect(isWorkingDay('2026-10-10', here)).toBe(false);
  expect(isWorkingDay('2026-10-03', here)).toBe(true);
  expect(isWorkingDay('2026-10-02', here)).toBe(false);
  expect(here.years.slice(-2)).toEqual([2026, 2027]);
});

test('a weekend need not be Saturday and Sunday', () => {
  const [there] = read(written({ zones: '[Asia/Riyadh]', weekend: '[5, 6]' })).calendars;
  if (!there) throw new Error('it was not read');
  expect(['2026-03-05', '2026-03-06', '2026-03-07', '2026-03-08'].map((day) => isWorkingDay(day, there))).toEqual([
    ...[true, false, false, true],
  ]);
});

test.for([
  [
    'a day that is none',
    { holidays: '{ 2026-02-30: { en: A, zh: 甲 } }' },
    'holidays.2026-02-30',
    'Write it as 2026-10-01.',
  ],
  ['an eighth day of the week', { weekend: '[8]' }, 'weekend.0', 'Write at most 7.'],
  ['a zone that is none', { zones: '[Beijing]' }, 'zones.0', 'Write a name such as Asia/Shanghai or Europe/London.'],
] as const)('%s is told with its place and what to write', ([, more, key, remedy]) => {
  expect(read(written(more)).mistakes).toMatchObject([
    { file: 'policies/calendar/a.yaml', key, remedy: { en: remedy } },
  ]);
});

test('two calendars do not share a zone', () => {
  expect(read(written(), written()).mistakes).toMatchObject([
    { file: 'policies/calendar/b.yaml', line: 2, key: 'zones', problem: { en: expect.stringContaining('calendar a') } },
  ]);
});
