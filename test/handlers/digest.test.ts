/** The digest as it reaches people: at their hour, once, in their language, saying only what they may know. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { hours } from '#test/given.ts';
import { button, buttonsOf, cardOf, formOf, labels, said } from '#test/house.fixture.ts';
import { digestOf, digests, EARLY, LINK, opens, REPLY, reopened } from './digest.fixture.ts';

describe('the daily digest', () => {
  test('comes to managers and leaders at their hour, and to nobody else', async () => {
    const all = await opens();
    await all.pass(1.9);
    expect(digests(all, 'max')).toEqual([]);
    await all.pass(0.2);
    for (const account of ['max', 'lea', 'lei']) expect(digests(all, account)).toHaveLength(1);
    for (const account of ['emma', 'rita', 'ada', 'hana']) expect(digests(all, account)).toEqual([]);
    await all.pass(1);
    expect(digests(all, 'max')).toHaveLength(1);
    expect(all.faults).toEqual([]);
  });

  test('of a quiet day is one line, in the language of its reader', async () => {
    const all = await opens();
    await all.pass(2.1);
    expect(said(digestOf(all, 'max'))).toBe('Digest for Monday 2 March · A quiet day: nothing new, nothing open.');
    expect(said(digestOf(all, 'lei'))).toBe('3月2日星期一日报 · 今天风平浪静：没有新增，也没有未结个案。');
  });

  test('says what is overdue and new, with a button to each case as it is now', async () => {
    const all = await opens();
    const { as, pass, card } = all;
    await as('emma').sends(formOf(await as('emma').types('report')), {
      link: LINK,
      said: 'It exploded',
      severity: 'critical',
    });
    await pass(2.1);
    const digest = digestOf(all, 'max');
    expect(digest.summary).toBe('Digest: 1 overdue, 0 waiting for you, 1 new.');
    expect(said(digest)).toContain('RM-2026-0001 · Critical');
    expect(said(digest)).toContain('unclaimed');
    await as('rita').presses(card(), 'Claim');
    expect(words(await as('max').presses(digest, 'RM-2026-0001'))).toContain('Rita');
  });

  test('names what waits for its reader, with a button that says what to do and leads there', async () => {
    const all = await opens();
    const { as, pass, card } = all;
    await as('emma').types(`report The tea is cold, complaint ${LINK}`);
    await as('rita').fills(card(), 'Draft', REPLY);
    await pass(2.1);
    const digest = digestOf(all, 'lea');
    expect(said(digest)).toContain('In time, waiting for you: 1');
    const decision = cardOf(await as('lea').presses(digest, 'Decide RM-2026-0001'));
    expect(labels(decision)).toContain('Approve');
    expect(said(digestOf(all, 'max'))).not.toContain('waiting for you:');
  });

  test('names the first few of many, and leads to all of them', async () => {
    const all = await opens();
    for (const post of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const form = formOf(await all.as('emma').types('report'));
      await all.as('emma').sends(form, { link: LINK + post, said: 'Look', severity: 'critical' });
    }
    await all.pass(2.1);
    const digest = digestOf(all, 'max');
    expect(said(digest)).toContain('Overdue: 7');
    expect(said(digest)).toContain('and 2 more');
    expect(labels(digest).filter((label) => label.startsWith('RM-'))).toHaveLength(5);
    expect(words(await all.as('max').presses(digest, 'All overdue'))).toContain('RM-2026-0007');
  });

  test('says what was decided and published, how fast against the aim, and what lay behind it', async () => {
    const all = await opens();
    const { as, pass, card } = all;
    await as('emma').types(`report The tea is cold, complaint ${LINK}`);
    await as('rita').fills(card(), 'Draft', REPLY);
    await as('ada').presses(as('ada').newest(), 'Approve');
    await as('rita').fills(card(), 'Published', { link: LINK });
    await as('rita').fills(card(), 'Close', { cause: 'product', team: 'constructor' });
    await pass(2.1);
    const rows = said(digestOf(all, 'max'));
    for (const row of [
      'New: 1 case, 1 more than the day before',
      'Where: Weibo 1',
      'What: Complaint 1',
      'Decided: 1 approved',
      'Published: Apology with remedy 1',
      'First answers: 1, after less than a minute',
      'Service level: kept in 1 of 1 (100%)',
      'Median wait: Low: less than a minute (aim 24 h)',
      'Ended: 1 closed',
      'Root causes: Product 1',
      'Owning teams: constructor 1',
    ])
      expect(rows).toContain(row);
  });

  test('stays as it was, whatever happens after it', async () => {
    const all = await opens();
    const { as, pass, card } = all;
    await as('emma').types(`report The tea is cold, complaint ${LINK}`);
    await pass(2.1);
    const before = digestOf(all, 'max');
    await as('rita').presses(card(), 'Claim');
    await as('lea').types('desk language zh');
    await as('emma').types(`report The shop is closed ${LINK}b`);
    const after = await reopened(all, hours(2, EARLY));
    expect(digestOf(after, 'max')).toEqual(before);
  });

  test('never says what was posted', async () => {
    const all = await opens();
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { link: LINK, said: 'Their tea tasted of marzipan', severity: 'high' });
    await all.pass(2.1);
    expect(said(digestOf(all, 'max'))).not.toContain('marzipan');
    expect(said(digestOf(all, 'max'))).toContain('RM-2026-0001');
  });
});

describe('after a stop', () => {
  test('of 26 hours over its time there is one digest, marked late', async () => {
    const before = await opens();
    await before.as('emma').types(`report The tea is cold, complaint ${LINK}`);
    await before.pass(0.9);
    const after = await reopened(before, '2026-03-03T09:30:00.000Z');
    expect(digests(after, 'max')).toHaveLength(1);
    const digest = said(digestOf(after, 'max'));
    expect(digest).toContain('Digest for Tuesday 3 March');
    expect(digest).toContain('This comes late');
    await after.pass(1);
    expect(digests(after, 'max')).toHaveLength(1);
  });

  test('and three missed deadlines, each is issued once, in the order in which they were due', async () => {
    const before = await opens();
    const levels = ['low', 'high', 'critical'] as const;
    for (const severity of levels)
      await before.as('emma').sends(formOf(await before.as('emma').types('report')), {
        ...{ link: `${LINK}${severity}`, said: 'Look at this', severity },
      });
    const fell: unknown[] = [];
    before.store.follow((_, entries) => {
      for (const { type, data } of entries) if (type === 'fellDue') fell.push(data['key']);
    });
    const after = await reopened(before, hours(26, EARLY));
    expect(fell).toHaveLength(3);
    expect(fell).toEqual(fell.toSorted());
    expect(digests(after, 'max')).toHaveLength(1);
    expect(digestOf(after, 'max').summary).toBe('Digest: 3 overdue, 0 waiting for you, 3 new.');
    const again = await reopened(after, hours(27, EARLY));
    expect(digests(again, 'max')).toHaveLength(1);
  });

  test('between its hour and its making it is made at the start, and once', async () => {
    const before = await opens();
    const { desk } = before;
    await before.desk.digests.stop();
    await before.pass(2.1);
    expect(digests(before, 'max')).toEqual([]);
    const { state } = await desk.digests.subscriptions.read(before.idOf('max'));
    expect(state.last?.day).toBe('2026-03-02');
    const after = await reopened(before, hours(3, EARLY));
    expect(said(digestOf(after, 'max'))).toContain('This comes late');
    expect(digests(await reopened(after, hours(4, EARLY)), 'max')).toHaveLength(1);
  });
});

describe('somebody', () => {
  test('does without it, and has it back', async () => {
    const all = await opens();
    expect(words(await all.as('max').types('digest off'))).toContain('no longer comes to you');
    await all.pass(2.1);
    expect(digests(all, 'max')).toEqual([]);
    expect(words(await all.as('max').types('日报 开启'))).toContain('Your digest comes at 08:30');
    await all.pass(24);
    expect(digests(all, 'max')).toHaveLength(1);
  });

  test('chooses the hour, by command or by form', async () => {
    const all = await opens();
    await all.as('max').types('digest at 7:00');
    const form = formOf(await all.as('lea').types('digest settings'));
    await all.as('lea').sends(form, { hour: '7:15' });
    await all.pass(1);
    expect([digests(all, 'max').length, digests(all, 'lea').length, digests(all, 'lei').length]).toEqual([1, 1, 0]);
    const shown = formOf(await all.as('lea').types('日报 设置'));
    expect(shown.view.inputs).toMatchObject({ wanted: { initial: true }, hour: { initial: '07:15' } });
  });

  test('hears at the field what is wrong with an hour', async () => {
    const all = await opens();
    const form = formOf(await all.as('max').types('digest settings'));
    expect(await all.as('max').sends(form, { hour: 'soon' })).toEqual({
      type: 'errors',
      fields: { hour: '“soon” is not a time of day. Please write it like “digest at 8:30”.' },
    });
  });

  test('who is away gets none, and one of all that time when back', async () => {
    const all = await opens();
    await all.pass(2.1);
    await all.as('max').types('desk team away 2026-03-04');
    await all.as('emma').types(`report The tea is cold, complaint ${LINK}`);
    await all.pass(24);
    await all.pass(24);
    expect(digests(all, 'max')).toHaveLength(1);
    expect(digests(all, 'lea')).toHaveLength(3);
    // The absence ends at midnight.
    await all.pass(16);
    await all.pass(8);
    const [, after, ...more] = digests(all, 'max');
    expect(more).toEqual([]);
    expect(after && said(after)).toContain('New: 1 case');
  });

  test('who loses the role gets no more, and whoever is given it begins', async () => {
    const all = await opens();
    await all.as('max').types('desk team roles lea approver');
    await all.as('max').types('desk team add rita manager');
    await all.pass(2.1);
    expect(digests(all, 'lea')).toEqual([]);
    expect(digests(all, 'rita')).toHaveLength(1);
  });

  test('without a role that works on cases is told whose it is', async () => {
    const all = await opens();
    expect(words(await all.as('emma').types('digest'))).toContain('The digest needs a role: manager');
    expect(words(await all.as('rita').types('digest off'))).toContain('The digest needs a role: manager');
    const figures = cardOf(await all.as('rita').types('digest last week'));
    expect(labels(figures)).toEqual(['This week', 'Last week', 'This month']);
  });
});

describe('figures on demand', () => {
  test('are of the period asked for, in the reader’s words', async () => {
    const all = await opens();
    await all.as('emma').types(`report The tea is cold, complaint ${LINK}`);
    expect(words(await all.as('max').types('digest week'))).toContain('This week so far');
    expect(words(await all.as('lei').types('日报 本周'))).toContain('本周');
    const lastWeek = cardOf(await all.as('max').types('digest last week'));
    expect(said(lastWeek)).toContain('Nothing came in and nothing was done in this time.');
    expect(said(lastWeek)).not.toContain('How the desk stands');
    expect(words(await all.as('max').presses(lastWeek, 'This month'))).toContain('New: 1 case');
  });

  test('say what they did not understand, and what to type instead', async () => {
    const all = await opens();
    expect(words(await all.as('max').types('digest someday'))).toContain('I don’t understand “someday”');
    expect(words(await all.as('lei').types('日报 2026-03-05..2026-03-01'))).toContain('2026-03-01 早于 2026-03-05');
  });

  test('at home are the same, live', async () => {
    const all = await opens();
    const { as, card } = all;
    await as('emma').types(`report The tea is cold, complaint ${LINK}`);
    const before = said(await as('max').goesHome());
    for (const line of ['The desk at a glance', 'Overdue: none', 'Open: 1 case', '1 to be claimed'])
      expect(before).toContain(line);
    await as('rita').presses(card(), 'Claim');
    expect(said(await as('max').goesHome())).toContain('Held by: Rita 1');
    expect(said(await as('emma').goesHome())).not.toContain('The desk at a glance');
    const buttons = buttonsOf(await as('max').goesHome()).map(({ label }) => label);
    expect(buttons).toEqual(expect.arrayContaining(['See the digest', 'Digest settings…']));
    expect(button(await as('max').goesHome(), 'Digest settings').does.type).toBe('open');
  });
});
