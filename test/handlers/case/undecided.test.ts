/** Nobody is left who may approve a reply: whoever submitted it and whoever can help hear so at once (K10). */
import { describe, expect, test } from 'vitest';
import type { Rules } from '#src/core/rules.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { button, cardOf, type House, house, labels, said } from '#test/house.fixture.ts';

const POST = 'The tea is cold, complaint https://weibo.com/1/a';
const REPLY = 'We are sorry that the tea was cold.';
const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
const draft = { kind: 'apology', account: 'Us on Weibo', text: REPLY, ...FACT, now: true };
const NOBODY = 'nobody is there who may approve the reply';

/** Where only these hold a role that approves. */
async function desk(decided: Partial<Rules>, ...roles: readonly string[]): Promise<House> {
  const all = await house({ rules: decided });
  for (const who of ['Ada', 'Amy', 'Lea', '雷磊']) await all.as('max').types(`desk team roles ${who} responder`);
  for (const given of roles) await all.as('max').types(`desk team roles ${given}`);
  await all.as('emma').types(`report ${POST}`);
  return all;
}
const submits = (all: House, who = 'rita') => all.as(who).fills(all.card(), 'Draft', draft);
const told = ({ as }: House, who: string) =>
  as(who)
    .reads()
    .filter((card) => said(card).includes(NOBODY));
/** The card with the decision, while there is one. */
const asked = ({ as }: House, who: string) =>
  as(who)
    .reads()
    .filter((card) => labels(card).some((label) => /^(?:Approve|批准)/.test(label)));

describe('a reply that nobody else may approve', () => {
  test('is said to whoever submitted it and to administrators, and stands on the card', async () => {
    const all = await desk({}, 'Rita responder approver');
    await submits(all);
    expect(told(all, 'rita').map(said)).toEqual([
      expect.stringContaining(
        'Everybody who may approve this reply had a part in it. Max can give somebody the role of approver or leader with “desk team”',
      ),
    ]);
    expect(told(all, 'max')).toHaveLength(1);
    const [card] = told(all, 'max');
    expect(card && cardOf(await all.as('max').presses(card, button(card, 'Team').label)).summary).toContain('Team');
    for (const who of ['ada', 'lea', 'emma', 'hana']) expect(told(all, who)).toEqual([]);
    expect(said(all.card())).toContain('Everybody who may approve this reply had a part in it.');
    expect(all.faults).toEqual([]);
  });

  test('goes to whoever is named then, and the card says so no longer', async () => {
    const all = await desk({}, 'Rita responder approver');
    await submits(all);
    expect(asked(all, 'ada')).toEqual([]);
    await all.as('max').types('desk team add Ada approver');
    await all.settled();
    expect(asked(all, 'ada')).toHaveLength(1);
    expect(said(all.card())).not.toContain('had a part in it');
    const [card] = asked(all, 'ada');
    if (card) await all.as('ada').presses(card, 'Approve');
    expect(said(all.card())).toContain('Approved reply');
  });

  test('is told once, however often the case changes meanwhile', async () => {
    const all = await desk({}, 'Rita responder approver');
    await submits(all);
    await all.as('mei').types(`report ${POST}`);
    await all.pass(1);
    expect(told(all, 'rita')).toHaveLength(1);
    expect(told(all, 'max')).toHaveLength(1);
  });

  test('is told once when the last who may approve goes away later, and over when they are back', async () => {
    const all = await desk({}, 'Rita responder approver', 'Ada approver');
    await submits(all);
    expect(told(all, 'rita')).toEqual([]);
    const leave = async (word: string) => {
      await all.as('ada').types(`desk team ${word}`);
      await all.settled();
    };
    await leave('away 2026-12-31');
    const messages = all.chat.at('rita').length;
    for (const who of ['rita', 'max']) expect(told(all, who)).toHaveLength(1);
    await leave('back');
    for (const who of ['rita', 'max']) expect(told(all, who)).toEqual([]);
    await leave('away 2026-12-30');
    for (const who of ['rita', 'max']) expect(told(all, who)).toHaveLength(1);
    expect(all.chat.at('rita')).toHaveLength(messages);
  });

  test('waits for those who are away, by name', async () => {
    const all = await desk({}, 'Rita responder approver', 'Ada approver');
    await all.as('ada').types('desk team away 2026-12-31');
    await submits(all);
    expect(told(all, 'rita').map(said).join()).toContain('Whoever else may approve this reply is away: Ada.');
  });

  test('is said after the first of two approvals, when nobody is left for the second', async () => {
    const twice = { count: 2, leader: false };
    const { approvals } = rules;
    const all = await desk({ approvals: { ...approvals, low: twice, medium: twice } }, 'Ada approver');
    await submits(all);
    expect(told(all, 'rita')).toEqual([]);
    const [card] = asked(all, 'ada');
    if (card) await all.as('ada').presses(card, 'Approve');
    for (const who of ['rita', 'max']) expect(told(all, who)).toHaveLength(1);
    expect(said(all.card())).toContain('1 more needed');
    expect(told(all, 'ada')).toEqual([]);
  });

  test('waits for a leader who is away, and goes to them when they are back', async () => {
    const all = await desk({}, 'Rita responder approver', '雷磊 leader');
    await all.as('max').types('desk team away 雷磊 2026-12-31');
    await submits(all);
    expect(told(all, 'rita').map(said).join()).toContain('Whoever else may approve this reply is away: 雷磊.');
    await all.as('max').types('desk team back 雷磊');
    await all.settled();
    expect(asked(all, 'lei')).toHaveLength(1);
  });
});

test('is said in the language of whoever reads it', async () => {
  const all = await desk({}, '罗博 responder approver');
  await submits(all, 'rob');
  const [card] = all
    .as('rob')
    .reads()
    .filter((one) => said(one).includes('回复已送审，但目前没有人可以审批'));
  expect(card && said(card)).toContain('请联系管理员（Max），用“desk 团队”为其他同事授予审批人或负责人角色');
});

test('a reply that somebody may approve is nobody’s trouble', async () => {
  const all = await desk({}, 'Rita responder approver', 'Ada approver');
  await submits(all);
  for (const who of ['rita', 'max', 'ada']) expect(told(all, who)).toEqual([]);
  expect(asked(all, 'ada')).toHaveLength(1);
  expect(said(all.card())).not.toContain('had a part in it');
});

test('of a confidential case only those hear it who may know of it', async () => {
  const all = await house();
  await all.as('max').types('desk team roles Lea responder');
  await all.as('max').types('desk team roles 雷磊 responder');
  await all
    .as('emma')
    .submits('report.new', { link: '', said: 'my boss shouts', severity: 'auto', kind: 'auto', confidential: true });
  await all.as('hana').fills(all.as('hana').newest(), 'Draft', draft);
  expect(told(all, 'hana')).toHaveLength(1);
  for (const who of ['max', 'lea', 'ada']) expect(told(all, who)).toEqual([]);
});

test('nobody is sent to the administrator whom the case is about', async () => {
  const all = await house();
  for (const who of ['Lea', '雷磊']) await all.as('max').types(`desk team roles ${who} responder`);
  await all.as('max').types('desk team roles Ada admin');
  const about = { link: '', said: 'Max shouts', severity: 'auto', kind: 'auto', concerns: 'max', confidential: true };
  await all.as('emma').submits('report.new', about);
  await all.as('hana').fills(all.as('hana').newest(), 'Draft', draft);
  const [card] = told(all, 'hana');
  expect(card && said(card)).toContain('had a part in it. Ada can give somebody the role of HR or leader');
});
