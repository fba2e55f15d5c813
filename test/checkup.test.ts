/** A start says in short what the doctor finds, whatever becomes of its checks. */
import { expect, test } from 'vitest';
import { inShort } from '#src/checkup.ts';
import type { Check } from '#src/stores/doctor-check.ts';

const fine: Check = { name: 'token', run: async () => [{ is: 'good', say: { en: 'It is valid.', zh: '有效。' } }] };
const poor: Check = {
  name: 'scopes',
  run: async () => [
    { is: 'poor', say: { en: 'One is missing.', zh: '缺一项。' }, mend: { en: 'Add it.', zh: '请添加。' } },
  ],
};
const unreachable: Check = { name: 'clock', run: () => Promise.reject(new Error('fetch failed')) };

test('one line when all is well', async () => {
  expect(await inShort([fine, fine], 'en')).toEqual([
    '✓ The doctor finds nothing wrong between the desk and its chats.',
  ]);
});

test('only what is not well, with what to do; a check that fails is a line like others', async () => {
  expect(await inShort([fine, poor, unreachable], 'en')).toEqual([
    '! One is missing.\n    → Add it.',
    '✗ clock could not be checked: fetch failed',
  ]);
  expect(await inShort([poor], 'zh')).toEqual(['! 缺一项。\n    → 请添加。']);
});
