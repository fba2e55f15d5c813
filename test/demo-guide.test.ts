/** The guide knows what has happened on the desk, whether it was there or not. */
import { expect, test } from 'vitest';
import { guideOf } from '#src/demo-guide.ts';
import { formOf, type House, house } from '#test/house.fixture.ts';
import { memoryStore } from './stores/memory.ts';

const NEXT_DAY = '2026-03-03T10:00:00.000Z';
const done = (guide: ReturnType<typeof guideOf>) => guide().flatMap((step) => (step.done ? [step.id] : []));

/** A guide of a house that is open already. */
async function guide({ desk }: House) {
  const made = guideOf(desk);
  await desk.cases.start();
  return made;
}

test('after a restart the guide stands where it stood, and goes on from there', async () => {
  const store = memoryStore();
  const all = await house({ store });
  const before = await guide(all);
  expect(done(before)).toEqual([]);
  await all.as('emma').types('report The tea is cold https://weibo.com/1/a');
  await all.as('rita').presses(all.card(), 'Claim');
  expect(done(before)).toEqual(['report', 'claim']);
  await all.stop();
  const again = await house({ store, chat: all.chat, at: NEXT_DAY });
  const after = await guide(again);
  expect(after()).toEqual(before());
  const fact = { claim: 'The tea was cold', verdict: 'true', evidence: 'The shop says so' };
  await again.as('rita').fills(again.card(), 'Facts', fact);
  expect(done(after)).toEqual(['report', 'claim', 'verify']);
});

test('of a confidential case it says nothing', async () => {
  const all = await house();
  const form = formOf(await all.as('emma').types('report'));
  const post = { link: '', said: 'Somebody here was rude', confidential: true };
  await all.as('emma').sends(form, post);
  expect(all.desk.cases.list({ me: 'x', roles: ['hr'] }, () => true)).toHaveLength(1);
  expect(done(await guide(all))).toEqual([]);
});
