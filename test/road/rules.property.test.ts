/** Random people in random roles press, forge and type at the whole house, and find no way round its rules (K6, K8, K10). */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deed, perform } from './deeds.ts';
import { watchman } from './rules.ts';
import { stage } from './stage.ts';

/** How many walks: few enough for every test run; a trial asks for more. */
const numRuns = Number(process.env['TRIAL_RUNS'] ?? 12);
/** The same few each time, so that a test run does not hang on chance; a trial draws its own. */
const always = process.env['TRIAL_RUNS'] === undefined ? { seed: 42 } : {};

test('nobody gets round the gates, and what is confidential shows to nobody outside', {
  timeout: 3_600_000,
}, async () => {
  const reached = new Set<string>();
  const walk = fc.asyncProperty(fc.array(deed, { minLength: 40, maxLength: 120 }), async (deeds) => {
    const set = await stage();
    const guard = watchman(set);
    for (const one of deeds) await guard.look(await perform(set, one));
    for (const what of guard.reached) reached.add(what);
    await set.stop();
  });
  await fc.assert(walk, { numRuns, endOnFailure: true, ...always });
  for (const what of ['approved', 'published', 'confidential']) expect([...reached]).toContain(what);
});
