/** The doctor and the start say of which years the holidays are not known. */
import { expect, test } from 'vitest';
import { calendarFindings } from '#src/calendar-doctor.ts';
import { dated } from '#test/core/calendar/china.fixture.ts';

const found = (at: string, rules = dated) => calendarFindings(rules, at).map(({ is, say }) => [is, say.en]);

test('a year that is known is said to be', () => {
  expect(found('2026-06-01T00:00:00.000Z')).toEqual([
    ['good', 'Working days of Mainland China are known until 2026.'],
    ['good', 'Working days of England and Wales are known until 2027.'],
  ]);
});

test('a year that begins soon and is not known is said loudly, with what to do', () => {
  const [own, other] = calendarFindings(dated, '2026-12-01T00:00:00.000Z');
  expect(own).toMatchObject({
    is: 'poor',
    say: { en: expect.stringContaining('holidays of 2027 are not known for Mainland China') },
  });
  expect(own?.mend?.zh).toContain('policies/calendar/cn.yaml');
  expect(other?.is).toBe('good');
});

test('a company in a country that nobody described hears of it', () => {
  const rules = { ...dated, timeZone: 'America/New_York', calendars: [] };
  expect(found('2026-06-01T00:00:00.000Z', rules)).toEqual([
    ['poor', 'No calendar describes the country of your time zone; I reckon with weekends only.'],
  ]);
});
