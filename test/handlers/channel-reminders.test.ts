/** Reminders in a channel: posted by the clock, voted on, and citing clauses that can be read. */
import { expect, test } from 'vitest';
import type { ReminderItem } from '#src/core/reminder/item.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { words as saidIn } from '#test/desk/desk.fixture.ts';
import { cardOf, house, labels, last, said } from '#test/house.fixture.ts';
import { policies } from './signing/policies.fixture.ts';

const MONDAY = '2026-03-02T10:00:00.000Z';
const item = (id: string, kind: ReminderItem['kind']): ReminderItem => ({
  ...{ id, kind, clause: 'pledge#1.1' },
  ...{ title: { en: `Title ${id}`, zh: `标题 ${id}` }, text: { en: `Text ${id}.`, zh: `正文 ${id}。` } },
});
const reminders = [item('one', 'good'), item('two', 'warning')];
const STAFF = 'C-staff';

async function staffed() {
  const all = await house({ at: MONDAY, policies, reminders });
  await all.as('max').types('desk here staff', { channel: STAFF });
  return all;
}

test('come on their days, good and bad in turn, with the clause and two buttons', async () => {
  const all = await staffed();
  expect(all.channel(STAFF)).toEqual([]);
  await all.pass(16.5);
  expect(said(last(all.channel(STAFF)))).toContain('Text one.');
  expect(labels(last(all.channel(STAFF)))).toEqual(['Useful', 'Not for me', 'Read the clause']);
  await all.pass(48);
  expect(said(last(all.channel(STAFF)))).toContain('Careful: Title two');
  expect(all.channel(STAFF)).toHaveLength(2);
  expect(all.faults).toEqual([]);
});

test('are judged by one vote a person, and lead to the clause', async () => {
  const all = await staffed();
  await all.pass(16.5);
  const card = () => last(all.channel(STAFF));
  for (const who of ['emma', 'emma', 'rita']) await all.as(who).presses(card(), 'Useful');
  expect(said(card())).toContain('2 found this useful');
  await all.as('emma').presses(card(), 'Not for me');
  expect(said(card())).toContain('1 found this useful');
  expect(said(cardOf(await all.as('emma').presses(card(), 'Read the clause')))).toContain('I keep secrets.');
});

test('are not posted before a channel has their name, and whoever asks is told how to give it', async () => {
  const all = await house({ at: MONDAY, policies, reminders });
  await all.pass(16.5);
  expect(all.chat.messages).toEqual([]);
  const card = cardOf(await all.as('max').types('desk reminder'));
  expect(said(card)).toContain('type “desk here staff”');
  expect(labels(card)).toEqual([]);
  expect(saidIn(await all.as('max').clicks('reminder.post', {}))).toContain('desk here staff');
});

test('are posted at once by a manager, and by nobody without a role', async () => {
  const all = await staffed();
  expect(labels(cardOf(await all.as('emma').types('desk reminder')))).toEqual([]);
  expect(saidIn(await all.as('emma').clicks('reminder.post', {}))).toContain('This needs a role');
  await all.as('max').presses(cardOf(await all.as('max').types('desk reminder')), 'Post one now');
  expect(all.channel(STAFF)).toHaveLength(1);
});

test('wait while an emergency lasts', async () => {
  const all = await staffed();
  await all.as('lea').types('desk emergency on A flood');
  await all.pass(16.5);
  expect(all.channel(STAFF)).toEqual([]);
});

test('move to another channel when the company chooses one, and end in the old', async () => {
  const before = await staffed();
  await before.pass(16.5);
  const channelReminders = { ...rules.channelReminders, channel: 'news' };
  await before.stop();
  const { store, chat } = before;
  const all = await house({
    at: '2026-03-04T10:00:00.000Z',
    policies,
    reminders,
    store,
    chat,
    rules: { channelReminders },
  });
  await all.as('max').types('desk here news', { channel: 'C-news' });
  await all.pass(16.5);
  expect(all.channel('C-news')).toHaveLength(1);
  expect(all.channel(STAFF)).toHaveLength(1);
});
