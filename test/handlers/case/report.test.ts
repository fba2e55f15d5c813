/** Reporting: one case for one post, whoever reports it, however often and in whatever form (K1, K2). */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, house, said } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/a';
const DUE = 'Please do not answer the post yourself.';

describe('a report', () => {
  test('of one line becomes a case in the channel, and its reporter gets one receipt', async () => {
    const { as, channel, card } = await house();
    const emma = as('emma');
    const reply = await emma.types(`report The tea is cold, I want a refund ${LINK}`);
    expect(reply).toEqual({ type: 'done', say: `Received as RM-2026-0001. ${DUE}` });
    expect(channel()).toHaveLength(1);
    expect(said(card())).toContain('The tea is cold, I want a refund');
    expect(emma.reads().map(({ summary }) => summary)).toEqual(['Thank you. Your report is RM-2026-0001.']);
  });

  test('of a link alone is enough, and so is a text alone', async () => {
    const { as, channel } = await house();
    await as('emma').types(`report ${LINK}`);
    await as('emma').types('report Somebody told me their shop was closed');
    expect(channel().map(said)).toEqual([
      expect.stringContaining(LINK),
      expect.stringContaining('Somebody told me their shop was closed'),
    ]);
  });

  test('as a message without a slash, in Chinese too', async () => {
    const { as } = await house();
    expect(words(await as('mei').says(`上报 ${LINK}`))).toBe('已收到，编号 RM-2026-0001。请不要自行回复该帖。');
    expect(as('mei').newest().summary).toBe('谢谢您！上报已收到，编号 RM-2026-0001。');
  });

  test('says how serious its reporter found it in the words of whoever reads', async () => {
    const { as, card } = await house({ rules: { channelLocale: 'zh' } });
    await as('emma').sends(formOf(await as('emma').types('report')), { said: 'Cold tea', severity: 'medium' });
    expect(said(card())).toContain('上报人选择“中”');
    expect(said(card())).not.toContain('medium');
  });

  test('with nothing after the command opens the form, and what is filled in is in the case', async () => {
    const { as, card } = await house();
    const form = formOf(await as('emma').types('report'));
    const values = { link: LINK, said: 'Cold tea', author: 'Tea lover', severity: 'high', kind: 'complaint' };
    await as('emma').sends(form, { ...values, audience: '12,000', note: 'Look at the comments' });
    expect(card().summary).toBe('RM-2026-0001: Complaint, severity high. New.');
    for (const typed of ['Cold tea', 'Tea lover', 'Look at the comments']) expect(said(card())).toContain(typed);
  });

  test.each([
    ['9,999', 'Small'],
    ['12,000', 'Medium'],
    ['１.2万', 'Medium'],
    ['60W+', 'Large'],
    ['0.5m', 'Large'],
  ])('of a post that %s people see: its reach is %s', async (audience, reach) => {
    const { as, card } = await house();
    await as('emma').sends(formOf(await as('emma').types('report')), { said: 'Cold tea', audience });
    expect(said(card())).toMatch(new RegExp(`Reach\\W+${reach}`));
  });

  test('hands an audience that is no number to the desk as it was typed', async () => {
    const { as, card } = await house();
    await as('emma').sends(formOf(await as('emma').types('report')), { said: 'Cold tea', audience: 'half of town' });
    expect(said(card())).toContain('half of town');
  });

  test.each([
    ['nothing at all', {}, { said: 'Please give the link above, or say here what the post says.' }],
    ['a link that is none', { link: 'weibo' }, { link: expect.stringContaining('http://') }],
    ['a dangerous link', { link: 'javascript:alert(1)' }, { link: expect.stringContaining('http://') }],
    ['a file', { link: 'file:///etc/passwd' }, { link: expect.stringContaining('http://') }],
    ['a text too long', { said: 'x'.repeat(3001) }, { said: expect.stringContaining('3,001') }],
  ])('of %s keeps its form open', async (_, values, fields) => {
    const { as, channel } = await house();
    const form = formOf(await as('emma').types('report'));
    expect(await as('emma').sends(form, values)).toEqual({ type: 'errors', fields });
    expect(channel()).toEqual([]);
  });

  test('of a hundred thousand characters in a line is refused in a sentence', async () => {
    const { as, channel, faults } = await house();
    const reply = cardOf(await as('emma').types(`report ${'x'.repeat(100_000)}`));
    expect(reply.summary).toBe('This is too long: 100,000 characters, and 10,000 is the limit.');
    expect(channel()).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('redelivered by the platform makes nothing new', async () => {
    const { as, channel } = await house();
    const once = { cause: 'one-click' };
    const first = await as('emma').types(`report ${LINK}`, once);
    expect(await as('emma').types(`report ${LINK}`, once)).toEqual(first);
    expect(channel()).toHaveLength(1);
    expect(as('emma').reads()).toHaveLength(1);
  });

  test('redelivered after its case has ended makes nothing new either', async () => {
    const { as, channel, card } = await house();
    const once = { cause: 'one-click' };
    const first = await as('emma').types(`report ${LINK}`, once);
    await as('rita')
      .fills(card(), 'More')
      .catch(() => undefined);
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Dismiss', { why: 'spam' });
    expect(await as('emma').types(`report ${LINK}`, once)).toEqual(first);
    expect(channel()).toHaveLength(1);
  });
});

describe('the same post', () => {
  test('reported again joins the case, and the second reporter is told its number', async () => {
    const { as, channel, card } = await house();
    await as('emma').types(`report ${LINK}`);
    await as('mei').types('report https://m.weibo.com/1/a?utm_source=share');
    expect(channel()).toHaveLength(1);
    expect(said(card())).toContain('and 1 more');
    expect(as('mei').newest().summary).toBe('谢谢您！这条帖子已在处理，编号 RM-2026-0001，您的上报已并入其中。');
  });

  test('reported twice by the same person is one report with one receipt', async () => {
    const { as, channel } = await house();
    await as('emma').types(`report ${LINK}`);
    expect(words(await as('emma').types(`report ${LINK}`))).toContain('RM-2026-0001');
    expect(channel()).toHaveLength(1);
    expect(as('emma').reads()).toHaveLength(1);
  });

  test('reported by fifty people at the same instant is one case with fifty receipts', async () => {
    const { as, channel, faults, settled } = await house();
    const everybody = Array.from({ length: 50 }, (_, index) => as(`someone-${index}`));
    const replies = await Promise.all(everybody.map((one) => one.types(`report ${LINK}`)));
    await settled();
    expect(new Set(replies.map(words))).toEqual(new Set([`Received as RM-2026-0001. ${DUE}`]));
    expect(channel()).toHaveLength(1);
    expect(everybody.map((one) => one.reads().length)).toEqual(everybody.map(() => 1));
    const receipts = everybody.flatMap((one) => one.reads().map(({ summary }) => summary));
    expect(receipts.filter((one) => one.startsWith('Thank you. Your report is'))).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('reported after its case has ended is a new case', async () => {
    const { as, channel, card } = await house();
    await as('emma').types(`report ${LINK}`);
    const more = cardOf(await as('rita').presses(card(), 'More'));
    await as('rita').fills(more, 'Dismiss', { why: 'spam' });
    expect(words(await as('mei').types(`report ${LINK}`))).toContain('RM-2026-0002');
    expect(channel()).toHaveLength(2);
  });
});
