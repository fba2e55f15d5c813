/** A channel takes nothing: every administrator hears of it once, everything else goes on, and nothing is lost. */
import { describe, expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { CHANNEL, cardOf, type House, type HouseOptions, house, labels, said } from '#test/house.fixture.ts';

const WHEN = { by: DESK, roles: [], at: '2026-03-02T01:00:00.000Z' } as const;
const BLOCKED = 'Nothing arrives in the response channel on Slack.';
const MENDED = 'Messages arrive again in the response channel on Slack.';

/** A house in which Max and 雷磊 administer. */
async function twoAdmins(options: HouseOptions = {}): Promise<House> {
  const all = await house(options);
  await all.desk.people.change(all.idOf('lei'), { roles: ['leader', 'admin'] }, { ...WHEN, cause: 'second' });
  await all.settled();
  return all;
}

/** The cards about channels that somebody has, as they read now. */
const told = (all: House, who: string): readonly string[] =>
  all.chat.at(who).filter((summary) => /arrive|Another channel|接收消息|改用其他频道/.test(summary));

async function reports(all: House, ...said: readonly string[]): Promise<void> {
  for (const what of said) await all.as('emma').types(`report ${what}`);
}

const ten = Array.from({ length: 10 }, (_, index) => `https://weibo.com/1/n${index} The tea is cold ${index}`);

/** The same house after a stop, with one report that its channel did not take. */
async function restartedWhileBlocked() {
  const before = await twoAdmins();
  before.chat.alwaysFailsAt(CHANNEL, 'archived');
  await reports(before, 'https://weibo.com/1/a Cold tea');
  await before.stop();
  const { store, chat } = before;
  return twoAdmins({ store, chat, at: '2026-03-02T02:00:00.000Z' });
}

describe('the response channel was archived', () => {
  test('each administrator is told once, in their language, though ten cases change', async () => {
    const all = await twoAdmins();
    await reports(all, ...ten.slice(0, 5));
    expect(all.channel()).toHaveLength(5);
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(5));
    for (const { id } of all.desk.cases.list({ me: '', roles: ['responder'] }, () => true))
      await all.as('rita').clicks('case.claim', { case: id });
    expect(told(all, 'max')).toEqual([BLOCKED]);
    expect(told(all, 'lei')).toEqual(['Slack 响应频道目前无法接收消息。']);
    expect(said(all.as('max').newest())).toContain('The channel is archived.');
    expect(said(all.as('lei').newest())).toContain('频道已归档。');
    expect(told(all, 'rita')).toEqual([]);
  });

  test('and told of the place only, not of what should have gone there', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, 'https://weibo.com/1/x Secret recipe');
    const card = said(all.as('max').newest());
    expect(card).not.toMatch(/Secret|RM-|weibo/);
    expect(card).toMatch(/Nothing is lost[\s\S]*invite Goodword into it again[\s\S]*“desk here”/);
  });

  test('other channels go on', async () => {
    const all = await twoAdmins({ rules: { routing: [{ media: ['zhihu'], channel: 'product' }] } });
    await all.as('max').types('desk here product', { channel: 'C-product' });
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, 'https://weibo.com/1/a Cold tea', 'https://www.zhihu.com/question/1 Cold tea');
    expect(all.channel('C-product')).toHaveLength(1);
    expect(all.chat.at('emma')).toHaveLength(2);
    expect(told(all, 'max')).toEqual([BLOCKED]);
  });

  test('after a restart nobody is told again, and the first card that it takes mends it', async () => {
    const all = await restartedWhileBlocked();
    expect(told(all, 'max')).toEqual([BLOCKED]);
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await reports(all, 'https://weibo.com/1/b Cold tea');
    expect(told(all, 'max')).toEqual([MENDED]);
    expect(all.channel()).toHaveLength(2);
  });

  test('nor when it refuses still after the restart', async () => {
    const all = await restartedWhileBlocked();
    await reports(all, 'https://weibo.com/1/b Cold tea');
    expect(told(all, 'max')).toEqual([BLOCKED]);
    expect(all.desk.obstacles.standing()).toMatchObject([{ blocked: { number: 1 } }]);
  });
});

describe('a channel that takes no new cards, and edits as before', () => {
  test('is told once, however many edits it takes meanwhile', async () => {
    const all = await twoAdmins();
    await reports(all, ...ten.slice(0, 3));
    all.chat.alwaysFailsAt(`send ${CHANNEL}`, 'forbidden');
    await reports(all, ...ten.slice(3, 5));
    for (const { id } of all.desk.cases.list({ me: '', roles: ['responder'] }, () => true))
      await all.as('rita').clicks('case.claim', { case: id });
    expect(all.chat.calls.filter((call) => call === `update ${CHANNEL}`)).toHaveLength(3);
    expect(told(all, 'max')).toEqual([BLOCKED]);
    all.chat.alwaysFailsAt(`send ${CHANNEL}`, undefined);
    await reports(all, ...ten.slice(5, 6));
    expect(all.channel()).toHaveLength(6);
    expect(told(all, 'max')).toEqual([MENDED]);
  });

  test('is well again with the first edit where only edits were refused', async () => {
    const all = await twoAdmins();
    await reports(all, ...ten.slice(0, 1));
    const [{ id } = { id: '' }] = all.desk.cases.list({ me: '', roles: ['responder'] }, () => true);
    all.chat.alwaysFailsAt(`update ${CHANNEL}`, 'forbidden');
    await all.as('rita').clicks('case.claim', { case: id });
    expect(told(all, 'max')).toEqual([BLOCKED]);
    all.chat.alwaysFailsAt(`update ${CHANNEL}`, undefined);
    await all.as('max').presses(all.as('max').newest(), 'Try again');
    expect(told(all, 'max')).toEqual([MENDED]);
  });
});

test('once the archive is opened and Goodword is not allowed to post, the same card says so', async () => {
  const all = await twoAdmins();
  all.chat.alwaysFailsAt(CHANNEL, 'archived');
  await reports(all, ...ten.slice(0, 1));
  all.chat.alwaysFailsAt(CHANNEL, 'forbidden');
  await all.as('max').presses(all.as('max').newest(), 'Try again');
  expect(told(all, 'max')).toEqual([BLOCKED]);
  expect(said(all.as('max').newest())).toContain('Goodword is not allowed to post there.');
  expect(said(all.as('max').newest())).not.toContain('archive');
});

describe('“Try again now”', () => {
  test('is refused to whoever is no administrator, and nothing is tried', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, 'https://weibo.com/1/a Cold tea');
    const [{ id } = { id: '' }] = all.desk.obstacles.standing();
    const calls = all.chat.calls.length;
    const answer = await all.as('emma').clicks('obstacle.retry', { obstacle: id });
    expect(said(cardOf(answer))).toContain('Only an administrator');
    expect(all.chat.calls).toHaveLength(calls);
  });

  test('while it is of no use, the card says who tried and when', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, 'https://weibo.com/1/a Cold tea');
    const tried = all.chat.calls.filter((call) => call === `send ${CHANNEL}`).length;
    const answer = await all.as('max').presses(all.as('max').newest(), 'Try again');
    expect(answer).toMatchObject({ type: 'done', say: expect.stringContaining('trying again') });
    expect(all.chat.calls.filter((call) => call === `send ${CHANNEL}`).length).toBe(tried + 1);
    expect(told(all, 'max')).toEqual([BLOCKED]);
    expect(said(all.as('max').newest())).toContain('Max had me try again');
  });

  test('from a card that was open all the while says that it is over, and tries nothing', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(0, 1));
    const [{ id } = { id: '' }] = all.desk.obstacles.standing();
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await reports(all, ...ten.slice(1, 2));
    const calls = all.chat.calls.length;
    expect(await all.as('lei').clicks('obstacle.retry', { obstacle: id })).toEqual({
      type: 'done',
      say: 'Slack 响应频道已恢复接收消息。',
    });
    expect(all.chat.calls).toHaveLength(calls);
  });

  test('once the channel is back, everything owed arrives, and the same card says that it is well', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten);
    expect(all.channel()).toEqual([]);
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await all.as('max').presses(all.as('max').newest(), 'Try again');
    expect(all.channel()).toHaveLength(10);
    expect([told(all, 'max'), told(all, 'lei')]).toEqual([[MENDED], ['Slack 响应频道已恢复接收消息。']]);
    expect(labels(all.as('max').newest())).toEqual([]);
    expect(all.desk.obstacles.standing()).toEqual([]);
  });
});

test('one card that goes through by itself brings all that was kept', async () => {
  const all = await twoAdmins();
  all.chat.alwaysFailsAt(CHANNEL, 'gone');
  await reports(all, ...ten.slice(0, 9));
  all.chat.alwaysFailsAt(CHANNEL, undefined);
  await reports(all, ...ten.slice(9));
  expect(all.channel()).toHaveLength(10);
  expect(told(all, 'max')).toEqual([MENDED]);
});

test('a second time is a card of its own, and the first stays as it ended', async () => {
  const all = await twoAdmins();
  for (const what of ten.slice(0, 2)) {
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, what);
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await all.as('max').presses(all.as('max').newest(), 'Try again');
  }
  all.chat.alwaysFailsAt(CHANNEL, 'gone');
  await reports(all, ...ten.slice(2, 3));
  expect(told(all, 'max')).toEqual([MENDED, MENDED, BLOCKED]);
});

test('once another channel is chosen, it is over: what was kept goes there', async () => {
  const all = await twoAdmins();
  all.chat.alwaysFailsAt(CHANNEL, 'gone');
  await reports(all, ...ten.slice(0, 3));
  await all.as('max').types('desk here', { channel: 'C-new' });
  expect(all.channel('C-new')).toHaveLength(3);
  expect(told(all, 'max')).toEqual(['Another channel is now the response channel on Slack.']);
  expect(all.desk.obstacles.standing()).toEqual([]);
});

test('what cannot be cleared up in a channel that the desk has left is nobody’s worry', async () => {
  const all = await twoAdmins();
  await reports(all, ...ten.slice(0, 2));
  all.chat.alwaysFailsAt(CHANNEL, 'archived');
  await all.as('max').types('desk here', { channel: 'C-new' });
  expect(all.chat.calls).toContain(`update ${CHANNEL}`);
  expect(told(all, 'max')).toEqual([]);
});

describe('a channel with two names', () => {
  test('is called by both, and by the one that it keeps', async () => {
    const all = await twoAdmins();
    await all.as('max').types('desk here product', { channel: CHANNEL });
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(0, 1));
    expect(told(all, 'max')).toEqual(['Nothing arrives in the response channel and the channel “product” on Slack.']);
    await all.as('max').types('desk here', { channel: 'C-new' });
    expect(told(all, 'max')).toEqual(['Nothing arrives in the channel “product” on Slack.']);
    expect(said(all.as('max').newest())).toContain('“desk here product”');
  });
});

describe('no fault of a channel', () => {
  test('is a person who takes no direct messages, not even an administrator', async () => {
    const all = await twoAdmins();
    for (const who of ['emma', 'max']) all.chat.alwaysFailsAt(who, 'forbidden');
    await reports(all, ...ten.slice(0, 2));
    expect([told(all, 'max'), told(all, 'lei')]).toEqual([[], []]);
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(2, 3));
    expect(told(all, 'lei')).toHaveLength(1);
    expect(all.desk.obstacles.standing()).toHaveLength(1);
  });

  test('is one card that never will be accepted; cards of two cases are', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'rejected');
    await reports(all, ...ten.slice(0, 1));
    const [{ id } = { id: '' }] = all.desk.cases.list({ me: '', roles: ['responder'] }, () => true);
    await all.as('rita').clicks('case.claim', { case: id });
    expect(told(all, 'max')).toEqual([]);
    await reports(all, ...ten.slice(1, 2));
    expect(told(all, 'max')).toEqual([BLOCKED]);
    expect(said(all.as('max').newest())).toContain('refused by Slack. The reason is in the server’s log.');
  });
});

describe('administrators', () => {
  test('who come later hear of what is blocked still, and not of what is over', async () => {
    const all = await house();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(0, 1));
    await all.desk.people.change(all.idOf('lei'), { roles: ['leader', 'admin'] }, { ...WHEN, cause: 'second' });
    await all.settled();
    expect(told(all, 'lei')).toHaveLength(1);
    // What is over is looked at still, because one of them cannot be reached.
    all.chat.alwaysFailsAt('lei', 'forbidden');
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await all.as('max').presses(all.as('max').newest(), 'Try again');
    await all.desk.people.change(all.idOf('ada'), { roles: ['approver', 'admin'] }, { ...WHEN, cause: 'third' });
    await all.settled();
    expect(told(all, 'ada')).toEqual([]);
  });

  test('see it on their home and in the setup while it lasts; nobody else does on theirs', async () => {
    const all = await twoAdmins();
    all.chat.alwaysFailsAt(CHANNEL, 'archived');
    await reports(all, ...ten.slice(0, 1));
    const home = await all.as('max').goesHome();
    expect(said(home)).toContain(BLOCKED);
    expect(said(cardOf(await all.as('max').types('desk setup')))).toContain(BLOCKED);
    expect(said(await all.as('rita').goesHome())).not.toContain(BLOCKED);
    all.chat.alwaysFailsAt(CHANNEL, undefined);
    await all.as('max').presses(home, 'Try again');
    expect(said(await all.as('max').goesHome())).not.toContain(BLOCKED);
    expect(said(cardOf(await all.as('max').types('desk setup')))).toContain('Everything is set up.');
  });
});
