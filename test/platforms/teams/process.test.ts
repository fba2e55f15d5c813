/** The process itself with Teams, under plain Node: what vitest would forgive in the vendor's library is caught here. */
import { expect, test } from 'vitest';
import { started } from '#test/road/process.ts';
import { ask } from '#test/server/ask.ts';
import { temporary } from '#test/stores/folder.ts';
import { says } from './activities.ts';
import { emma } from './office.ts';

const post = (url: string, activity: object) =>
  ask(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ serviceUrl: 'http://127.0.0.1:9/', ...activity }),
  });

test('for a test client on this computer it starts without an app id, answers, and stops cleanly', async () => {
  const desk = started(temporary(), { env: { TEAMS_ANONYMOUS: '1' } });
  const url = new URL(await desk.url).origin;
  const answered = await post(url, { ...says(emma, 'desk help'), deliveryMode: 'expectReplies' });
  expect(answered.body).toContain('report');
  expect(await desk.end('SIGTERM')).toMatchObject({ status: 0, complained: '' });
});

test('with an app id it refuses whoever shows no token; beside Slack it listens on one port', async () => {
  const env = { MicrosoftAppId: 'x', MicrosoftAppPassword: 'y', MicrosoftAppTenantId: 'z', HOST: '127.0.0.1' };
  const desk = started(temporary(), { env });
  const url = new URL(await desk.url).origin;
  expect((await post(url, says(emma, 'desk help'))).status).toBe(401);
  expect(await desk.end('SIGTERM')).toMatchObject({ status: 0 });
});

test('without an app id it does not start for the network', async () => {
  const { status, complained } = await started(temporary(), { env: { TEAMS_ANONYMOUS: '1', HOST: '0.0.0.0' } }).ended;
  expect([status, complained]).toEqual([78, expect.stringContaining('HOST')]);
});
