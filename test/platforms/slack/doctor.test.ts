/** What the doctor finds out about Slack, and what it says to do. */
import { expect, test } from 'vitest';
import { type CheckOptions, slackChecks } from '#src/platforms/slack/doctor.ts';
import { SCOPES } from '#src/platforms/slack/scopes.ts';
import { type Slack, slack } from './slack.fixture.ts';

async function found(change: (chat: Slack) => void = () => undefined, more: Partial<CheckOptions> = {}) {
  const chat = await slack();
  change(chat);
  const commands = { handled: ['report', 'desk'], listed: ['report', 'desk'] };
  const channels = async () => ({ response: 'C0RESPONSE' });
  const checks = slackChecks({
    botToken: 'xoxb-test',
    apiUrl: `${chat.url}/api/`,
    channels,
    commands,
    clock: Date.now,
    ...more,
  });
  const all = [];
  for (const { name, run } of checks) for (const finding of await run().catch(() => [])) all.push({ name, ...finding });
  await chat.stop();
  return all.filter(({ is }) => is !== 'good');
}

test('nothing, where nothing is wrong', async () => {
  expect(await found()).toEqual([]);
});

test('a token that is not accepted', async () => {
  const [finding] = await found((chat) => {
    chat.refuses = () => 'invalid_auth';
  });
  expect(finding).toMatchObject({ name: 'token', is: 'bad', say: { en: expect.stringContaining('invalid_auth') } });
  expect(finding?.mend?.en).toContain('SLACK_BOT_TOKEN');
});

test.each(SCOPES)('that $name is missing, and what stops working without it', async ({ name, needed, without }) => {
  const [finding, ...more] = await found((chat) => {
    chat.scopes = SCOPES.map((scope) => scope.name)
      .filter((scope) => scope !== name)
      .join(',');
  });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ name: 'scopes', is: needed ? 'bad' : 'poor' });
  expect(finding?.say.en).toContain(without.en);
  expect(finding?.say.zh).toContain(without.zh);
});

test.each<[string, (chat: Slack) => void, string]>([
  ['is not there', (chat) => void chat.channels.delete('C0RESPONSE'), 'is not there'],
  ['is archived', (chat) => void chat.channels.set('C0RESPONSE', { archived: true }), 'is archived'],
  ['does not have the bot', (chat) => void chat.channels.set('C0RESPONSE', { member: false }), 'has not invited'],
  [
    'is private and does not have the bot',
    (chat) => void chat.channels.set('C0RESPONSE', { private: true, member: false }),
    'is private and has not invited the bot',
  ],
  ['other companies read too', (chat) => void chat.channels.set('C0RESPONSE', { shared: true }), 'another company'],
])('a channel that %s', async (_what, change, words) => {
  const [finding] = await found(change);
  expect(finding).toMatchObject({ name: 'channels', is: 'bad', say: { en: expect.stringContaining(words) } });
});

test.each([
  [20, []],
  [60, ['poor']],
  [400, ['bad']],
])('a clock that is %d seconds ahead', async (seconds, expected) => {
  const findings = await found(undefined, { clock: () => Date.now() + seconds * 1000 });
  expect(findings.map(({ is }) => is)).toEqual(expected);
});

test('each of several channels by itself, and that there is none', async () => {
  const channels = async () => ({ response: 'C0RESPONSE', praise: 'C0PRAISE' });
  const [finding, ...more] = await found(undefined, { channels });
  expect(more).toEqual([]);
  expect(finding?.say.en).toContain('“praise” (C0PRAISE) is not there');
  expect(await found(undefined, { channels: async () => ({}) })).toMatchObject([{ name: 'channels', is: 'poor' }]);
});

test('an app-level token that Slack does not accept', async () => {
  expect(await found(undefined, { appToken: 'xapp-test' })).toEqual([]);
  const refuse = (chat: Slack) => {
    chat.refuses = ({ method }) => (method === 'apps.connections.open' ? 'not_allowed_token_type' : undefined);
  };
  const [finding] = await found(refuse, { appToken: 'xoxb-wrong' });
  expect(finding).toMatchObject({ name: 'app token', is: 'bad' });
  expect(finding?.mend?.en).toContain('SLACK_APP_TOKEN');
});

test('a manifest that names other commands', async () => {
  const [finding] = await found(undefined, { commands: { handled: ['report', 'quiz'], listed: ['report', 'desk'] } });
  expect(finding).toMatchObject({ name: 'commands', is: 'bad', say: { en: expect.stringContaining('/quiz /desk') } });
});
