/** Socket Mode over a real WebSocket: the same road, two connections, and an end when there is no way back. */
import { expect, onTestFinished, test } from 'vitest';
import { button, hands, wordsOf } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { command, directMessage, globalShortcut, pressed, submission } from './payloads.ts';
import { slack } from './slack.fixture.ts';
import { far } from './socket.fixture.ts';
import { walksTheRoad } from './walk.ts';

/** How Slack calls what it sends. */
function typeOf(payload: object): 'slash_commands' | 'events_api' | 'interactive' {
  if ('command' in payload) return 'slash_commands';
  return 'event' in payload ? 'events_api' : 'interactive';
}

async function connected() {
  const [chat, end] = [await slack(), await far()];
  chat.socketUrl = end.url;
  onTestFinished(() => end.stop());
  const place = await office({ chat, appToken: 'xapp-test' });
  return { place, chat, end, ...hands(place) };
}

test('the whole road, over both connections in turn', async () => {
  const { place, end } = await connected();
  let sent = 0;
  await walksTheRoad(place, async (payload) => {
    const { payload: acked } = await end.send(typeOf(payload), payload, sent % 2);
    sent += 1;
    return { status: 200, headers: {}, body: Object.keys(acked ?? {}).length === 0 ? '' : JSON.stringify(acked) };
  });
  expect(sent).toBeGreaterThan(15);
});

test('a report, a click and a form go the same way, over either connection', async () => {
  const { place, chat, end, shows } = await connected();
  expect(end.connections).toHaveLength(2);
  const said = await end.send('slash_commands', command('U0EMMA', '/report', 'They say the kettle is bad', place));
  expect(said.payload).toMatchObject({ response_type: 'ephemeral', text: expect.stringMatching(/RM-\d{4}/) });
  await place.house.outbox.idle();
  const card = () => chat.at(CHANNEL)[0]?.blocks;
  const claimed = await end.send('interactive', pressed('U0RITA', button(card(), 'act case.claim'), place), 1);
  expect(claimed.payload).toEqual({});
  await place.house.outbox.idle();
  expect(wordsOf(card())).toContain('Rita');

  const form = await shows(() => end.send('interactive', pressed('U0RITA', button(card(), 'open case.facts'), place)));
  const wrong = await end.send('interactive', submission('U0RITA', form, { claim: ' ' }), 1);
  expect(wrong.payload).toMatchObject({ response_action: 'errors' });
  const right = await end.send(
    'interactive',
    submission('U0RITA', form, { claim: 'It is bad', verdict: 'true', evidence: 'Seen' }, 'h2'),
    1,
  );
  expect(right.payload).toEqual({});
  await place.house.outbox.idle();
  expect(wordsOf(card())).toContain('It is bad');
  await shows(() => end.send('interactive', globalShortcut('U0EMMA', 'report_mention')));
  expect(place.faults).toEqual([]);
});

test('an event that comes over both connections is one case', async () => {
  const { place, chat, end } = await connected();
  const sent = directMessage('U0EMMA', 'report They say the kettle is bad', 'Ev0SOCKET');
  await Promise.all([end.send('events_api', sent, 0), end.send('events_api', sent, 1)]);
  await place.house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
});

test('a connection that Slack takes away comes back, and the other serves meanwhile', async () => {
  const { place, end } = await connected();
  const again = end.arrival();
  end.refresh(0);
  const said = await end.send('slash_commands', command('U0EMMA', '/report', 'They say the kettle is bad', place), 1);
  expect(said.payload).toMatchObject({ response_type: 'ephemeral' });
  await again;
  expect(end.opened()).toBe(3);
  expect(place.lost).toEqual([]);
});

test('what cannot be read is acknowledged, so that it does not come for ever', async () => {
  const { place, end } = await connected();
  const acked = await end.send('interactive', {
    type: 'block_actions',
    team: { id: 'T0GOODWORD' },
    user: {},
    actions: [],
  });
  expect(acked.payload).toEqual({});
  expect(place.faults.join()).toContain('The payload is not what Slack sends');
});

test('when the token is no longer valid, that is said once, and nothing is tried any more', async () => {
  const { place, chat, end } = await connected();
  chat.refuses = ({ method }) => (method === 'apps.connections.open' ? 'token_revoked' : undefined);
  const asked = chat.next(({ method }) => method === 'apps.connections.open');
  end.refresh(0);
  await asked;
  await expect.poll(() => place.lost).toEqual(['The connection to Slack cannot be opened any more.']);
});
