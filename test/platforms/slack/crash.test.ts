/** The real process, killed while Slack had a card but had not said so. */
import { expect, test } from 'vitest';
import { started } from '#test/road/process.ts';
import { ask } from '#test/server/ask.ts';
import { temporary } from '#test/stores/folder.ts';
import { wordsOf } from './hands.ts';
import { CHANNEL, PEOPLE } from './office.ts';
import { command } from './payloads.ts';
import { formOf, headersFor } from './signed.ts';
import { type Call, SECRET, slack } from './slack.fixture.ts';

const post = (call: Call) => call.method === 'chat.postMessage';

test('after the restart there is one card, not two, and nothing owed is lost', async () => {
  const chat = await slack();
  const dir = temporary();
  for (const person of PEOPLE) chat.users.set(person.id, person);
  const env = {
    ...{ SLACK_BOT_TOKEN: 'xoxb-test', SLACK_SIGNING_SECRET: SECRET, SLACK_API_URL: `${chat.url}/api/` },
    ...{ RESPONSE_CHANNEL: CHANNEL, ADMINS: 'U0MAX', HOST: '127.0.0.1' },
  };
  const first = started(dir, { env });
  const { origin } = new URL(await first.url);
  expect((await fetch(`${origin}/readyz`)).status).toBe(200);

  const [card, receipt] = [
    chat.next((call) => post(call) && call.args['channel'] === CHANNEL),
    chat.next((call) => post(call) && call.args['channel'] === 'D0EMMA'),
  ];
  chat.fails = (call) => (post(call) ? 'stuck' : undefined);
  const body = formOf(command('U0EMMA', '/report', 'They say the kettle is bad', { respond: `${chat.url}/respond/1` }));
  const answered = await ask(`${origin}/slack/events`, { method: 'POST', headers: headersFor(body, Date.now()), body });
  expect(answered.body).toMatch(/RM-\d{4}/);
  await Promise.all([card, receipt]);
  await first.end('SIGKILL');
  chat.fails = () => undefined;

  const looked = ['D0EMMA', CHANNEL].map((where) =>
    chat.next(({ method, args }) => method === 'conversations.history' && args['channel'] === where),
  );
  const second = started(dir, { env });
  await second.url;
  await Promise.all(looked);
  expect(await second.end('SIGTERM')).toMatchObject({ status: 0 });
  // A third start owes nothing any more.
  const before = chat.calls.filter(post).length;
  const third = started(dir, { env });
  await third.url;
  expect(await third.end('SIGTERM')).toMatchObject({ status: 0 });
  expect(chat.calls.filter(post)).toHaveLength(before);
  expect(chat.at(CHANNEL).map(({ blocks }) => wordsOf(blocks))).toEqual([expect.stringContaining('the kettle is bad')]);
  expect(chat.at('D0EMMA')).toHaveLength(1);
  await chat.stop();
}, 60_000);

test.each([
  ['bot token', 'SLACK_BOT_TOKEN: invalid_auth. Copy the bot token', { SLACK_SIGNING_SECRET: SECRET }, undefined],
  [
    'app-level token',
    'SLACK_APP_TOKEN: invalid_auth. Make an app-level token with “connections:write”',
    { SLACK_APP_TOKEN: 'xapp-old' },
    'apps.connections.open',
  ],
])('a %s that Slack does not accept is named, with the remedy, and no stack trace', async (_, named, other, only) => {
  const chat = await slack();
  chat.refuses = ({ method }) => (only === undefined || method === only ? 'invalid_auth' : undefined);
  const env = { SLACK_BOT_TOKEN: 'xoxb-old', ...other, SLACK_API_URL: `${chat.url}/api/` };
  const { status, complained } = await started(temporary(), { env }).ended;
  expect(status).toBe(1);
  expect(complained).toContain(`Slack does not accept ${named}`);
  expect(complained).not.toMatch(/^\s+at /m);
  await chat.stop();
});
