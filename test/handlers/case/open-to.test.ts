/** A card that one person alone reads offers what is open to them, and says who takes the step that the case waits for. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';

const POST = 'The tea is cold, complaint https://weibo.com/1/a';
const FACT = { claim: 'The tea was cold', verdict: 'true', evidence: 'asked the shop' };
const REPLY = 'We are sorry that the tea was cold.';
const draft = { kind: 'apology', account: 'Us on Weibo', text: REPLY, ...FACT, now: true };

async function reported(): Promise<House> {
  const all = await house();
  await all.as('emma').types(`report ${POST}`);
  return all;
}
/** A reply waits for a decision. */
async function submitted(by = 'rita'): Promise<House> {
  const all = await reported();
  await all.as(by).fills(all.card(), 'Draft', draft);
  return all;
}
const opens = async ({ as }: House, who: string) => cardOf(await as(who).types('desk case 1'));

describe('a case that somebody opens', () => {
  test('offers Approve and Reject to whoever may decide, and not what belongs to its owner', async () => {
    const all = await submitted();
    expect(labels(await opens(all, 'ada'))).toEqual(['Approve', 'Reject…', 'More']);
  });

  test('offers no Approve on one’s own draft, says why, and who decides', async () => {
    const all = await submitted('ada');
    const opened = await opens(all, 'ada');
    expect(labels(opened)).toEqual(['Reject…', 'Withdraw', 'More']);
    expect(said(opened)).toContain('You had a hand in this reply, so somebody else has to decide on it.');
    expect(said(opened)).toContain('Amy, Lea and 雷磊 can decide on this reply.');
  });

  test('offers whoever has no role to decide no decision, but says who has, in their language', async () => {
    const all = await submitted();
    expect(labels(await opens(all, 'rita'))).toEqual(['Withdraw', 'More']);
    expect(said(await opens(all, 'rita'))).toContain('Ada, Amy, Lea and 雷磊 can decide on this reply.');
    expect(labels(await opens(all, 'rob'))).toEqual(['更多']);
    expect(said(await opens(all, 'rob'))).toContain('可由Ada、Amy、Lea、雷磊审批。');
  });

  test('leaves the card of the channel as it is for everybody', async () => {
    const all = await submitted();
    await opens(all, 'rita');
    expect(labels(all.card())).toEqual(['Approve', 'Reject…', 'Withdraw', 'More']);
    expect(said(all.card())).not.toContain('can decide on this reply');
  });

  test('is as narrow after a step that was taken on it', async () => {
    const all = await reported();
    await all.as('ada').fills(all.card(), 'Draft', { ...draft, now: false });
    const opened = await opens(all, 'ada');
    const after = cardOf(await all.as('ada').presses(opened, 'Submit'));
    expect(labels(after)).toEqual(['Reject…', 'Withdraw', 'More']);
  });

  test('says who may claim it to whoever may not', async () => {
    const all = await reported();
    const opened = await opens(all, 'max');
    expect(labels(opened)).toEqual(['More']);
    expect(said(opened)).toContain('Anyone with the role of responder, approver or leader can claim it.');
  });

  test('says who is to publish what was approved', async () => {
    const all = await submitted();
    await all.as('ada').presses(all.as('ada').newest(), 'Approve');
    expect(said(await opens(all, 'max'))).toContain('Waiting for Rita to publish it.');
    expect(labels(await opens(all, 'rita'))).toContain('Published…');
    expect(said(await opens(all, 'rita'))).not.toContain('Waiting for');
  });

  test('adds nothing where the card says it already: who has the case, and that nobody is there to decide', async () => {
    const working = await reported();
    await working.as('rita').fills(working.card(), 'Draft', { ...draft, now: false });
    const theirs = await opens(working, 'ada');
    expect(labels(theirs)).toEqual(['Facts…', 'More']);
    expect(said(theirs)).not.toMatch(/Waiting for|can decide|can claim/);

    const all = await submitted();
    for (const who of ['Ada', 'Amy', 'Lea', '雷磊']) await all.as('max').types(`desk team roles ${who} responder`);
    const opened = said(await opens(all, 'rita'));
    expect(opened).toContain('Everybody who may approve this reply had a part in it.');
    expect(opened).not.toContain('can decide on this reply');
  });
});

describe('direct cards', () => {
  test('let an approver decide, and only a leader confirm the plan, which both are told is missing', async () => {
    const all = await house();
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'It exploded', severity: 'critical' });
    await all.as('rita').fills(all.card(), 'Facts', FACT);
    await all.as('rita').fills(all.card(), 'Plan', { action: 'Recall it' });
    await all.as('rita').fills(all.card(), 'Draft', draft);
    expect(labels(all.as('ada').newest())).toEqual(['Approve', 'Reject…', 'Open']);
    expect(labels(all.as('lea').newest())).toEqual(['Approve', 'Reject…', 'Confirm plan', 'Open']);
    for (const who of ['ada', 'lea'])
      expect(said(all.as(who).newest())).toContain('Plan: A leader still has to confirm it');
    await all.as('lea').presses(all.as('lea').newest(), 'Confirm plan');
    expect(said(all.as('ada').newest())).not.toContain('still has to confirm');
    expect(all.faults).toEqual([]);
  });
});

describe('the cards of a confidential case', () => {
  async function confided(concerns = '') {
    const all = await house();
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { said: 'They shout at each other', confidential: true, concerns });
    await all.as('hana').fills(all.as('hana').newest(), 'Draft', draft);
    return all;
  }
  /** The card on which somebody works, which came first. */
  const card = ({ as }: House, who: string) => {
    const [first] = as(who).reads();
    if (!first) throw new Error(`${who} has no card`);
    return first;
  };

  test('offer each reader what is theirs', async () => {
    const all = await confided();
    expect(labels(card(all, 'hana'))).toEqual(['Reject…', 'Withdraw', 'More']);
    expect(said(card(all, 'hana'))).toContain('Lea and 雷磊 can decide on this reply.');
    expect(labels(card(all, 'lea'))).toEqual(['Approve', 'Reject…', 'More']);
    expect(said(card(all, 'lea'))).not.toContain('can decide on this reply');
    expect(all.faults).toEqual([]);
  });

  test('name nobody who may not know of it', async () => {
    const all = await confided('lei');
    expect(said(card(all, 'hana'))).toContain('Lea can decide on this reply.');
    for (const who of ['lei', 'rita', 'rob', 'ada', 'amy', 'max']) expect(all.as(who).reads()).toEqual([]);
  });
});

describe('“More”', () => {
  const lines = (text: string, ...all: readonly string[]) => all.map((one) => text.indexOf(one));

  test('groups what there is: work, people, ending, reading', async () => {
    const all = await reported();
    await all.as('rita').presses(all.card(), 'Claim');
    const text = said(cardOf(await all.as('rita').presses(all.card(), 'More')));
    const order = lines(
      text,
      ...['Work on it', 'Plan…', 'Note…', 'Who works on it', 'Hand over…', 'Release', 'Make confidential…'],
      ...['End it', 'Merge…', 'Dismiss…', 'Read', 'Open', 'Timeline', 'See the post'],
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  test('offers a colleague nothing that only the owner may do, nor a heading over nothing', async () => {
    const all = await reported();
    await all.as('rita').presses(all.card(), 'Claim');
    const more = cardOf(await all.as('rob').presses(all.card(), 'More'));
    expect(labels(more)).toEqual([
      ...['更正研判…', '备注…', '补充帖子…', '转为保密…', '并案…', '查看详情', '处理经过', '查看原帖'],
    ]);
    const reading = said(cardOf(await all.as('max').presses(all.card(), 'More')));
    expect(reading).toContain('Timeline');
    for (const heading of ['Who works on it', 'End it']) expect(reading).not.toContain(heading);
    const theirs = cardOf(await all.as('lea').presses(all.card(), 'More'));
    expect(labels(theirs)).toEqual(expect.arrayContaining(['Hand over…', 'Release']));
    expect(labels(theirs)).not.toContain('Dismiss…');
  });
});

describe('a button that opens a case out of a list', () => {
  const opening = async (all: House, who = 'rita') =>
    labels(cardOf(await all.as(who).types('desk open'))).filter((label) => /^(?:RM|C)-/.test(label));

  test('says in a few words which it is', async () => {
    const all = await reported();
    await all.as('emma').types('report 空调漏水，客服电话打了三天都没有人接 https://weibo.com/1/b');
    expect(await opening(all)).toEqual(['RM-2026-0001 · The tea is cold, c…', 'RM-2026-0002 · 空调漏水，客服电话…']);
    for (const label of await opening(all)) expect(label.length).toBeLessThan(40);
  });

  test('says how serious it is where nothing but an address was reported', async () => {
    const all = await house();
    await all.as('emma').types('report https://weibo.com/1/a');
    expect(await opening(all)).toEqual(['RM-2026-0001 · Low']);
    expect(await opening(all, 'rob')).toEqual(['RM-2026-0001 · 低']);
  });

  test('shows the words of a confidential case to those who may know of it, and to nobody else', async () => {
    const all = await house();
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { said: 'They shout at each other', confidential: true });
    expect((await opening(all, 'hana')).join()).toContain('They shout');
    for (const who of ['rita', 'ada', 'max'])
      expect(words(await all.as(who).types('desk open'))).not.toContain('shout');
  });
});
