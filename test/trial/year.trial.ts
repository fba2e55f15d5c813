/** A whole year on a clock moved by hand, with the process stopped at random for minutes or for more than a day. */
import { expect, test } from 'vitest';
import { judge } from '#test/road/year/judge.ts';
import { live } from '#test/road/year/run.ts';
import { found } from './found.ts';

const given = Number(process.env['TRIAL_SEED']);
const seed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 1_000_000;

test('every deadline of a year is called out once, in the right hour of the right zone', {
  timeout: 1_800_000,
}, async () => {
  const past = await live('2026-01-01T00:00:00.000Z', '2027-01-10T00:00:00.000Z', seed, 25);
  const { wrong, cases, deadlines, late, calls } = await judge(past);
  const what = `seed ${seed}: ${past.deeds} deeds, ${cases} cases, ${past.runs.length - 1} stops`;
  found(
    'year',
    what,
    `${deadlines} deadlines, ${late} of them late and said so, ${calls} calls, ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
});
