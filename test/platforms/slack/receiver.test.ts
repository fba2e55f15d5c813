/** What is let in, and what is not: the right status, nothing of the inside, and the process lives. */
import { describe, expect, test } from 'vitest';
import { signed } from '#src/platforms/slack/signature.ts';
import { ask } from '#test/server/ask.ts';
import { hands } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { command, directMessage, event, pressed } from './payloads.ts';
import { opened, type Place, simple } from './place.ts';
import { formOf, headersFor } from './signed.ts';
import { SECRET, slack } from './slack.fixture.ts';

const MINUTES = 60_000;
const body = (place: Place) => formOf(command('U0EMMA', '/report', 'x', place));
const send = (place: Place, sent: string, headers: Record<string, string>, path = '/slack/events', method = 'POST') =>
  ask(`${place.url}${path}`, { method, headers, body: sent });

test('a command comes in as it was typed, with who it was from Slack', async () => {
  const place = await opened(() => ({ type: 'show', card: simple('Hello') }), { known: ['U0EMMA'] });
  const sent = command('U0EMMA', '/report', 'a &amp; b &lt;3 <https://x.example/a|x> <@U0RITA|rita> <#C1|pr>', place);
  const answered = await place.post(sent);
  expect(JSON.parse(answered.body)).toMatchObject({ response_type: 'ephemeral', text: 'Hello' });
  expect(place.seen).toEqual([
    {
      cause: `slack/${sent.trigger_id}`,
      platform: 'slack',
      account: 'U0EMMA',
      channel: 'C0GENERAL',
      at: expect.stringMatching(/^\d{4}-/),
      does: { type: 'command', name: 'report', text: 'a & b <3 x https://x.example/a @rita #pr' },
    },
  ]);
});

test('a command about people gets the people, not their names', async () => {
  const place = await opened();
  await place.post(command('U0MAX', '/desk', 'team roles <@U0RITA|rita> approver', place));
  expect(place.seen[0]?.does).toMatchObject({ text: 'team roles <@U0RITA|rita> approver' });
});

test('what is typed in direct messages happened in no channel', async () => {
  const place = await opened();
  await place.post(command('U0EMMA', '/report', 'x', { ...place, channel: 'D0EMMA' }));
  expect(place.seen[0]).not.toHaveProperty('channel');
});

describe('is refused, and nothing comes in', () => {
  test.each<[string, number, (place: Place) => [string, Record<string, string>]]>([
    ['no signature', 401, (place) => [body(place), { 'content-type': 'application/x-www-form-urlencoded' }]],
    [
      'a forged signature',
      401,
      (place) => [
        body(place),
        { ...headersFor(body(place), place.clock()), 'x-slack-signature': `v0=${'0'.repeat(64)}` },
      ],
    ],
    [
      'a signature of another shape',
      401,
      (place) => [body(place), { ...headersFor(body(place), place.clock()), 'x-slack-signature': 'v0=abc' }],
    ],
    ['a signature of another body', 401, (place) => [`${body(place)}&x=1`, headersFor(body(place), place.clock())]],
    ['a request six minutes old', 401, (place) => old(place, -6 * MINUTES)],
    ['a request six minutes ahead', 401, (place) => old(place, 6 * MINUTES)],
    [
      'a time that is none',
      401,
      (place) => [body(place), { ...headersFor(body(place), place.clock()), 'x-slack-request-timestamp': 'now' }],
    ],
    ['malformed JSON', 400, (place) => rightly(place, '{"type":')],
    ['malformed JSON in a form', 400, (place) => rightly(place, 'payload=%7B')],
    ['a list', 400, (place) => rightly(place, '{"a":1}', { 'content-type': 'application/json' }, '[]')],
    ['nothing at all', 400, (place) => rightly(place, '', {}, `team_id=T0GOODWORD`)],
    [
      'a click without who did it',
      400,
      (place) =>
        rightly(
          place,
          JSON.stringify({ ...pressed('U0X', { action_id: 'x' }, place), user: { team_id: 'T0GOODWORD' } }),
        ),
    ],
    [
      'an unknown type',
      400,
      (place) => rightly(place, JSON.stringify({ type: 'dialog_cancellation', team: { id: 'T0GOODWORD' } })),
    ],
    [
      'another workspace',
      403,
      (place) => rightly(place, formOf({ ...command('U0X', '/report', 'x', place), team_id: 'T0OTHER' })),
    ],
    [
      'somebody of another workspace',
      403,
      (place) =>
        rightly(
          place,
          JSON.stringify({ ...pressed('U0X', { action_id: 'x' }, place), user: { id: 'U0X', team_id: 'T0OTHER' } }),
        ),
    ],
    ['a body of 5 MB', 413, (place) => rightly(place, `payload=${'x'.repeat(5 * 1024 * 1024)}`)],
    ['a body of another kind', 415, (place) => rightly(place, 'x', { 'content-type': 'text/plain' })],
  ])('%s', async (_what, status, made) => {
    const place = await opened();
    const [sent, headers] = made(place);
    const answered = await send(place, sent, headers);
    expect(answered.status).toBe(status);
    expect(JSON.parse(answered.body)).toEqual({ error: expect.stringMatching(/\.$/) });
    expect(answered.body).not.toMatch(/\bat .*\.(?:ts|js)\b/);
    expect(place.seen).toEqual([]);
    expect((await place.post(command('U0EMMA', '/report', 'x', place))).status).toBe(200);
  });

  const old = (place: Place, ms: number): [string, Record<string, string>] => [
    body(place),
    headersFor(body(place), place.clock() + ms),
  ];
  const rightly = (
    place: Place,
    sent: string,
    more: Record<string, string> = {},
    instead = sent,
  ): [string, Record<string, string>] => [
    instead,
    {
      ...headersFor(instead, place.clock()),
      ...(sent.startsWith('{') && { 'content-type': 'application/json' }),
      ...more,
    },
  ];

  test('what people of another company say in a channel that is shared with them, without Slack being told', async () => {
    const place = await opened();
    const said = { type: 'app_mention', user: 'U0X', text: 'hi', ts: '1.2', channel: 'C0SHARED', event_ts: '1.2' };
    for (const theirs of [{ team: 'T0PARTNER' }, { team: 'T0GOODWORD', user_team: 'T0PARTNER' }])
      expect((await place.post(event({ ...said, ...theirs }))).status).toBe(200);
    expect(place.seen).toEqual([]);
  });

  test('another path, or another method', async () => {
    const place = await opened();
    expect((await send(place, '', {}, '/slack/other')).status).toBe(404);
    expect((await send(place, '', {}, '/slack/events', 'GET')).status).toBe(405);
  });
});

test('a minute to either side is believed', async () => {
  const place = await opened();
  for (const ms of [-4 * MINUTES, 4 * MINUTES]) {
    const sent = body(place);
    const seconds = Math.floor((place.clock() + ms) / 1000);
    const headers = { ...headersFor(sent, place.clock() + ms), 'x-slack-signature': signed(SECRET, seconds, sent) };
    expect((await send(place, sent, headers)).status).toBe(200);
  }
});

test('Slack checks the address, and its certificate', async () => {
  const place = await opened();
  const challenge = JSON.stringify({
    token: 'x',
    challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P',
    type: 'url_verification',
  });
  const answered = await send(place, challenge, headersFor(challenge, place.clock()));
  expect(JSON.parse(answered.body)).toEqual({ challenge: '3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P' });
  const check = 'ssl_check=1&token=x';
  expect(await send(place, check, headersFor(check, place.clock()))).toMatchObject({ status: 200, body: '' });
});

test('a mention in a channel that another company shares with us is heard, though it is said to be of their workspace', async () => {
  const place = await opened();
  const said = { type: 'app_mention', user: 'U0EMMA', text: 'hi', ts: '1.2', channel: 'C0SHARED', event_ts: '1.2' };
  const shared = { ...event({ ...said, team: 'T0GOODWORD' }), team_id: 'T0PARTNER', enterprise_id: 'E0PARTNER' };
  expect((await place.post({ ...shared, is_ext_shared_channel: true })).status).toBe(200);
  expect(place.seen).toMatchObject([{ account: 'U0EMMA', channel: 'C0SHARED' }]);
});

describe('in an organisation of several workspaces', () => {
  const ours = { enterprise: { id: 'E0NORTHWIND', name: 'Northwind' } };
  const organised = async () => {
    const chat = await slack();
    chat.organisation = 'E0NORTHWIND';
    const sister = { id: 'U0ANN', name: 'Ann', locale: 'en-US', team: 'T0SISTER', organisation: 'E0NORTHWIND' };
    const partner = { id: 'U0EVE', name: 'Eve', locale: 'en-US', team: 'T0PARTNER', organisation: 'E0PARTNER' };
    for (const user of [sister, partner]) chat.users.set(user.id, user);
    return opened(undefined, { chat });
  };
  const pressedBy = (place: Place, id: string, team_id: string, more: object = ours) => {
    const sent = pressed(id, { action_id: 'act case.claim 1.0', value: '{}' }, place);
    return { ...sent, ...more, user: { ...sent.user, team_id } };
  };
  const mentionedBy = (user: string, user_team: string) => {
    const said = { type: 'app_mention', user, user_team, text: 'hi', ts: '1.2', channel: 'C0SHARED', event_ts: '1.2' };
    const [authorization] = event(said).authorizations;
    return { ...event(said), authorizations: [{ ...authorization, enterprise_id: 'E0NORTHWIND' }] };
  };

  test.each([
    ['the organisation', 'E0NORTHWIND', ours],
    ['another workspace of it', 'T0SISTER', ours],
    ['the organisation and no workspace', 'E0NORTHWIND', { ...ours, team: null }],
    ['it beside the workspace alone', 'E0NORTHWIND', { team: { id: 'T0SISTER', enterprise_id: 'E0NORTHWIND' } }],
  ])('a colleague is heard whose payload names %s', async (_, team, more) => {
    const place = await organised();
    expect((await place.post(pressedBy(place, 'U0ANN', team, more))).status).toBe(200);
    expect(place.seen).toMatchObject([{ account: 'U0ANN' }]);
  });

  test.each(['E0PARTNER', 'T0PARTNER'])('nobody of %s is heard, though the app is ours', async (theirs) => {
    const place = await organised();
    expect((await place.post(pressedBy(place, 'U0EVE', theirs))).status).toBe(403);
    expect((await place.post(mentionedBy('U0EVE', theirs))).status).toBe(200);
    expect(place.seen).toEqual([]);
  });

  test('what Slack tells of people for the whole organisation is taken', async () => {
    const place = await organised();
    const told = event({
      type: 'team_join',
      user: { id: 'U0NEW', team_id: 'T0SISTER', name: 'new', enterprise_user: { enterprise_id: 'E0NORTHWIND' } },
    });
    const [authorization] = told.authorizations;
    await place.post({ ...told, authorizations: [{ ...authorization, team_id: null, enterprise_id: 'E0NORTHWIND' }] });
    expect(place.seen).toMatchObject([{ account: 'U0NEW', does: { type: 'join' } }]);
  });

  test('nobody is heard of whom Slack does not say whose they are', async () => {
    const place = await organised();
    expect((await place.post(pressedBy(place, 'U0NOBODY', 'T0SISTER'))).status).toBe(403);
    expect(place.seen).toEqual([]);
  });
});

test('an unknown button is said to be out of use, a link needs no answer', async () => {
  const place = await office();
  const { told } = hands(place);
  const answer = await told(() => place.post(pressed('U0EMMA', { action_id: 'act no.such 1.0', value: '{}' }, place)));
  expect(answer).toMatchObject({ response_type: 'ephemeral' });
  const link = { action_id: 'link 1.0' };
  expect(await place.post(pressed('U0EMMA', link, place))).toMatchObject({ status: 200, body: '' });
});

test('the same request sent again is one report', async () => {
  const place = await office();
  const sent = formOf(command('U0EMMA', '/report', 'They say the kettle is bad', place));
  const headers = headersFor(sent, place.clock());
  const again = () => ask(`${place.server.url}/slack/events`, { method: 'POST', headers, body: sent });
  const [first, second] = [await again(), await again()];
  expect([first.status, second.body]).toEqual([200, first.body]);
  await place.house.outbox.idle();
  expect(place.chat.at(CHANNEL)).toHaveLength(1);
});

test('one event that Slack sends three times, twice at once, is one case and one answer', async () => {
  const place = await office();
  const sent = directMessage('U0EMMA', 'report They say the kettle is bad', 'Ev0ONE');
  const retry = (count: number) =>
    place.post(sent, { headers: { 'x-slack-retry-num': String(count), 'x-slack-retry-reason': 'http_timeout' } });
  const answers = [...(await Promise.all([place.post(sent), retry(1)])), await retry(2)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await place.house.outbox.idle();
  await place.stop();
  expect(place.chat.at(CHANNEL)).toHaveLength(1);
  // The answer to the message, and the receipt.
  expect(place.chat.at('D0EMMA')).toHaveLength(2);
});

test('an event that failed is refused, so that Slack sends it again', async () => {
  let failing = true;
  const place = await opened(() => {
    if (failing) throw new Error('inside');
    return { type: 'show', card: simple('Hello') };
  });
  const sent = directMessage('U0EMMA', 'hello there', 'Ev0TWO');
  const failed = await place.post(sent);
  expect([failed.status, failed.body.includes('inside')]).toEqual([500, false]);
  failing = false;
  const posted = place.chat.next(({ method }) => method === 'chat.postMessage');
  expect((await place.post(sent)).status).toBe(200);
  await posted;
  expect(place.seen.map(({ cause }) => cause)).toEqual(['slack/Ev0TWO', 'slack/Ev0TWO']);
});

test('an event that nobody listens to is taken and forgotten', async () => {
  const place = await opened();
  expect((await place.post(event({ type: 'reaction_added', user: 'U0EMMA' }))).status).toBe(200);
  expect([place.seen, place.faults]).toEqual([[], []]);
});
