/** Weeks in which calendars and clocks do what they seldom do; the whole year is a trial of its own. */
import { expect, test } from 'vitest';
import { judge } from './year/judge.ts';
import { live } from './year/run.ts';

const WEEKS = [
  ['the eve of Spring Festival, with a Saturday that is worked', '2026-02-13', '2026-02-18'],
  ['the week in which London changes its clocks', '2026-03-27', '2026-04-01'],
  ['the end of Golden Week', '2026-10-05', '2026-10-11'],
  ['New Year, into a year whose holidays nobody knows', '2026-12-30', '2027-01-05'],
] as const;

test.for(WEEKS)(
  'over %s every deadline is called out once, at its time, and nobody at a wrong hour',
  async ([, from, to]) => {
    const past = await live(`${from}T00:00:00.000Z`, `${to}T00:00:00.000Z`, 7, 90);
    const { wrong, deadlines, late, calls } = await judge(past);
    expect(wrong).toEqual([]);
    expect(past.runs.length).toBeGreaterThan(1);
    expect(deadlines).toBeGreaterThan(15);
    expect(late).toBeGreaterThan(0);
    expect(calls).toBeGreaterThan(15);
  },
);
