/** New colleagues: welcomed once, led through, reminded before their manager hears of it; and what managers see. */
import { describe, expect, test } from 'vitest';
import { dayIn } from '#src/core/day.ts';
import type { Card } from '#src/view/card.ts';
import { spans } from '#src/view/span.ts';
import { single } from '#test/core/quiz/questions.fixture.ts';
import { cardOf, type House, labels, said } from '#test/house.fixture.ts';
import { houseWith, picks, presses, starts, takes } from '../quiz/walk.ts';

const bank = [single('one')];
const newHouse = () => houseWith(bank);
/** Somebody of whom the platform says that they joined. */
const joins = (all: House, account: string, by: 'company' | 'install' = 'company') =>
  all.as(account).joins(by, { name: account, locale: 'en', timeZone: 'Europe/London' });
const dues = (cards: readonly { readonly summary: string }[]) => cards.map(({ summary }) => summary);
/** The days that a card shows, where it is read. */
const dates = ({ blocks }: Card, zone: string) => {
  const texts = blocks.flatMap((block) =>
    block.type === 'list' ? block.items : block.type === 'text' ? [block.text] : [],
  );
  const at = texts
    .flatMap((one) => spans(one))
    .flatMap((span) => (typeof span !== 'string' && 'at' in span ? [span.at] : []));
  return [...new Set(at.map((one) => dayIn(one, zone)))];
};
/** Makes somebody the manager of others. */
const leads = async (all: House, manager: string, ...people: readonly string[]) => {
  for (const one of people) await all.as('max').types(`desk team manager ${one}, ${manager}`);
};

describe('somebody who joins', () => {
  test('is welcomed in their own messages with three things to know, and the card ticks itself off', async () => {
    const all = await newHouse();
    await joins(all, 'nora');
    const nora = all.as('nora');
    const [welcome] = nora.reads();
    if (!welcome) throw new Error('no welcome');
    expect(said(welcome)).toContain('Welcome, nora!');
    expect(said(welcome)).toContain('type “report” and a link');
    expect(said(welcome)).toContain('☐ Pass the quiz');
    await presses(nora, welcome, 'To the quiz');
    await takes(nora);
    expect(said(nora.reads()[0] ?? welcome)).toContain('All done. Welcome aboard!');
    expect(all.faults).toEqual([]);
  });

  test('is welcomed once, however often the platform says so', async () => {
    const all = await newHouse();
    await joins(all, 'nora');
    await joins(all, 'nora');
    expect(all.as('nora').reads()).toHaveLength(1);
  });

  test('who was known before from another platform is not new', async () => {
    const all = await newHouse();
    const profile = { name: 'Tea', email: 'tea@example.com' };
    await all.desk.people.who({
      platform: 'teams',
      account: 'tea',
      profile,
      at: '2026-03-02T01:00:00.000Z',
      cause: 'tea',
    });
    await all.pass(48);
    await all.as('tea').joins('company', profile);
    expect(all.as('tea').reads()).toEqual([]);
  });

  test('at the roll-out of the bot nobody counts as new; long after it, whoever gets the bot does', async () => {
    const all = await newHouse();
    await joins(all, 'old', 'install');
    expect(all.as('old').reads()).toEqual([]);
    expect(all.desk.people.ofAccount('slack', 'old')).toBeUndefined();
    await all.as('old').says('hello');
    await all.pass(24 * 31);
    await joins(all, 'old', 'install');
    await joins(all, 'nora', 'install');
    expect(all.as('old').reads()).toEqual([]);
    expect(all.as('nora').reads()).toHaveLength(1);
  });

  test('nobody of a company that is there already is led in at the first start', async () => {
    const all = await newHouse();
    expect(all.chat.messages.filter(({ card }) => card.summary.startsWith('Welcome'))).toEqual([]);
  });

  test('is reminded before the end, at it, and then whoever leads them hears', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const [emma, lea] = [all.as('emma'), all.as('lea')];
    await all.pass(24 * 3 + 9);
    expect(dues(emma.reads()).filter((one) => one.includes('are due'))).toHaveLength(1);
    expect(dues(lea.reads()).filter((one) => one.includes('has not finished'))).toEqual([]);
    await all.pass(24 * 5);
    expect(dues(emma.reads()).filter((one) => one.includes('were due'))).toHaveLength(1);
    expect(dues(lea.reads()).filter((one) => one.includes('Emma has not finished'))).toHaveLength(1);
    await all.pass(24 * 20);
    expect(dues(lea.reads()).filter((one) => one.includes('has not finished'))).toHaveLength(1);
  });
});

describe('whoever leads people', () => {
  test('may send them on the way, several at once; somebody else may not', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma', 'Rita');
    expect(said(cardOf(await all.as('ada').types('desk hire Emma')))).toContain('Only the managers of these people');
    expect(said(cardOf(await all.as('lea').types('desk hire Emma, Rita')))).toContain('Emma and Rita will be welcomed');
    expect(said(cardOf(await all.as('lea').types('desk hire Emma')))).toContain('Already on the way: Emma.');
    expect(all.as('rita').newest().summary).toContain('Welcome, Rita!');
  });

  test('sees who is due, overdue first, and nobody of other people', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma', 'Rita');
    await all.as('max').types('desk hire Rita');
    await all.pass(24 * 7);
    await all.as('max').types('desk hire Emma, Ada');
    await all.pass(24);
    const card = said(cardOf(await all.as('lea').types('desk training')));
    expect(card).toMatch(/Rita · overdue since[\s\S]*Emma · due/);
    expect(card).toContain('quiz open');
    expect(card).not.toContain('Ada');
    expect(said(cardOf(await all.as('hana').types('desk training')))).toContain('Ada');
    expect(said(cardOf(await all.as('ada').types('desk training')))).toContain('How you stand');
  });

  test('sees that it is passed, and never what was answered or how well', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    await takes(all.as('emma'), { one: 'b' });
    const failed = said(cardOf(await all.as('lea').types('desk training')));
    expect(failed).toContain('quiz open');
    expect(failed).not.toMatch(/0 of 1 right|failed|wrong|Ask one|%/);
    await all.pass(5);
    await takes(all.as('emma'));
    expect(said(cardOf(await all.as('lea').types('desk training')))).toContain('Emma · finished on');
  });

  test('reminds all with one button, and not again right away', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma', 'Rita');
    await all.as('max').types('desk hire Emma, Rita');
    const lea = all.as('lea');
    const reminded = await presses(lea, cardOf(await lea.types('desk training')), 'Remind all 2');
    expect(said(reminded)).toContain('2 people were reminded.');
    for (const one of ['emma', 'rita']) expect(all.as(one).newest().summary).toContain('Lea asks you to finish');
    expect(said(await presses(lea, reminded, 'Remind all 2'))).toContain('Nobody was reminded');
    expect(all.as('emma').reads()).toHaveLength(2);
  });

  test('gives another attempt to whoever used theirs up', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const [emma, lea] = [all.as('emma'), all.as('lea')];
    for (let attempt = 0; attempt < 2; attempt += 1) {
      await takes(emma, { one: 'b' });
      await all.pass(5);
    }
    const card = cardOf(await lea.types('desk training'));
    expect(said(card)).toContain('needs another attempt at the quiz');
    const stranger = await all.as('ada').clicks('training.extra', { person: all.idOf('emma') });
    expect(said(cardOf(stranger))).toContain('Only the managers of these people');
    expect(said(await presses(lea, card, 'Another attempt for Emma'))).toContain('Emma may try again.');
    expect(said(await picks(emma, await starts(emma), 'a'))).toContain('That’s right.');
  });

  test('takes somebody off the list who is not new', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const lea = all.as('lea');
    const card = await presses(lea, cardOf(await lea.types('desk training')), 'Emma is not new');
    expect(said(card)).toContain('Nobody who works for you is new');
    expect(said(all.as('emma').newest())).toContain('This is not needed of you');
  });

  test('is told of nobody taken off who was through already, and strangers take off nobody', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const lea = all.as('lea');
    const card = cardOf(await lea.types('desk training'));
    const stranger = await all.as('rita').clicks('training.drop', { person: all.idOf('emma') });
    expect(said(cardOf(stranger))).toContain('Only the managers of these people');
    await takes(all.as('emma'));
    expect(said(await presses(lea, card, 'Emma is not new'))).not.toContain('off the list');
    const unasked = await all.as('rita').clicks('training.drop', { person: all.idOf('ada') });
    expect(said(cardOf(unasked))).toContain('Only the managers of these people');
  });

  test('sends all whom they name on the way, or nobody', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    expect(said(cardOf(await all.as('lea').types('desk hire Emma, Rita')))).toContain('Only the managers');
    expect(all.as('emma').reads()).toEqual([]);
  });

  test('reads one due day, wherever they are: the day of the person who has to be through', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const [lea, hana] = [all.as('lea'), all.as('hana')];
    await hana.joins('company', { name: 'Hana', timeZone: 'Asia/Shanghai' });
    const [day] = dates(all.as('emma').newest(), 'Europe/London');
    expect(day).toBeDefined();
    expect(dates(cardOf(await lea.types('desk training')), 'Europe/London')).toEqual([day]);
    const abroad = cardOf(await hana.types('desk training'));
    expect(abroad.timeZone).toBe('Asia/Shanghai');
    expect(dates(abroad, 'Asia/Shanghai')).toEqual([day]);
    for (const one of [lea, hana]) {
      const card = await presses(one, cardOf(await one.types('desk training')), 'Export');
      const [offered] = card.blocks.flatMap((block) => (block.type === 'file' ? [block] : []));
      expect(new TextDecoder().decode(await all.store.get(offered?.digest ?? ''))).toContain(`,${day},open,`);
    }
  });

  test('exports a list that a spreadsheet reads and does not compute', async () => {
    const all = await newHouse();
    await leads(all, 'Lea', 'Emma');
    await all.as('max').types('desk hire Emma');
    const lea = all.as('lea');
    const card = await presses(lea, cardOf(await lea.types('desk training')), 'Export');
    const [offered] = card.blocks.flatMap((block) => (block.type === 'file' ? [block] : []));
    const bytes = offered && (await all.store.get(offered.digest));
    expect(bytes && [...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toMatch(/Name,Team,Manager[\s\S]*Emma,all,Lea/);
    expect(said(cardOf(await all.as('emma').clicks('training.export', {})))).toContain('Only the managers');
  });

  test('sees what stays of a topic only over five people or more', async () => {
    const all = await newHouse();
    const people = ['Emma', 'Rita', 'Ada', 'Amy'];
    await leads(all, 'Lea', ...people);
    for (const one of people) await takes(all.as(one.toLowerCase()));
    const lea = all.as('lea');
    await all.as('max').types('desk hire Emma');
    expect(said(cardOf(await lea.types('desk training')))).not.toContain('What stays');
    await leads(all, 'Lea', 'Hana');
    await takes(all.as('hana'));
    expect(said(cardOf(await lea.types('desk training')))).toMatch(/Our policies: \d+% \(5 people\)/);
  });
});

test('who has nothing to do with it is told what there is', async () => {
  const all = await newHouse();
  expect(said(cardOf(await all.as('emma').types('desk training')))).toContain('Nothing is open for you.');
  expect(said(cardOf(await all.as('max').types('desk hire')))).toContain('Who is new?');
  expect(said(cardOf(await all.as('max').types('desk hire Nobody')))).toContain('“Nobody”');
});

test('the home of somebody new shows what is left, and that of others does not', async () => {
  const all = await newHouse();
  await all.as('max').types('desk hire Emma');
  expect(said(await all.as('emma').goesHome())).toContain('☐ Pass the quiz');
  expect(said(await all.as('rita').goesHome())).not.toContain('Pass the quiz');
  expect(labels(await all.as('emma').goesHome())).toContain('To the quiz');
});
