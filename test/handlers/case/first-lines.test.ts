/** What a message of a case says first: the reason, the time that is left, and that an old one has been overtaken. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { button, formOf, type House, house, labels, said } from '#test/house.fixture.ts';

const ANSWER = 'https://weibo.com/us/9';
const QUICK = {
  ...{ kind: 'apology', account: 'Us on Weibo', text: 'We are sorry that the tea was cold.', now: true },
  ...{ claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' },
};

async function submitted(): Promise<House> {
  const all = await house();
  await all.as('emma').types('report The tea is cold, complaint https://weibo.com/1/a');
  await all.as('rita').fills(all.card(), 'Draft', QUICK);
  return all;
}

describe('a reply that was sent back', () => {
  test('comes with the reason before the post, and asks for another draft before another submission', async () => {
    const { as } = await submitted();
    await as('ada').fills(as('ada').newest(), 'Reject', { reason: 'Name the shop' });
    const told = as('rita').newest();
    expect(said(told)).toMatch(/Name the shop[\s\S]*The tea is cold/);
    expect(labels(told).slice(0, 2)).toEqual(['Draft…', 'Submit']);
    expect(button(told, 'Draft…').look).toBe('primary');
  });
});

test('the message that asks for publication says, once that is done, that it is', async () => {
  const { as } = await submitted();
  await as('ada').presses(as('ada').newest(), 'Approve');
  const asked = as('rita').newest();
  await as('rita').fills(asked, 'Published', { link: ANSWER });
  expect(words(await as('rita').presses(asked, 'Published…'))).toContain('the case is now “published”');
});

test('a publication that is sent twice, as platforms do, is answered twice as it was', async () => {
  const { as, card, desk, idOf } = await submitted();
  await as('ada').presses(as('ada').newest(), 'Approve');
  const open = formOf(await as('rita').presses(as('rita').newest(), 'Published…'));
  const values = { link: ANSWER, media: 'weibo', account: 'Us on Weibo', when: '0' };
  const send = () => as('rita').submits(open.form, values, open.args, { cause: 'once' });
  expect(await send()).toMatchObject({ type: 'done' });
  expect(await send()).toMatchObject({ type: 'done' });
  expect(card().summary).toContain('Published');
  const [one] = desk.cases.list({ me: idOf('rita'), roles: ['responder'] }, () => true);
  const { history } = await desk.cases.records.read(one?.id ?? '');
  expect(history.filter(({ event }) => event.type === 'published')).toHaveLength(1);
});

test('a critical case tells leaders at once by when and why, and stands out in its channel', async () => {
  const { as, card } = await house();
  const form = formOf(await as('emma').types('report'));
  await as('emma').sends(form, { said: 'The kettle exploded', severity: 'critical' });
  const alert = said(as('lea').newest());
  for (const part of ['First answer due', 'left', 'Why:', 'The kettle exploded']) expect(alert).toContain(part);
  expect(card().blocks).toContainEqual(expect.objectContaining({ type: 'status', tone: 'alarm' }));
});
