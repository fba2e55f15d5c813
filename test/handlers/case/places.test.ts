/** Where a case is shown, in which language, when deadlines come, and what becomes of two cases that are one. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, type House, house, last, said } from '#test/house.fixture.ts';

const FIRST = 'https://weibo.com/1/a';
const SECOND = 'https://weibo.com/1/b';
const NOTHING = 'Nothing more to do here.';

async function reported(): Promise<House> {
  const all = await house();
  await all.as('emma').types(`report The tea is cold, complaint ${FIRST}`);
  return all;
}
const merge = async ({ as, card }: House, into: string) =>
  as('rita').fills(cardOf(await as('rita').presses(card(), 'More')), 'Merge', { into });

describe('a channel', () => {
  test('that moves takes its open cases along, and leaves a neutral line behind', async () => {
    const { as, channel, settled } = await reported();
    await as('max').types('desk here', { channel: 'C-new' });
    await settled();
    expect(channel().map(said)).toEqual([NOTHING]);
    expect(channel('C-new').map(said)).toEqual([expect.stringContaining('The tea is cold')]);
    expect(as('emma').reads()).toHaveLength(1);
  });

  test('speaks its own language, whatever people read; a new language changes the card that is there', async () => {
    const { as, card, channel, settled } = await reported();
    expect(card().summary).toContain('Complaint');
    expect(cardOf(await as('rob').presses(card(), 'More')).summary).toBe('RM-2026-0001 的更多操作');
    await as('max').submits('desk.setup', { channel: '', locale: 'zh', responders: 'roles' });
    await settled();
    expect(channel()).toHaveLength(1);
    expect(card().summary).toContain('投诉');
    expect(words(await as('rita').types('desk case 1'))).toContain('Complaint');
  });

  const routing = [{ media: ['weibo'], channel: 'china' }] as const;

  test('of its own gets what is routed to it; until it is set up, the response channel stands in', async () => {
    const { as, channel, settled } = await house({ rules: { routing } });
    await as('emma').types(`report The tea is cold ${FIRST}`);
    expect(channel()).toHaveLength(1);
    await as('max').types('desk here china', { channel: 'C-china' });
    await settled();
    expect(channel().map(said)).toEqual([NOTHING]);
    expect(channel('C-china').map(said)).toEqual([expect.stringContaining('The tea is cold')]);
  });

  test('that stands in for another speaks its own language', async () => {
    const { as, card, settled } = await house({ rules: { routing } });
    await as('max').submits('desk.setup', { channel: '', locale: 'zh', responders: 'roles' });
    await as('emma').types(`report The tea is cold, complaint ${FIRST}`);
    await settled();
    expect(card().summary).toContain('投诉');
  });
});

describe('a deadline', () => {
  test('that has come shows on the card and in the list', async () => {
    const { as, card, pass } = await reported();
    await pass(23);
    expect(said(card())).toContain('First answer due');
    await pass(2);
    expect(said(card())).toContain('Overdue since');
    expect(words(await as('rita').types('desk overdue'))).toContain('RM-2026-0001');
  });

  test('that a correction moved is no longer shown as missed', async () => {
    const { as, card, pass } = await reported();
    const correct = async (by: string, value: string) => {
      const more = cardOf(await as(by).presses(card(), 'More'));
      await as(by).fills(more, 'Correct triage', { what: `severity:${value}`, reason: 'seen again' });
    };
    await correct('rita', 'high');
    await pass(5);
    expect(said(card())).toContain('Overdue since');
    await correct('lea', 'low');
    expect(said(card())).not.toContain('Overdue since');
    expect(said(card())).toContain('First answer due');
  });

  test('for the effect comes some days after the answer', async () => {
    const { as, card, pass } = await house();
    const form = formOf(await as('emma').types('report'));
    await as('emma').sends(form, { link: FIRST, said: 'Cold tea', severity: 'medium' });
    const draft = { kind: 'reply', account: 'Us', text: 'Sorry!', claim: 'Cold', verdict: 'true', evidence: 'asked' };
    await as('rita').fills(card(), 'Draft', { ...draft, now: true });
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: SECOND });
    await pass(81);
    await pass(0.3);
    expect(said(as('rita').newest())).toContain('Please look at what the answer has brought about.');
    await as('rita').fills(as('rita').newest(), 'Effect', { effect: 'solved' });
    expect(said(as('rita').newest())).toBe(NOTHING);
    await as('rita').fills(card(), 'Close', { team: 'kitchen' });
    expect(card().summary).toContain('Closed');
  });
});

describe('two cases of one matter', () => {
  async function two(): Promise<House> {
    const all = await reported();
    await all.as('mei').types(`report The tea is cold here too ${SECOND}`);
    return all;
  }

  test('become the older one, which says what it took over and tells both reporters of the end', async () => {
    const all = await two();
    const { as, channel, settled } = all;
    await merge(all, '1');
    await settled();
    const [older, younger] = channel();
    expect(older && said(older)).toContain('Took over RM-2026-0002.');
    expect(younger && said(younger)).toContain('RM-2026-0002 went on in RM-2026-0001.');
    const more = cardOf(await as('rita').presses(older ?? last([]), 'More'));
    await as('rita').fills(more, 'Dismiss', { why: 'spam' });
    expect(as('emma').newest().summary).toContain('RM-2026-0001');
    expect(as('mei').newest().summary).toContain('RM-2026-0002');
    expect([as('emma').reads().length, as('mei').reads().length]).toEqual([2, 2]);
  });

  test('stay one for whoever reports either post later', async () => {
    const all = await two();
    await merge(all, 'RM-2026-0001');
    expect(words(await all.as('max').types(`report ${SECOND}`))).toContain('RM-2026-0001');
    expect(all.channel()).toHaveLength(2);
  });

  test('merge only into the older, never into themselves, nor into what somebody may not know of', async () => {
    const all = await two();
    const [older] = all.channel();
    const more = cardOf(await all.as('rita').presses(older ?? last([]), 'More'));
    const into = (number: string) => all.as('rita').fills(more, 'Merge', { into: number });
    expect(words(await into('2'))).toContain('RM-2026-0002 is the younger one');
    expect(words(await into('1'))).toBe('A case cannot be merged into itself.');
    expect(words(await into('C-123456'))).toContain('I find no case “C-123456”');
  });

  test('merged into each other at one instant end in the older', async () => {
    const all = await two();
    const { as, channel, settled, desk } = all;
    const [older, younger] = channel();
    const forms = await Promise.all(
      [older, younger].map(async (card) =>
        formOf(await as('rita').presses(cardOf(await as('rita').presses(card ?? last([]), 'More')), 'Merge')),
      ),
    );
    await Promise.all(forms.map((form, index) => as('rita').sends(form, { into: index === 0 ? '2' : '1' })));
    await settled();
    const open = desk.cases.list({ me: 'x', roles: ['responder'] }, ({ status }) => status !== 'merged');
    expect(open.map(({ number }) => number)).toEqual(['RM-2026-0001']);
  });
});
