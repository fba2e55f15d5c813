/** Chats that people have among themselves, and rosters: what Teams tells us of a place is not what it lets us do there. */
import { expect, test } from 'vitest';
import { invokesAmongOthers, mentions } from './activities.ts';
import { hands, wordsOf } from './hands.ts';
import { emma, mei, office } from './office.ts';

const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

const content = '<div>It burns <emoji id="1f525_fire" alt="🔥" title="Fire"></emoji></div>';
const reportPost = { commandId: 'reportPost', messagePayload: { body: { contentType: 'html', content } } };

test('a message reported from a chat of colleagues leads nothing of theirs there: we are not in it', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(emma);
  const { dialogIn, sendsAction } = hands(place);
  const dialog = await dialogIn(place.post(invokesAmongOthers(emma, 'composeExtension/fetchTask', reportPost)));
  expect(JSON.stringify(dialog.card)).toContain('"value":"It burns 🔥"');
  const sent = await sendsAction(emma, dialog, {}, invokesAmongOthers);
  expect(wordsOf(sent.task.value.card)).toMatch(/RM-\d{4}-\d+/);
  await house.outbox.idle();
  expect(chat.at(chatOf(emma)).length).toBeGreaterThan(1);
  expect(place.faults).toEqual([]);
});

test('who reports from a chat of colleagues and never met the bot is neither greeted there nor asked about', async () => {
  const place = await office({ bare: true });
  await hands(place).dialogIn(place.post(invokesAmongOthers(mei, 'composeExtension/fetchTask', reportPost)));
  await place.installed(mei);
  expect(place.chat.at(chatOf(mei))).toHaveLength(1);
  expect(place.faults).toEqual([]);
});

test.each([
  ['a common channel, by its team', '19:other@thread.tacv2', undefined],
  ['a private channel, by itself', '19:private@thread.tacv2', 'private'],
])('the e-mail of somebody who wrote in %s is found', async (_, channel, type) => {
  const place = await office();
  const { chat, house } = place;
  if (type) chat.apart.add(channel);
  chat.members.set(`29:${emma.aad}`, { email: 'emma@northwind.example' });
  const written = mentions(emma, 'desk help', channel);
  await place.post({
    ...written,
    channelData: { ...written.channelData, channel: { id: channel, ...(type && { type }) } },
  });
  await chat.reaches(`${channel};messageid=1`, 1);
  await place.stop();
  expect(house.desk.people.ofEmail('emma@northwind.example')?.name).toBe('Emma');
  expect(place.faults).toEqual([]);
});
