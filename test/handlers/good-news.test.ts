/** Good news: suggested by anybody, approved by somebody else, offered to whoever asked, counted without names. */
import { describe, expect, test } from 'vitest';
import { readGoodNews } from '#src/content/good-news.ts';
import { words as saidIn } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, type House, house, labels, last, said } from '#test/house.fixture.ts';

/** Monday, ten in the morning in Shanghai, where the company is. */
const TEN = '2026-03-02T02:00:00.000Z';
const WORDING = 'Our workshop repairs old kettles for free on Saturday.';

async function suggests(all: House, who = 'emma', more: object = {}) {
  const visitor = all.as(who);
  const list = cardOf(await visitor.types('desk share'));
  const form = formOf(await visitor.presses(list, 'Suggest'));
  return visitor.sends(form, { name: 'Repair day', wordingEn: WORDING, ...more });
}

async function offered() {
  const all = await house({ at: TEN });
  await all.as('rita').types('desk share on');
  await suggests(all);
  await all.as('ada').presses(all.as('ada').newest(), 'Approve');
  await all.pass(0.1);
  return all;
}

describe('good news', () => {
  test('is offered to nobody before somebody else has approved it', async () => {
    const all = await house({ at: TEN });
    await all.as('rita').types('desk share on');
    await suggests(all);
    await all.pass(30);
    expect(all.as('rita').reads()).toEqual([]);
    expect(said(all.as('ada').newest())).toContain('May our people share this? “Repair day”');
    expect(said(all.as('ada').newest())).toContain(WORDING);
  });

  test('is offered in its words to whoever asked for good news, and to nobody else', async () => {
    const all = await offered();
    expect(said(last(all.as('rita').reads()))).toContain(WORDING);
    expect(all.as('mei').reads()).toEqual([]);
    expect(said(all.as('emma').newest())).toContain('may be shared: Ada approved it');
    expect(said(all.as('amy').newest())).toContain('may be shared');
    expect(all.faults).toEqual([]);
  });

  test('is counted once a person, and their name is not kept with it', async () => {
    const all = await offered();
    const rita = all.as('rita');
    await rita.presses(last(rita.reads()), 'I shared it');
    await rita.presses(last(rita.reads()), 'I shared it');
    await all.as('mei').clicks('news.shared', { news: all.desk.goodNews.shareable()[0]?.id ?? '' });
    const [item] = all.desk.goodNews.shareable();
    expect(item?.shares).toBe(2);
    const { history } = await all.desk.goodNews.records.read(item?.id ?? '');
    const shares = history.filter(({ event }) => event.type === 'shared');
    expect(JSON.stringify(shares)).not.toContain(all.idOf('rita'));
  });

  test('stops coming when somebody has enough of it', async () => {
    const all = await offered();
    await all.as('rita').presses(last(all.as('rita').reads()), 'Stop offering');
    await suggests(all, 'emma', { name: 'Another' });
    await all.as('ada').presses(all.as('ada').newest(), 'Approve');
    await all.pass(0.1);
    expect(all.as('rita').reads()).toHaveLength(1);
  });

  test('cannot be approved by whoever suggested it, nor by those without the role', async () => {
    const all = await house({ at: TEN });
    await suggests(all, 'ada');
    const question = all.as('amy').newest();
    expect(saidIn(await all.as('ada').presses(question, 'Approve'))).toContain('somebody else must approve it');
    expect(saidIn(await all.as('rita').presses(question, 'Approve'))).toContain('This needs a role');
    expect(all.as('ada').reads()).toEqual([]);
  });

  test('is not approved by whoever suggested it once their two accounts are known to be one person', async () => {
    const all = await house({ at: TEN });
    await suggests(all, 'ada');
    const profile = { name: 'Ada', email: 'ada@example.com' };
    await all.desk.people.who({ platform: 'teams', account: 't-ada', profile, at: TEN, cause: 'teams' });
    await all.desk.people.who({ platform: 'slack', account: 'ada', profile, at: TEN, cause: 'slack' });
    await all.settled();
    const question = all.as('amy').newest();
    expect(saidIn(await all.as('ada').presses(question, 'Approve'))).toContain('somebody else must approve it');
    expect(all.as('ada').reads()).toEqual([]);
    expect(saidIn(await all.as('amy').presses(question, 'Approve'))).toContain('may be shared');
  });

  test('that is turned down says why to whoever suggested it', async () => {
    const all = await house({ at: TEN });
    await suggests(all);
    await all.as('ada').fills(all.as('ada').newest(), 'Not this one', { reason: 'The date is wrong' });
    expect(said(all.as('emma').newest())).toContain('The date is wrong');
    expect(all.desk.goodNews.shareable()).toEqual([]);
  });

  test('shows its approver what the check finds in it', async () => {
    const all = await house({ at: TEN });
    await suggests(all, 'emma', { wordingEn: 'Call Tom at 13812345678, he repairs it' });
    expect(said(all.as('ada').newest())).toContain('13812345678');
    expect(said(all.as('ada').newest())).toContain('Please look at this before you approve it');
  });

  test('is over on its last day, and can be withdrawn before', async () => {
    const all = await house({ at: TEN });
    await suggests(all, 'emma', { until: '2026-03-03' });
    await all.as('ada').presses(all.as('ada').newest(), 'Approve');
    await all.pass(0.1);
    expect(all.desk.goodNews.shareable()).toHaveLength(1);
    expect(labels(cardOf(await all.as('emma').types('desk share')))).not.toContain('Withdraw');
    await all.pass(48);
    expect(all.desk.goodNews.shareable()).toEqual([]);
    await suggests(all);
    await all.as('ada').presses(all.as('ada').newest(), 'Approve');
    await all.pass(0.1);
    await all.as('ada').presses(cardOf(await all.as('ada').types('desk share')), 'Withdraw');
    expect(all.desk.goodNews.shareable()).toEqual([]);
  });

  test('needs words in at least one language, and a last day to come', async () => {
    const all = await house({ at: TEN });
    expect(saidIn(await suggests(all, 'emma', { wordingEn: '' }))).toContain('at least one language');
    expect(saidIn(await suggests(all, 'emma', { until: '2026-02-01' }))).toContain('must be in the future');
    expect(saidIn(await suggests(all, 'emma', { link: 'javascript:alert(1)' }))).toContain('web address');
  });
});

describe('good news from a file', () => {
  const text = 'id: repair\ntitle: { en: Repair, zh: 维修 }\nwording: { en: Come, zh: 欢迎 }\n';

  test('waits for approval like any other, once for each wording', async () => {
    const { goodNews } = readGoodNews([{ file: 'policies/good-news/repair.yaml', text }]);
    const all = await house({ at: TEN, goodNews });
    await all.settled();
    expect(said(all.as('ada').newest())).toContain('“Repair”');
    const again = await house({ at: TEN, goodNews, store: all.store, chat: all.chat });
    await again.settled();
    expect(again.as('ada').reads()).toHaveLength(1);
  });

  test.each([
    ['another name', text.replace('repair', 'other'), 1, 'The id differs from the name of the file.'],
    ['a missing translation', text.replace(', zh: 欢迎', ''), 3, 'This setting is missing.'],
    ['a date that is none', `${text}until: 2026-13-01\n`, 4, 'This is not a day.'],
    ['a link that is none', `${text}link: ftp://x\n`, 4, 'This is not a web address.'],
  ])('with %s stops the start, with its line', (_, wrong, line, problem) => {
    const { mistakes } = readGoodNews([{ file: 'policies/good-news/repair.yaml', text: wrong }]);
    expect(mistakes.map((mistake) => [mistake.line, mistake.problem.en])).toEqual([[line, problem]]);
  });
});
