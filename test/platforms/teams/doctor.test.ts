/** What the doctor says of Teams: credentials, tenant, endpoint, conversations, channels; in both languages, with a remedy. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { TeamsConfig } from '#src/platforms/teams/adapter.ts';
import { type TeamsCheckOptions, teamsChecks } from '#src/platforms/teams/doctor.ts';
import type { Place } from '#src/platforms/teams/places.ts';
import { troubleOf } from '#src/platforms/teams/trouble.ts';
import { opened } from './place.ts';
import { APP, TENANT } from './teams.fixture.ts';

const config = { anonymous: false, appId: APP, appType: 'SingleTenant', appPassword: 'pw', tenantId: TENANT } as const;
const place = (kind: Place['kind'], id: string, more: Partial<Place> = {}): Place => ({
  ...{ kind, id, conversation: id, serviceUrl: 'https://smba.example', bot: `28:${APP}` },
  ...more,
});
const CHANNEL = '19:response@thread.tacv2';

/** Everything the named checks find, as `is: English`; every remedy is there where something is wrong, in both languages. */
async function found(names: RegExp, options: Partial<TeamsCheckOptions> = {}): Promise<readonly string[]> {
  const all = teamsChecks({
    ...{ config, clock: Date.now, places: async () => [], channels: async () => ({ response: CHANNEL }) },
    ...options,
  });
  const findings = await Promise.all(all.filter(({ name }) => names.test(name)).map(({ run }) => run()));
  return findings.flat().map(({ is, say, mend }) => {
    expect(say.zh).toMatch(/[\u4e00-\u9fff]/);
    if (is !== 'good')
      expect([mend?.en, mend?.zh]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/[\u4e00-\u9fff]/)]);
    return `${is}: ${say.en}`;
  });
}

test('of the tenant: named is good; unnamed lets strangers in', async () => {
  expect(await found(/tenant/)).toEqual([`good: Only people of the tenant ${TENANT} are answered.`]);
  const open: TeamsConfig = { anonymous: false, appId: APP, appType: 'MultiTenant', appPassword: 'pw' };
  expect(await found(/tenant/, { config: open })).toEqual([
    'bad: No tenant is named (MultiTenant), so people of any company could write to the desk.',
  ]);
  expect(await found(/^Teams$/, { config: { anonymous: true } })).toEqual([
    expect.stringContaining('poor: TEAMS_ANON'),
  ]);
});

test('an app id that is none is said at once, and nobody is asked about it', async () => {
  const asked = teamsChecks({
    ...{ config: { ...config, appId: 'x' }, clock: Date.now, places: async () => [], channels: async () => ({}) },
    token: () => Promise.reject(new Error('asked')),
  });
  expect(asked.map(({ name }) => name)).not.toContain('Teams keys');
  expect(await found(/^Teams$/, { config: { ...config, appId: 'x' } })).toEqual([
    'bad: MicrosoftAppId = x is not the id of an app.',
  ]);
});

test.each([
  ['AADSTS7000215: Invalid client secret provided.', 'the secret is not the right one'],
  ['invalid_client: AADSTS7000222: expired keys', 'the secret has expired'],
  ['AADSTS700016: not found in the directory', `there is no app ${APP} in this tenant`],
  ['AADSTS90002: Tenant not found', `there is no tenant ${TENANT}`],
  ['getaddrinfo ENOTFOUND', 'was asked for a token and gave none'],
])('of credentials, what “%s” means, without repeating any of it', (said, meaning) => {
  const { say, mend } = troubleOf(new Error(`${said} secret=hunter2`), config);
  expect(say.en).toContain(meaning);
  expect([say.en, say.zh, mend.en, mend.zh].join()).not.toContain('hunter2');
});

test('credentials are good when they give a token, else bad with a sentence that says what to do', async () => {
  expect(await found(/credentials/, { token: async () => 'secret' })).toEqual([
    expect.stringMatching(/^good: Microsoft/),
  ]);
  const token = () => Promise.reject(new Error('AADSTS7000222: expired'));
  expect(await found(/credentials/, { token })).toEqual([
    'bad: Microsoft gives no token: the secret has expired (AADSTS7000222).',
  ]);
});

test('our address is good when it leads to our own door, and bad when it leads to nobody or to somebody else', async () => {
  const { url } = await opened();
  expect(await found(/endpoint/, { publicUrl: url })).toEqual([`good: ${url}/api/messages leads here.`]);
  const other = createServer((_, response) => response.writeHead(404).end('nothing'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const lost = await found(/endpoint/, { publicUrl: elsewhere });
  expect(lost).toEqual([`bad: ${elsewhere}/api/messages does not lead here: 404 Not Found`]);
  await new Promise((resolve) => other.close(resolve));
  expect(await found(/endpoint/, { publicUrl: elsewhere })).toEqual([expect.stringContaining('ECONNREFUSED')]);
  expect(await found(/endpoint/)).toEqual([expect.stringMatching(/^poor: Nobody has said by which address/)]);
});

test.each([
  ['nobody was heard', [], /^bad: Nobody can be written to/],
  ['everybody has left', [place('direct', 'a', { left: true })], /^bad: Nobody can be written to/],
  [
    'some were',
    [place('direct', 'a'), place('direct', 'b'), place('channel', CHANNEL)],
    /^good: 2 people and 1 channels/,
  ],
])('of conversations, when %s', async (_, places, says) => {
  expect(await found(/conversations/, { places: async () => places })).toEqual([expect.stringMatching(says)]);
});

test.each([
  ['there and heard from', [place('channel', CHANNEL)], { response: CHANNEL }, /^good: The channel “response”/],
  ['left', [place('channel', CHANNEL, { left: true })], { response: CHANNEL }, /^bad: Goodword was removed/],
  ['named and never heard from', [], { response: CHANNEL }, /^poor: Nothing was heard yet/],
  ['not set', [], {}, /^bad: There is no channel “response” on Teams/],
])('of a channel that is %s', async (_, places, channels, says) => {
  const options = { places: async () => places, channels: async () => channels };
  expect(await found(/channels/, options)).toEqual([expect.stringMatching(says)]);
});
