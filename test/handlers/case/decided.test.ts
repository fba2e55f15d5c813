/** Where somebody was asked for a decision that is over, one line says which it was; of what they may not know it says nothing. */
import { expect, test } from 'vitest';
import { cardOf, type House, house, labels, said } from '#test/house.fixture.ts';

const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
const draft = {
  kind: 'apology',
  account: 'Us on Weibo',
  text: 'We are sorry that the tea was cold.',
  ...FACT,
  now: true,
};
const OVER = 'RM-2026-0001: decided already. Nothing more to do here.';
const NOTHING = 'Nothing more to do here.';

/** Rita's reply is with those who decide. */
async function submitted(): Promise<House> {
  const all = await house();
  await all.as('emma').types('report The tea is cold, complaint https://weibo.com/1/a');
  await all.as('rita').fills(all.card(), 'Draft', draft);
  return all;
}
const direct = ({ as }: House, who: string) => as(who).reads().map(said);
const confides = async ({ as, card }: House, concerns = '') =>
  as('rita').fills(cardOf(await as('rita').presses(card(), 'More')), 'Make confidential', {
    concerns,
    reason: 'a colleague',
  });

test('nobody gets the line who was not asked: neither who was away and came back, nor who became an approver since', async () => {
  const all = await house();
  await all.as('amy').types('desk team away 2026-12-31');
  await all.as('emma').types('report The tea is cold, complaint https://weibo.com/1/a');
  await all.as('rita').fills(all.card(), 'Draft', draft);
  await all.as('ada').presses(all.as('ada').newest(), 'Approve');
  await all.as('amy').types('desk team back');
  await all.as('max').types('desk team add 罗博 approver');
  await all.settled();
  expect(direct(all, 'amy')).toEqual([]);
  expect(direct(all, 'rob').join()).not.toContain('RM-2026-0001');
  expect(direct(all, 'lea')).toEqual([OVER]);
  expect(all.faults).toEqual([]);
});

test('a case that has turned confidential since is named to nobody any more', async () => {
  const all = await submitted();
  await all.as('ada').presses(all.as('ada').newest(), 'Approve');
  expect(direct(all, 'amy')).toEqual([OVER]);
  await confides(all, 'lea');
  for (const who of ['ada', 'amy', 'lea']) expect(direct(all, who)).toEqual([NOTHING]);
});

test('a case that turns confidential while it waits for a decision leaves the anonymous line', async () => {
  const all = await submitted();
  await confides(all);
  for (const who of ['ada', 'amy']) expect(direct(all, who)).toEqual([NOTHING]);
});

test('whoever is no approver any more reads no number', async () => {
  const all = await submitted();
  await all.as('max').types('desk team roles Amy responder');
  await all.as('ada').presses(all.as('ada').newest(), 'Approve');
  await all.settled();
  expect(direct(all, 'amy')).toEqual([NOTHING]);
});

test('a reply that is submitted again asks again, and is over again once it was sent back', async () => {
  const all = await submitted();
  await all.as('ada').fills(all.as('ada').newest(), 'Reject', { reason: 'Name the shop' });
  expect(direct(all, 'amy')).toEqual([OVER]);
  await all.as('rita').fills(all.card(), 'Draft', { ...draft, text: 'We are sorry that the tea in Leeds was cold.' });
  expect(labels(all.as('amy').newest())).toContain('Approve');
  await all.as('amy').presses(all.as('amy').newest(), 'Approve');
  expect(direct(all, 'amy')).toEqual(['RM-2026-0001: you approved the reply.']);
  expect(direct(all, 'ada')).toEqual([OVER]);
});

test('after a crash the line still stands, and nobody gets it as a message', async () => {
  const all = await submitted();
  await all.as('ada').presses(all.as('ada').newest(), 'Approve');
  const messages = all.chat.messages.length;
  await all.stop();
  const again = await house({ store: all.store, chat: all.chat });
  await again.settled();
  expect(again.chat.messages.length).toBe(messages);
  expect(direct(again, 'amy')).toEqual([OVER]);
});
