/** Somebody with two accounts turns out to be one person: one request, one signature. */
import { expect, test } from 'vitest';
import { cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';
import { policies } from './policies.fixture.ts';

const TEN = '2026-03-02T10:00:00.000Z';
const EMAIL = 'emma@example.com';

/** Emma has an account on another platform, where they know her e-mail address; then the first one learns it, too. */
const arrives = ({ desk }: House) =>
  desk.people.who({
    ...{ platform: 'teams', account: 't-emma', at: TEN, cause: 'teams' },
    profile: { name: 'Emma', email: EMAIL, timeZone: 'Europe/London' },
  });
const known = ({ desk }: House) =>
  desk.people.who({
    ...{ platform: 'slack', account: 'emma', at: TEN, cause: 'slack' },
    profile: { name: 'Emma', email: EMAIL, timeZone: 'Europe/London' },
  });

async function asked() {
  const all = await house({ policies, at: TEN });
  await arrives(all);
  const hana = all.as('hana');
  await hana.fills(cardOf(await hana.types('desk campaign')), 'Ask', { 'policy-pledge': true, audience: 'all' });
  return all;
}

const linesOf = ({ desk }: House) => desk.signing.signers.in(desk.signing.campaigns.list()[0]?.id ?? '');

test('what they signed before stays theirs, and they are not asked again', async () => {
  const all = await asked();
  expect(linesOf(all)).toHaveLength(11);
  const emma = all.as('emma');
  let page = cardOf(await emma.presses(emma.newest(), 'Read'));
  while (labels(page).includes('Next ▶')) page = cardOf(await emma.presses(page, 'Next'));
  await emma.sends(formOf(await emma.presses(page, 'Sign')), { consent: true, name: 'Emma' });
  const { id } = await known(all);
  await all.settled();
  expect(linesOf(all)).toHaveLength(10);
  const mine = linesOf(all).filter(({ person }) => person === id);
  expect(mine.map(({ task }) => task.status)).toEqual(['signed']);
  expect(all.desk.signing.signers.signed(id, 'pledge')).toBe(1);
  expect(all.desk.signing.signers.openOf(id)).toEqual([]);
  const own = cardOf(await emma.types('desk sign'));
  expect(labels(own)).not.toContain('Read and sign');
  expect(said(cardOf(await emma.presses(own, 'My signature')))).toContain('Emma');
});

test('what they had not signed is asked in one place alone', async () => {
  const all = await asked();
  const { id } = await known(all);
  await all.settled();
  expect(linesOf(all)).toHaveLength(10);
  expect(all.desk.signing.signers.openOf(id)).toHaveLength(1);
  expect([...all.desk.signing.signers.open()].filter(({ person }) => person === id)).toHaveLength(1);
});
