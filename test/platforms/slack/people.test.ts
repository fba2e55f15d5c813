/** What Slack tells about people, and what the desk makes of it, without anybody waiting for it. */
import { expect, test } from 'vitest';
import { hands, wordsOf } from './hands.ts';
import { office } from './office.ts';
import { command, event } from './payloads.ts';
import { opened, simple } from './place.ts';
import { slack, type User } from './slack.fixture.ts';

const asked = (user: User) => ({
  id: user.id,
  team_id: 'T0GOODWORD',
  name: user.name,
  real_name: user.name,
  locale: user.locale,
  deleted: user.deleted === true,
  profile: { display_name: user.name },
});

test('somebody new is answered at once, and asked about afterwards', async () => {
  const chat = await slack();
  const place = await opened(() => ({ type: 'show', card: simple('Hello') }), { chat });
  await expect.poll(() => chat.calls.some(({ method }) => method === 'users.list')).toBe(true);
  chat.users.set('U0NEW', { id: 'U0NEW', name: '新人', locale: 'zh-CN', email: 'new@northwind.example' });
  const info = chat.next(({ method }) => method === 'users.info');
  chat.fails = ({ method }) => (method === 'users.info' ? 'hangs' : undefined);
  expect((await place.post(command('U0NEW', '/report', 'x', place))).status).toBe(200);
  expect(place.seen[0]).not.toHaveProperty('profile');
  await info;
});

test('whoever is known to Slack brings their name, language and zone with the first interaction, once', async () => {
  const chat = await slack();
  chat.users.set('U0NEW', { id: 'U0NEW', name: '新人', locale: 'zh-CN', email: 'new@northwind.example' });
  const place = await opened(undefined, { chat });
  const ask = () => place.post(command('U0NEW', '/report', 'x', place));
  await expect
    .poll(async () => {
      await ask();
      return place.seen.filter(({ profile }) => profile).map(({ profile }) => profile);
    })
    .toEqual([{ name: '新人', locale: 'zh', timeZone: 'Europe/London', email: 'new@northwind.example' }]);
  await ask();
  expect(place.seen.filter(({ profile }) => profile)).toHaveLength(1);
});

test.each([
  ['an e-mail that nobody confirmed', { confirmed: false }, { email: 'x@northwind.example' }],
  ['a language that we do not speak', { locale: 'fr-FR' }, { locale: 'fr' }],
])('%s counts for nothing', async (_what, more, not) => {
  const place = await opened(undefined, { known: ['U0ONE'] });
  const user = { id: 'U0ONE', name: 'One', locale: 'en-US', email: 'x@northwind.example', ...more };
  await place.post(
    event({
      type: 'user_change',
      user: {
        ...asked(user),
        is_email_confirmed: 'locale' in more,
        profile: { display_name: 'One', email: user.email },
      },
    }),
  );
  expect(place.refreshed).toHaveLength(1);
  expect(place.refreshed[0]?.[1]).not.toMatchObject(not);
});

test('a change of name or language reaches the desk at once; somebody whom it does not know does not', async () => {
  const place = await opened(undefined, { known: ['U0ONE'] });
  await place.post(event({ type: 'user_change', user: asked({ id: 'U0ONE', name: '一', locale: 'zh-CN' }) }));
  await place.post(event({ type: 'user_change', user: asked({ id: 'U0TWO', name: 'Two', locale: 'en-US' }) }));
  expect(place.refreshed).toEqual([['U0ONE', { name: '一', locale: 'zh' }]]);
});

test('who leaves the company loses their access', async () => {
  const place = await office();
  const { types } = hands(place);
  await place.post(
    event({ type: 'user_change', user: asked({ id: 'U0RITA', name: 'Rita', locale: 'en-US', deleted: true }) }),
  );
  expect(place.house.desk.people.ofAccount('slack', 'U0RITA')?.active).toBe(false);
  const answer = await types('U0RITA', '/desk', 'open');
  expect(wordsOf(JSON.parse(answer.body))).not.toMatch(/RM-/);
});

test('somebody of another company is told that this is not for them', async () => {
  const chat = await slack();
  chat.users.set('U0GUEST', { id: 'U0GUEST', name: 'Guest', locale: 'en-US', team: 'T0PARTNER' });
  const place = await opened(undefined, { chat });
  await expect
    .poll(async () => (await place.post(command('U0GUEST', '/report', 'x', place))).body)
    .toContain('only people of the company');
});

test('when the bot comes into a channel, what waits for it is tried again, and the inviter hears what to do', async () => {
  const place = await opened();
  const said = place.chat.next(({ method }) => method === 'chat.postEphemeral');
  await place.post(event({ type: 'member_joined_channel', user: 'U0GOODWORD', channel: 'C0NEW', inviter: 'U0MAX' }));
  await said;
  expect(place.joined).toEqual(['C0NEW']);
  expect(place.chat.ephemerals).toEqual([expect.objectContaining({ channel: 'C0NEW', user: 'U0MAX' })]);
  await place.post(event({ type: 'member_joined_channel', user: 'U0OTHER', channel: 'C0NEW' }));
  expect(place.joined).toHaveLength(1);
});

test('when the app is removed, the process is told', async () => {
  const place = await opened();
  await place.post(event({ type: 'app_uninstalled' }));
  expect(place.lost).toEqual(['Goodword was removed from the Slack workspace.']);
});
