/** What is running out: who is called, when, once, and how a message changes, is put off and goes. */
import { describe, expect, test } from 'vitest';
import type { RawValues } from '#src/platforms/platform.ts';
import { wordsFor } from '#src/words/words.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { hours } from '#test/given.ts';
import { cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';

const LINK = 'https://weibo.com/1/a';
const NOTHING = wordsFor('en').common.nothingHere;
const GONE = [NOTHING, wordsFor('zh').common.nothingHere];

async function reported(severity: string, more: Partial<Parameters<typeof house>[0]> = {}): Promise<House> {
  const all = await house(more);
  await report(all, severity);
  return all;
}

async function report({ as }: House, severity: string, link = LINK, more: RawValues = {}): Promise<void> {
  const form = formOf(await as('emma').types('report'));
  await as('emma').sends(form, { link, said: 'The tea is cold', severity, ...more });
}

/** Time goes by; those are called about whom something came up. */
const wait = ({ pass }: House, count: number): Promise<void> => pass(count);

/** The messages of a person that are about reminders, as they are now. */
const waiting = ({ as }: House, account: string) =>
  as(account)
    .reads()
    .map(said)
    .filter((text) => text.startsWith('Waiting for you') || text.startsWith('等您处理') || GONE.includes(text));
const called = (all: House, ...accounts: readonly string[]) =>
  accounts.filter((account) => waiting(all, account).some((text) => !GONE.includes(text)));

describe('a high case', () => {
  test('that nobody takes calls all responders after ten minutes, once, with a button to claim it', async () => {
    const all = await reported('high');
    await wait(all, 0.15);
    expect(called(all, 'rita', 'rob')).toEqual([]);
    await wait(all, 0.05);
    expect(called(all, 'emma', 'rita', 'rob', 'ada', 'lea')).toEqual(['rita', 'rob']);
    expect(said(all.as('rita').newest())).toContain('Nobody has taken it yet. Please claim it.');
    await wait(all, 0.5);
    expect(waiting(all, 'rita')).toHaveLength(1);
    await all.as('rita').presses(all.as('rita').newest(), 'Claim');
    expect(waiting(all, 'rita')).toEqual([NOTHING]);
    expect(waiting(all, 'rob')).toEqual([GONE[1]]);
  });

  test('reminds whoever has it at half of its time, approvers at four fifths, leaders when it is due', async () => {
    const all = await reported('high');
    await all.as('rita').presses(all.card(), 'Claim');
    const everybody = ['emma', 'rita', 'rob', 'ada', 'amy', 'lea', 'lei', 'hana', 'max'];
    await wait(all, 1.9);
    expect(called(all, ...everybody)).toEqual([]);
    await wait(all, 0.2);
    expect(called(all, ...everybody)).toEqual(['rita']);
    expect(said(all.as('rita').newest())).toContain('less than 2 hours left');
    await wait(all, 1.2);
    expect(called(all, ...everybody)).toEqual(['rita', 'ada', 'amy']);
    expect(said(all.as('ada').newest())).toContain('It still needs its first answer. Rita has it.');
    await wait(all, 0.8);
    expect(called(all, ...everybody)).toEqual(['rita', 'ada', 'amy', 'lea', 'lei']);
    expect(said(all.as('lea').newest())).toContain('Overdue since');
    expect(waiting(all, 'rita')).toEqual([NOTHING, NOTHING, expect.stringContaining('Overdue since')]);
  });

  test('says on its card how much time is left, changed at reminders only', async () => {
    const all = await reported('high');
    await all.as('rita').presses(all.card(), 'Claim');
    const left = () => /less than [^\n]* left/.exec(said(all.card()))?.[0];
    expect(left()).toBe('less than 4 hours left');
    await wait(all, 1.5);
    expect(left()).toBe('less than 4 hours left');
    await wait(all, 0.6);
    expect(left()).toBe('less than 2 hours left');
    await wait(all, 1.2);
    expect(left()).toBe('less than 48 minutes left');
    await wait(all, 0.8);
    expect(left()).toBeUndefined();
  });

  test('is silent once an answer is out', async () => {
    const all = await reported('high');
    const holding = { kind: 'holding', account: 'Us', text: 'We are looking into it.', now: true };
    await all.as('rita').fills(all.card(), 'Draft', holding);
    await all.as('lea').presses(all.as('lea').newest(), 'Approve');
    await wait(all, 2.1);
    expect(called(all, 'rita')).toEqual(['rita']);
    await all.as('rita').fills(all.card(), 'Published', { link: 'https://weibo.com/1/b' });
    expect(waiting(all, 'rita')).toEqual([NOTHING]);
    await wait(all, 10);
    expect(called(all, 'rita', 'ada', 'lea')).toEqual([]);
  });

  test('whose owner is away calls those on duty instead', async () => {
    const all = await reported('high');
    await all.as('rita').presses(all.card(), 'Claim');
    await all.as('rita').types('desk team away 2026-03-09');
    await wait(all, 2.1);
    expect(called(all, 'rita', 'rob')).toEqual(['rob']);
  });
});

describe('a low case', () => {
  test('waits for the working hours of whoever is called', async () => {
    const all = await reported('low');
    await all.as('rita').presses(all.card(), 'Claim');
    await wait(all, 19.3);
    expect(called(all, 'rita')).toEqual([]);
    await wait(all, 4.8);
    expect(called(all, 'rita')).toEqual([]);
    await wait(all, 8);
    expect(called(all, 'rita', 'ada', 'amy', 'lea')).toEqual(['rita', 'ada', 'amy']);
    expect(waiting(all, 'rita')).toHaveLength(1);
  });
});

describe('several cases', () => {
  test('are one message', async () => {
    const all = await reported('low');
    for (const number of [2, 3, 4, 5, 6, 7]) await report(all, 'low', `https://weibo.com/1/${number}`);
    for (const card of all.channel()) await all.as('rita').presses(card, 'Claim');
    await wait(all, 33);
    await wait(all, 0.25);
    expect(waiting(all, 'rita')).toHaveLength(1);
    const card = all.as('rita').newest();
    expect(card.summary).toMatch(/^7 cases are waiting for you: RM-2026-0001, /);
    expect(said(card)).toContain('There are 2 more: “desk mine” shows them.');
    const [first] = all.channel();
    if (!first) throw new Error('there is no case');
    await all.as('rita').presses(cardOf(await all.as('rita').presses(first, 'More')), 'Release');
    expect(said(all.as('rita').newest())).toContain('RM-2026-0001');
    expect(waiting(all, 'rita')).toHaveLength(1);
  });
});

describe('a reminder', () => {
  test('can be put off with a reason, which the timeline keeps; the next step comes as ever', async () => {
    const all = await reported('high');
    const rita = all.as('rita');
    await rita.presses(all.card(), 'Claim');
    await wait(all, 2.1);
    const reply = await rita.fills(rita.newest(), 'Later', { until: '60', reason: 'The shop opens at ten' });
    expect(words(reply)).toContain('I will remind you of RM-2026-0001');
    expect(waiting(all, 'rita')).toEqual([NOTHING]);
    const timeline = await rita.presses(cardOf(await rita.presses(all.card(), 'More')), 'Timeline');
    expect(words(timeline)).toContain('The shop opens at ten');
    await wait(all, 0.9);
    expect(called(all, 'rita')).toEqual([]);
    await wait(all, 0.1);
    expect(called(all, 'rita')).toEqual(['rita']);
    await rita.fills(rita.newest(), 'Later', { until: '120', reason: 'Waiting for the shop' });
    await wait(all, 0.3);
    expect(called(all, 'rita')).toEqual(['rita']);
  });

  test('is not put off beyond what the company allows, nor without a reason', async () => {
    const all = await reported('critical');
    const rita = all.as('rita');
    await rita.presses(all.card(), 'Claim');
    await wait(all, 0.6);
    const args = {
      case: rita.newest().blocks.flatMap((block) => (block.type === 'buttons' ? block.buttons : []))[0]?.does,
    };
    const id = args.case && 'args' in args.case ? (args.case.args['case'] ?? '') : '';
    const form = (values: { readonly until: string; readonly reason: string }) =>
      rita.submits('reminder.snooze', values, { case: id });
    expect(words(await form({ until: '30', reason: '' }))).toContain('Please fill');
    expect(words(await form({ until: '120', reason: 'Lunch first' }))).toContain('one of the options');
    expect(called(all, 'rita')).toEqual(['rita']);
  });

  test('that was missed comes once at the next start and says when it should have come', async () => {
    const before = await reported('high');
    await before.as('rita').presses(before.card(), 'Claim');
    await before.stop();
    const after = await house({ store: before.store, chat: before.chat, at: hours(3) });
    await after.pass(1 / 60);
    expect(waiting(after, 'rita')).toHaveLength(1);
    expect(said(after.as('rita').newest())).toContain('I was not running then');
    await after.stop();
    const again = await house({ store: before.store, chat: before.chat, at: hours(3.05) });
    await again.pass(1 / 60);
    expect(waiting(again, 'rita')).toHaveLength(1);
  });
});

describe('a desk that stood still for 26 hours', () => {
  test('calls out everything it missed at its start, in the order in which it was due, marked late', async () => {
    const before = await reported('low');
    await report(before, 'high', 'https://weibo.com/1/b');
    await report(before, 'medium', 'https://weibo.com/1/c');
    for (const card of before.channel()) await before.as('rita').presses(card, 'Claim');
    await before.stop();
    const told: { readonly type: string; readonly late: unknown }[] = [];
    before.store.follow((stream, entries) => {
      for (const { type, data } of entries)
        if (stream.startsWith('case/') && /reminded|fellDue/.test(type)) told.push({ type, late: data['late'] });
    });
    const after = await house({ store: before.store, chat: before.chat, at: hours(26) });
    const owed = told.map(({ late }) => String(late));
    expect(owed).toEqual([...owed].sort());
    const due = ({ type }: { readonly type: string }) => type === 'fellDue';
    expect(
      told.filter(due).map(({ late }) => Math.round((Date.parse(String(late)) - Date.parse(hours(0))) / 3_600_000)),
    ).toEqual([4, 12, 24]);
    // It is three in the morning: only the grave one is for now.
    await wait(after, 0.1);
    expect(after.as('rita').newest().summary).toBe('RM-2026-0002 is waiting for you.');
    await wait(after, 6);
    expect(after.as('rita').newest().summary).toMatch(/^3 cases are waiting for you/);
    expect(waiting(after, 'rita')).toHaveLength(2);
  });
});

describe('a reply that waits for a decision', () => {
  test('reminds those who can decide, and nobody who wrote it', async () => {
    const all = await reported('medium', { at: hours(8) });
    const draft = { kind: 'reply', account: 'Us', text: 'Sorry!', claim: 'Cold', verdict: 'true', evidence: 'asked' };
    await all.as('ada').fills(all.card(), 'Draft', { ...draft, now: true });
    await wait(all, 4.3);
    await wait(all, 0.25);
    expect(called(all, 'ada', 'amy', 'lea')).toEqual(['amy', 'lea']);
    expect(said(all.as('amy').newest())).toContain('A reply waits for your decision.');
  });
});

describe('a confidential case', () => {
  test('calls only those who may know of it', async () => {
    const all = await house();
    await report(all, 'high', LINK, { said: 'Our colleague insults people', category: 'colleague' });
    expect(all.channel()).toEqual([]);
    await wait(all, 0.2);
    await wait(all, 5);
    expect(called(all, 'emma', 'rita', 'rob', 'ada', 'amy', 'lea', 'lei', 'hana', 'max')).toEqual([
      'lea',
      'lei',
      'hana',
    ]);
    expect(said(all.as('hana').newest())).toContain('confidential');
  });
});

describe('a critical report', () => {
  test('reaches every leader at once, and for one who is away whoever is above them', async () => {
    const all = await house();
    await all.as('max').types('desk team Lea');
    await all.desk.people.change(
      all.idOf('lea'),
      { manager: all.idOf('max') },
      {
        ...{ by: 'desk', roles: [], at: hours(0), cause: 'line' },
      },
    );
    await all.as('lea').types('desk team away 2026-03-09');
    await report(all, 'critical');
    const alerted = ['lea', 'lei', 'max', 'hana', 'rita'].filter((account) =>
      all
        .as(account)
        .reads()
        .some(({ summary }) => /needs an answer|尽快回应/.test(summary)),
    );
    expect(alerted).toEqual(['lei', 'max']);
    expect(labels(all.as('max').newest())).toContain('Open');
  });
});
