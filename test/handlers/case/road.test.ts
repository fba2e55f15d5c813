/** The main road, walked by people in the whole house: what each step shows to whom, and how few messages that takes. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { days } from '#test/given.ts';
import { button, buttonsOf, cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/a';
const ANSWER = 'https://weibo.com/us/9';
const REPLY = 'We are sorry that the tea was cold, and we send you a fresh one.';
const COMPLAINT = `report The tea is cold, complaint ${LINK}`;

const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
/** A reply with its one fact, sent for approval in the same form. */
const quick = { kind: 'apology', account: 'Us on Weibo', text: REPLY, ...FACT, now: true };

async function reported(line = COMPLAINT): Promise<House> {
  const all = await house();
  await all.as('emma').types(line);
  return all;
}
const summaries = (all: House, account: string) =>
  all
    .as(account)
    .reads()
    .map(({ summary }) => summary);

describe('a draft that the check stops', () => {
  test('is to be written anew: that is the first button of its card, and submitting is not', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', { account: 'Us', text: 'Call us on 13812345678.', now: false });
    expect(button(card(), 'Draft').look).toBe('primary');
    expect(button(card(), 'Submit').look).toBeUndefined();
  });
});

describe('a low, simple complaint', () => {
  test('is five clicks from card to published: two for the draft, one to approve, two to record', async () => {
    const all = await reported();
    const { as, card } = all;
    const { now: _, ...typed } = quick;
    await as('rita').fills(card(), 'Draft', typed);
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: ANSWER });
    expect(card().summary).toBe('RM-2026-0001: Complaint, severity low. Published.');
    await as('rita').fills(card(), 'Close', { cause: 'product', team: 'kitchen' });
    expect(card().summary).toBe('RM-2026-0001: Complaint, severity low. Closed.');
    expect(all.faults).toEqual([]);
  });

  test('costs few messages: one card in the channel, two for the reporter, one for each who decides, one for the owner', async () => {
    const all = await reported();
    const { as, card } = all;
    await as('rita').fills(card(), 'Draft', quick);
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: ANSWER });
    await as('rita').fills(card(), 'Close', { cause: 'product', team: 'kitchen' });
    expect(all.channel()).toHaveLength(1);
    const counts = ['emma', 'mei', 'rita', 'rob', 'ada', 'amy', 'lea', 'lei', 'hana', 'max'].map((account) => [
      account,
      as(account).reads().length,
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      ...{ emma: 2, mei: 0, rita: 1, rob: 0, hana: 0, max: 0 },
      ...{ ada: 1, amy: 1, lea: 1, lei: 1 },
    });
    expect(summaries(all, 'emma')).toEqual([
      'Thank you. Your report is RM-2026-0001.',
      'Your report RM-2026-0001 is done: the company has answered.',
    ]);
    expect(buttonsOf(as('emma').newest())).toEqual([{ label: 'See the reply', does: { type: 'link', url: ANSWER } }]);
    expect(said(as('emma').newest())).toContain('The tea is cold');
  });

  test('tells who asked to follow of each step, and nobody else', async () => {
    const all = await house();
    const { as, card } = all;
    const form = formOf(await as('emma').types('report'));
    await as('emma').sends(form, { link: LINK, said: 'The tea is cold, complaint', follow: true });
    await as('mei').types(`report ${LINK}`);
    await as('rita').fills(card(), 'Draft', quick);
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: ANSWER });
    await as('rita').fills(card(), 'Close', { cause: 'product', team: 'kitchen' });
    expect(summaries(all, 'emma').slice(1)).toEqual([
      'RM-2026-0001: somebody is working on your report.',
      'RM-2026-0001: the company has answered.',
      'Your report RM-2026-0001 is done: the company has answered.',
    ]);
    expect(as('mei').reads()).toHaveLength(2);
  });
});

describe('decision cards', () => {
  test('go to those who may decide, and to nobody else', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', quick);
    for (const account of ['ada', 'amy', 'lea']) expect(labels(as(account).newest())).toContain('Approve');
    expect(labels(as('lei').newest())).toContain('批准');
    for (const account of ['rita', 'rob', 'hana', 'max']) expect(as(account).reads()).toEqual([]);
  });

  test('say how serious the case is, and who lowered that', async () => {
    const { as, card } = await reported();
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Correct triage', { what: 'severity:critical', reason: 'on the news' });
    const refused = await as('rita').fills(more, 'Correct triage', { what: 'severity:low', reason: 'not our tea' });
    expect(words(refused)).toContain('Lea');
    const hers = cardOf(await as('lea').presses(card(), 'More'));
    await as('lea').fills(hers, 'Correct triage', { what: 'severity:low', reason: 'not our tea' });
    await as('rita').fills(card(), 'Draft', quick);
    const decision = said(as('ada').newest());
    for (const part of ['Severity', 'Low', 'Critical', 'not our tea']) expect(decision).toContain(part);
  });

  test('do not go to whoever had a hand in the reply', async () => {
    const { as, card } = await reported();
    await as('ada').fills(card(), 'Draft', quick);
    expect(as('ada').reads()).toEqual([]);
    expect(words(await as('ada').presses(card(), 'Approve'))).toContain('You had a hand in this reply');
  });

  test('do not go to who is away, and come when they are back', async () => {
    const { as, card, settled } = await reported();
    await as('ada').types('desk team away 2026-03-04');
    await as('rita').fills(card(), 'Draft', quick);
    expect(as('ada').reads()).toEqual([]);
    await as('ada').types('desk team back');
    await settled();
    expect(labels(as('ada').newest())).toContain('Approve');
  });

  test('come, too, once the last day of an absence is over', async () => {
    const { as, card, pass } = await reported();
    await as('ada').types('desk team away 2026-03-03');
    await as('rita').fills(card(), 'Draft', quick);
    await pass(48);
    expect(labels(as('ada').newest())).toContain('Approve');
  });

  test('come at the start of a house that stood still while an absence ended', async () => {
    const before = await reported();
    await before.as('ada').types('desk team away 2026-03-03');
    await before.as('rita').fills(before.card(), 'Draft', quick);
    await before.stop();
    const { as, settled } = await house({ store: before.store, chat: before.chat, at: days(3) });
    await settled();
    expect(labels(as('ada').newest())).toContain('Approve');
  });

  test('are cleared once somebody decided, who keeps a line of what they did', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', quick);
    await as('ada').presses(as('ada').newest(), 'Approve');
    expect(said(as('ada').newest())).toBe('RM-2026-0001: you approved the reply.');
    const over = 'RM-2026-0001: decided already. Nothing more to do here.';
    for (const account of ['amy', 'lea']) expect(said(as(account).newest())).toBe(over);
    expect(said(as('lei').newest())).toBe('RM-2026-0001 已由他人审批，无需再操作。');
  });

  test('are cleared when the reply is withdrawn', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', quick);
    await as('rita').presses(card(), 'Withdraw');
    const over = 'RM-2026-0001: the reply was taken back. Nothing more to do here.';
    for (const account of ['ada', 'amy', 'lea']) expect(said(as(account).newest())).toBe(over);
  });

  test('pressed by two at once make one decision, and the other is told what happened and by whom', async () => {
    const { as, card } = await reported();
    await as('rita').fills(card(), 'Draft', quick);
    const cards = { ada: as('ada').newest(), amy: as('amy').newest() };
    const replies = await Promise.all([
      as('ada').presses(cards.ada, 'Approve'),
      as('amy').fills(cards.amy, 'Reject', { reason: 'Too short for this' }),
    ]);
    expect(replies.filter(({ type }) => type === 'done')).toHaveLength(1);
    expect(replies.map(words).join('')).toMatch(/(Ada|Amy|Rita) was the last to act on it/);
  });
});

describe('a critical case', () => {
  test('alarms leaders at once, asks them for the plan, and needs two approvals with a leader’s', async () => {
    const { as, card } = await house();
    const form = formOf(await as('emma').types('report'));
    await as('emma').sends(form, { link: LINK, said: 'The kettle exploded', severity: 'critical' });
    expect(card().summary).toContain('severity critical');
    expect(as('lea').newest().summary).toBe('Critical: RM-2026-0001 needs an answer soon.');
    await as('rita').fills(card(), 'Facts', { ...FACT, claim: 'It exploded' });
    await as('rita').fills(card(), 'Plan', { action: 'Recall it' });
    await as('rita').fills(card(), 'Draft', { kind: 'apology', account: 'Us', text: REPLY });
    await as('rita').presses(card(), 'Submit');
    expect(words(await as('ada').presses(as('ada').newest(), 'Approve'))).toContain('confirm the response plan');
    await as('lea').presses(as('lea').newest(), 'Confirm plan');
    await as('ada').presses(as('ada').newest(), 'Approve');
    const spared = 'RM-2026-0001: your approval is not needed any more. Nothing more to do here.';
    expect(said(as('amy').newest())).toBe(spared);
    expect(said(as('ada').newest())).toBe('RM-2026-0001: you approved the reply.');
    await as('lea').presses(as('lea').newest(), 'Approve');
    expect(card().summary).toContain('Approved');
    for (const who of ['ada', 'lea']) expect(said(as(who).newest())).toBe('RM-2026-0001: you approved the reply.');
    expect(as('rita').newest().summary).toContain('your reply is approved');
  });
});

describe('praise', () => {
  test('has a short path: a thank-you, one approval, done', async () => {
    const all = await reported(`report Great tea, I love it, thank you ${LINK}`);
    const { as, card } = all;
    const form = formOf(await as('rita').presses(card(), 'Draft'));
    expect(form.view.inputs['kind']).toMatchObject({ initial: 'thanks' });
    await as('rita').sends(form, { account: 'Us on Weibo', text: 'Thank you, that made our day!', now: true });
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: ANSWER });
    expect(card().summary).toBe('RM-2026-0001: Praise, severity low. Closed.');
    expect(summaries(all, 'emma')).toEqual([
      'Thank you. Your report is RM-2026-0001.',
      'Your report RM-2026-0001 is done: the author was thanked.',
    ]);
  });
});

describe('what waits for somebody', () => {
  test('is theirs to decide only if they may and have not yet', async () => {
    const { as, card } = await reported();
    await as('ada').fills(card(), 'Draft', { ...quick, now: false });
    const opened = cardOf(await as('ada').types('desk case 1'));
    await as('ada').presses(opened, 'Submit');
    expect(words(await as('amy').types('desk mine'))).toContain('is waiting for your decision');
    expect(words(await as('ada').types('desk mine'))).not.toContain('is waiting for your decision');
  });

  test('is no plan that needs no confirmation', async () => {
    const { as, card } = await reported();
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Plan', { action: 'Ask the shop' });
    expect(words(await as('lea').types('desk mine'))).toBe('Nothing is waiting for you.');
  });
});
