/** Hundreds of hostile interactions and requests: no crash, no fault, nothing written that nobody asked for. The long form is test/trial. */
import { expect, test } from 'vitest';
import { temporary } from '#test/stores/folder.ts';
import { fuzz, unexplained } from './fuzz.ts';
import { started, verified } from './process.ts';

const COUNT = Number(process.env['FUZZ_COUNT'] ?? 480);
const SEED = Number(process.env['FUZZ_SEED'] ?? 7);

test(`what hostile clients send changes nothing but what it may (seed ${SEED})`, { timeout: 600_000 }, async () => {
  const dir = temporary();
  const desk = started(dir);
  const url = await desk.url;
  const { taken, wrong, answers } = await fuzz(url, COUNT, SEED);
  expect(wrong).toEqual([]);
  expect(answers.get('200')).toBeGreaterThan(COUNT / 10);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const { status, complained } = await desk.end('SIGTERM');
  expect([status, complained]).toEqual([0, '']);
  expect(await unexplained(dir, taken)).toEqual([]);
  expect((await verified(dir)).status).toBe(0);
});
