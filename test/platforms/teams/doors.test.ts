/** Who gets in: only Teams, for us, of our company; and nothing that a card says is believed. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { activityOf, invokes, says } from './activities.ts';
import { hands, wordsOf } from './hands.ts';
import { ada, CHANNEL, emma, max, office, rita } from './office.ts';
import { APP, BOT } from './teams.fixture.ts';

test('a request is refused unless its token is signed by Teams, for us, and names the address it gives', async () => {
  const { chat, post, house, faults } = await office();
  const printed: unknown[] = [];
  const spy = vi.spyOn(console, 'error').mockImplementation((...said) => void printed.push(said));
  onTestFinished(() => spy.mockRestore());
  const past = Math.floor(Date.now() / 1000) - 3600;
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg: 'none', typ: 'JWT', kid: 'k' })}.${part({ iss: 'https://api.botframework.com', aud: APP })}.`;
  const tokens = {
    missing: '',
    garbage: 'Bearer garbage',
    basic: 'Basic dXNlcjpwYXNz',
    forged: chat.token({}, 'stranger'),
    unsigned: `Bearer ${unsigned}`,
    expired: chat.token({ exp: past }),
    'for another bot': chat.token({ aud: 'another' }),
    'of another issuer': chat.token({ iss: 'https://evil.example' }),
    'for another address': chat.token({ serviceurl: 'https://evil.example' }),
    'without an address': chat.token({ serviceurl: undefined }),
  };
  for (const [what, authorization] of Object.entries(tokens)) {
    const answered = await post(says(emma, 'report it burns'), { authorization });
    expect([what, answered.status]).toEqual([what, 401]);
    expect(answered.body).toBe('{"error":"This request does not prove that it comes from Teams."}');
  }
  // Said in our own log, once, instead of printed with keys and stacks for each.
  expect([faults.map((line) => line.split('\n')[0]), printed]).toEqual([
    ['a request that Teams did not sign, or not for now: Error: Error finding key for token'],
    [],
  ]);
  const authorization = chat.token();
  expect((await post(says(emma, 'report it burns'), { authorization })).status).toBe(200);
  // The token that was good there proves nothing elsewhere.
  const elsewhere = { ...says(emma, 'x'), serviceUrl: 'https://evil.example' };
  expect((await post(elsewhere, { authorization })).status).toBe(401);
  await house.outbox.idle();
  expect(house.desk.cases.list({ me: '', roles: ['hr', 'admin'] }, () => true)).toHaveLength(1);
});

test('what is no activity, too large, of another channel or of another company is refused without a word of our inside', async () => {
  const { chat, post, faults } = await office();
  const evil = { serviceUrl: 'https://evil.example' };
  const foreign = { id: 'a:x', conversationType: 'personal', tenantId: 'another' };
  const tried = [
    [400, { type: 'message' }],
    [400, { ...says(emma, 'x'), serviceUrl: undefined }],
    [400, { ...says(emma, 'x'), serviceUrl: 'file:///etc/passwd' }],
    [400, { ...says(emma, 'x'), conversation: { id: '' } }],
    [401, { ...says(emma, 'x'), ...evil }],
    [403, { ...says(emma, 'x'), channelId: 'webchat' }],
    [403, { ...says(emma, 'x'), channelId: 'AseChannel' }],
    [403, { ...says(emma, 'x'), conversation: foreign, channelData: {} }],
    [403, { ...says(emma, 'x'), channelData: { tenant: { id: 'another' } } }],
    [403, { ...says(emma, 'x'), from: { ...says(emma, 'x').from, tenantId: 'another' } }],
    [403, { ...says(emma, 'x'), conversation: { ...foreign, tenantId: undefined }, channelData: {} }],
    [413, says(emma, 'x'.repeat(300_000))],
  ] as const;
  for (const [status, activity] of tried) {
    const answered = await post(activity);
    expect([status, answered.body]).toEqual([answered.status, expect.stringMatching(/^\{"error":"[^"]{5,120}"\}$/)]);
    expect(answered.body).not.toMatch(/\bat .*:\d+|node_modules/);
  }
  expect([chat.calls, faults]).toEqual([[], []]);
});

test('what is too large is refused also when its size is not announced', async () => {
  const { chat, post } = await office();
  const answered = await post(says(emma, 'x'.repeat(300_000)), { 'transfer-encoding': 'chunked' });
  expect(answered.status).toBe(413);
  expect(chat.calls).toEqual([]);
});

test('what Teams leaves empty is as if it were not there', async () => {
  const { chat, post } = await office();
  const written = says(emma, 'desk help');
  const empty = { action: null, membersAdded: null, name: null, value: null };
  const from = { ...written.from, name: null };
  const channelData = { ...written.channelData, channel: null, team: { id: null }, eventType: null };
  const conversation = { ...written.conversation, isGroup: null };
  const answered = await post({ ...written, ...empty, from, channelData, conversation });
  expect(answered.status).toBe(200);
  await chat.reaches(`a:${emma.aad}`, 1);
});

test('identity, role and state are never read from a card', async () => {
  const place = await office();
  const { chat, house } = place;
  const { presses } = hands(place);
  await place.installed(emma, rita, max);
  await hands(place).says(emma, 'report it burns');
  await chat.reaches(`a:${emma.aad}`, 2);
  await house.outbox.idle();
  const { card } = chat.newest(CHANNEL);
  const claim = JSON.stringify(card).match(/"data":(\{"action":"case\.claim".*?\}\})/)?.[1];
  const { action, args } = JSON.parse(claim ?? '{}');
  const forged = {
    ...{ action, args: { ...args, by: rita.aad, person: rita.aad, roles: 'responder,admin', status: 'approved' } },
    ...{ account: rita.aad, from: { aadObjectId: rita.aad }, roles: ['admin'] },
  };
  const data = { action: { type: 'Action.Execute', verb: 'act', data: forged } };
  const answered = await place.post(invokes(emma, 'adaptiveCard/action', data, CHANNEL));
  await house.outbox.idle();
  expect(answered.body).toContain('activity.message');
  expect(wordsOf(chat.newest(CHANNEL).card)).not.toContain('Emma took');
  expect(house.desk.cases.list({ me: '', roles: ['responder'] }, ({ status }) => status !== 'new')).toEqual([]);
  await presses(rita, card, 'case.claim', CHANNEL);
  expect(house.desk.cases.list({ me: '', roles: ['responder'] }, ({ status }) => status !== 'new')).toHaveLength(1);
});

test('somebody whom Teams does not vouch for can do nothing', async () => {
  const { post, house, chat } = await office();
  const nobody = { from: { id: '29:x', name: 'Max' } };
  expect((await post({ ...says(max, 'report it burns'), ...nobody })).status).toBe(200);
  const data = { verb: 'submit', form: 'report.new', args: {}, 'in.said': 'it burns' };
  const answered = await post({ ...invokes(max, 'task/submit', { data }), ...nobody });
  expect(JSON.parse(answered.body).task.type).toBe('message');
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toEqual([]);
});

test.each([null, 'x', [], { action: null }, { action: { verb: 'act', data: { action: 'case.claim' } } }, { data: 7 }])(
  'nonsense in an invoke (%j) is answered, not fatal',
  async (value) => {
    const { post, faults } = await office();
    for (const name of ['adaptiveCard/action', 'task/fetch', 'task/submit', 'composeExtension/fetchTask']) {
      const answered = await post({ ...invokes(ada, name, {}), value });
      expect([name, answered.status]).toEqual([name, 200]);
    }
    expect((await post(invokes(ada, 'signin/verifyState', {}))).status).toBe(501);
    expect(faults).toEqual([]);
  },
);

test('without an app id only a client on this computer is heard, and no page of another site', async () => {
  const place = await office({ config: { anonymous: true } });
  const none = { authorization: '' };
  const help = { ...says(emma, 'desk help'), deliveryMode: 'expectReplies', channelId: 'emulator' };
  expect((await place.post(help, none)).status).toBe(200);
  expect((await place.post({ ...help, serviceUrl: 'https://evil.example' }, none)).status).toBe(403);
  expect((await place.post(help, { ...none, origin: 'https://evil.example' })).status).toBe(403);
  expect((await place.post(help, { ...none, 'content-type': 'text/plain' })).status).toBe(415);
  expect((await place.post(help, { ...none, host: 'evil.example' })).status).toBe(403);
});

test('what people type comes out as text, in every field and language', async () => {
  const place = await office();
  const { chat, house } = place;
  const { opens, sends } = hands(place);
  await place.installed(emma, rita);
  const evil =
    '**b** [click](https://evil.example) ![x](https://evil.example/x.png) <at>All</at> {{DATE(2020-01-01T00:00:00Z,SHORT)}}';
  await hands(place).says(emma, `report ${evil}`);
  await chat.reaches(`a:${emma.aad}`, 2);
  await house.outbox.idle();
  const facts = await opens(rita, chat.newest(CHANNEL).card, 'case.facts', CHANNEL);
  await sends(rita, facts, { 'in.claim': evil, 'in.verdict': 'true', 'in.evidence': evil }, CHANNEL);
  await house.outbox.idle();
  const shown = JSON.stringify(chat.messages);
  expect(shown).toContain('**b**');
  expect(shown).not.toContain('{{DATE');
  // The only place where Markdown lives is a TextBlock, of which we write none.
  expect(shown).not.toContain('"TextBlock"');
  expect(shown).not.toContain('"FactSet"');
  expect(chat.wrong).toEqual([]);
});

test('where it was removed it is quiet, until it comes back', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(emma);
  await place.post(activityOf(emma, { type: 'installationUpdate', action: 'remove' }));
  const before = chat.at(`a:${emma.aad}`).length;
  const address = { platform: 'teams', kind: 'direct', id: emma.aad } as const;
  const [teams] = house.platforms;
  const card = { summary: 's', blocks: [], locale: 'en', timeZone: 'UTC' } as const;
  await expect(teams?.send(address, card, 'k')).rejects.toMatchObject({ why: 'forbidden' });
  await place.installed(emma);
  expect(chat.at(`a:${emma.aad}`)).toHaveLength(before + 1);
  expect(BOT).toContain(APP);
});
