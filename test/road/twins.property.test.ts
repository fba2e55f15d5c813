/** Outsiders, and whoever it is about, are shown the same whether there is a confidential case or not: no word, no count, no gap. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deed } from './deeds.ts';
import { ACCOUNTS } from './stage.ts';
import { play } from './twins.ts';

/** How many scripts: few enough for every test run; a trial asks for more. */
const numRuns = Number(process.env['TRIAL_RUNS'] ?? 8);
/** The same few each time, so that a test run does not hang on chance; a trial draws its own. */
const always = process.env['TRIAL_RUNS'] === undefined ? { seed: 42 } : {};

const secret = fc.record({ about: fc.constantFrom(undefined, ...ACCOUNTS), seed: fc.nat(2 ** 31 - 1) });

test('a confidential case changes nothing for anybody outside', { timeout: 3_600_000 }, async () => {
  const script = fc.array(deed, { minLength: 30, maxLength: 90 });
  const property = fc.asyncProperty(script, secret, async (deeds, hidden) => {
    const [without, beside] = [await play(deeds, hidden, false), await play(deeds, hidden, true)];
    expect(JSON.stringify(beside)).not.toContain('TOPSECRET');
    expect(beside).toEqual(without);
  });
  await fc.assert(property, { numRuns, endOnFailure: true, ...always });
});
