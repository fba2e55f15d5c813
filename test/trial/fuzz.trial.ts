/** Ten thousand hostile interactions and requests against the real process: no crash, no 5xx, nothing written unasked. */
import { expect, test } from 'vitest';
import { fuzz, unexplained } from '#test/road/fuzz.ts';
import { started, verified } from '#test/road/process.ts';
import { temporary } from '#test/stores/folder.ts';
import { found } from './found.ts';

const COUNT = Number(process.env['TRIAL_RUNS'] ?? 10_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

test(`${COUNT} shots, seed ${SEED}`, { timeout: 1_800_000 }, async () => {
  const dir = temporary();
  const desk = started(dir);
  const url = await desk.url;
  const { taken, wrong, answers } = await fuzz(url, COUNT, SEED);
  expect(wrong).toEqual([]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const { status, complained } = await desk.end('SIGTERM');
  expect([status, complained]).toEqual([0, '']);
  expect(await unexplained(dir, taken)).toEqual([]);
  const { status: whole, said } = await verified(dir);
  expect(whole, said).toBe(0);
  const each = [...answers].sort().map(([answer, times]) => `${answer}: ${times}`);
  found(
    'fuzz',
    `${COUNT} shots, seed ${SEED}; ${each.join(', ')}`,
    'no crash, no 5xx, no entry unasked for, chain whole',
  );
});
