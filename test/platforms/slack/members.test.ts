/** Who is in a channel or a user group of Slack, as far as they are colleagues; and Slack's word that somebody came or went. */
import { expect, test } from 'vitest';
import { CHANNEL, office } from './office.ts';
import { event } from './payloads.ts';
import { opened } from './place.ts';
import { slack, type User } from './slack.fixture.ts';

const user = (id: string, more: Partial<User> = {}): User => ({ id, name: id, locale: 'en-GB', ...more });

async function place() {
  const all = await opened();
  const { chat, platform } = all;
  const people = [
    ...[user('U0ANN'), user('U0BEN'), user('U0CAT', { guest: true }), user('U0DAN', { deleted: true })],
    ...[user('U0EVE', { team: 'T0PARTNER' }), user('U0FIX', { bot: true }), user('U0GUS')],
  ];
  for (const one of people) chat.users.set(one.id, one);
  const accounts = people.map(({ id }) => id);
  const names = async (kind: 'channel' | 'group', id: string) =>
    ((await platform.membership?.members({ kind, id })) ?? []).map(({ profile }) => profile.name);
  return { ...all, accounts, names };
}

test('guests, bots, people of other companies and those who left are no members, over all pages', async () => {
  const { chat, accounts, names } = await place();
  chat.inside.set('C0RESPONSE', accounts);
  expect(await names('channel', 'C0RESPONSE')).toEqual(['U0ANN', 'U0BEN', 'U0GUS']);
});

test('colleagues of other workspaces of our organisation are members, people of another organisation are not', async () => {
  const chat = await slack();
  chat.organisation = 'E0NORTHWIND';
  const { platform } = await opened(undefined, { chat });
  const organisations = { U0ANN: 'E0NORTHWIND', U0EVE: 'E0PARTNER' };
  for (const [id, organisation] of Object.entries(organisations))
    chat.users.set(id, user(id, { team: `T0${id}`, organisation }));
  chat.inside.set('C0RESPONSE', ['U0ANN', 'U0EVE']);
  const found = await platform.membership?.members({ kind: 'channel', id: 'C0RESPONSE' });
  expect(found?.map(({ account }) => account)).toEqual(['U0ANN']);
});

test('a group is found by its handle, however it is typed, or by its id', async () => {
  const { chat, names } = await place();
  chat.groups.set('sales', ['U0GUS']);
  chat.groups.set('care', ['U0ANN', 'U0CAT']);
  for (const typed of ['@care', 'Care', 'S2', ' @care ']) expect(await names('group', typed)).toEqual(['U0ANN']);
});

test('what is not there is gone, and what we may not see is forbidden', async () => {
  const { chat, names } = await place();
  await expect(names('group', '@nobody')).rejects.toMatchObject({ why: 'gone' });
  await expect(names('channel', 'C0NOWHERE')).rejects.toMatchObject({ why: 'gone' });
  chat.refuses = ({ method }) => (method === 'usergroups.list' ? 'missing_scope' : undefined);
  await expect(names('group', '@care')).rejects.toMatchObject({ why: 'forbidden' });
});

test('silence of Slack about somebody is not taken for their leaving; whom it does not know is nobody', async () => {
  const { chat, names } = await place();
  chat.fails = ({ method, args }) => (method === 'users.info' && args['user'] === 'U0HAL' ? 'broken' : undefined);
  chat.inside.set('C0RESPONSE', ['U0ANN', 'U0NOBODY', 'U0GUS']);
  expect(await names('channel', 'C0RESPONSE')).toEqual(['U0ANN', 'U0GUS']);
  chat.inside.set('C0RESPONSE', ['U0ANN', 'U0HAL', 'U0GUS']);
  await expect(names('channel', 'C0RESPONSE')).rejects.toMatchObject({ why: 'later' });
  chat.refuses = ({ method }) => (method === 'conversations.members' ? 'fetch_members_failed' : undefined);
  await expect(names('channel', 'C0RESPONSE')).rejects.toMatchObject({ why: 'later' });
});

test('somebody joins the response channel on Slack and may claim a case a moment later', async () => {
  const all = await office();
  const { chat, house } = all;
  const { people, settings } = house.desk;
  const admin = people.ofAccount('slack', 'U0MAX');
  const who = { by: admin?.id ?? '', roles: admin?.roles ?? [], at: new Date(all.clock()).toISOString(), cause: 'set' };
  chat.inside.set(CHANNEL, ['U0RITA', 'U0GOODWORD']);
  chat.users.set('U0GOODWORD', user('U0GOODWORD', { bot: true }));
  await settings.change([{ type: 'setResponders', responders: { by: 'channel', platform: 'slack' } }], who);
  await expect.poll(() => settings.now().membership?.members).toBe(1);
  chat.inside.set(CHANNEL, ['U0RITA', 'U0EMMA']);
  await all.post(
    event({ type: 'member_joined_channel', user: 'U0EMMA', channel: CHANNEL, channel_type: 'C', team: 'T0GOODWORD' }),
  );
  await expect.poll(() => people.ofAccount('slack', 'U0EMMA')?.roles).toEqual(['responder']);
  chat.inside.set(CHANNEL, ['U0RITA']);
  await all.post(
    event({ type: 'member_left_channel', user: 'U0EMMA', channel: CHANNEL, channel_type: 'C', team: 'T0GOODWORD' }),
  );
  await expect.poll(() => people.ofAccount('slack', 'U0EMMA')?.roles).toEqual([]);
  expect(people.ofAccount('slack', 'U0RITA')?.roles).toEqual(['responder']);
  expect(all.faults).toEqual([]);
});
