/** The rules walked at random over the whole house, and compared with the twin that has no secret, for as long as it is told. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deed, perform } from '#test/road/deeds.ts';
import { watchman } from '#test/road/rules.ts';
import { ACCOUNTS, stage } from '#test/road/stage.ts';
import { play } from '#test/road/twins.ts';
import { found } from './found.ts';

const numRuns = Number(process.env['TRIAL_RUNS'] ?? 1000);
const given = Number(process.env['TRIAL_SEED']);
const seed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 1_000_000;
const script = fc.array(deed, { minLength: 40, maxLength: 160 });
const secret = fc.record({ about: fc.constantFrom(undefined, ...ACCOUNTS), seed: fc.nat(2 ** 31 - 1) });

test('random people in random roles find no way round', { timeout: 3_600_000 }, async () => {
  const reached = new Map<string, number>();
  let deeds = 0;
  const walk = fc.asyncProperty(script, async (all) => {
    const set = await stage();
    const guard = watchman(set);
    for (const one of all) await guard.look(await perform(set, one));
    deeds += all.length;
    for (const what of guard.reached) reached.set(what, (reached.get(what) ?? 0) + 1);
    await set.stop();
  });
  await fc.assert(walk, { numRuns, seed, endOnFailure: true });
  const far = [...reached].map(([what, walks]) => `${what} ${walks}`).join(', ');
  found('rules', `${numRuns} walks, ${deeds} deeds, seed ${seed}; walks that saw: ${far}`, 'no way round');
});

test('outsiders see the same with a confidential case and without', { timeout: 3_600_000 }, async () => {
  const twins = fc.asyncProperty(script, secret, async (deeds, hidden) => {
    const [without, beside] = [await play(deeds, hidden, false), await play(deeds, hidden, true)];
    expect(JSON.stringify(beside)).not.toContain('TOPSECRET');
    expect(beside).toEqual(without);
  });
  await fc.assert(twins, { numRuns: Math.ceil(numRuns / 3), seed, endOnFailure: true });
  found('discretion', `${Math.ceil(numRuns / 3)} scripts, seed ${seed}`, 'no word, number, count or gap');
});
