/** Many people in one instant: one thing happens, and everybody hears what it was. The long form is test/trial. */
import { test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import { temporary } from '#test/stores/folder.ts';
import { claimAtOnce, decideAtOnce, pressTwice, raced, reportAtOnce, resignAtOnce } from './races.ts';

const embedded = () => openLowdb(temporary());

test('approve and reject at once: one decision, and all others hear whose', async () => {
  await decideAtOnce(await raced(await embedded()), 8);
});
test('one post reported by many at once is one case, and each is told once', async () => {
  await reportAtOnce(await raced(await embedded()), 12);
});
test('one case claimed by many at once has one owner', async () => {
  await claimAtOnce(await raced(await embedded()), 8);
});
test('what is pressed in two windows at once happens once', async () => {
  await pressTwice(await raced(await embedded()));
});
test.each(['form', 'line', 'list'] as const)(
  'of the last two administrators, resigning at once by %s, one stays',
  async (way) => {
    await resignAtOnce(await raced(await embedded()), way);
  },
);
