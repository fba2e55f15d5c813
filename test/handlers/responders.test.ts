/** Who responds may be the members of the response channel or of a group: set once, then it follows who comes and goes. */
import { describe, expect, test } from 'vitest';
import { Responders } from '#src/desk/responders.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { CHANNEL, cardOf, type House, house, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const member = (account: string, name = account) => ({ account, profile: { name, locale: 'en' as const } });
const responders = ({ desk }: House) =>
  desk.people
    .team()
    .holding('responder')
    .map((id) => desk.people.team().person(id)?.name);
const sets = ({ as }: House, by: string, group = '') =>
  as('max').submits('desk.setup', { channel: CHANNEL, locale: 'en', responders: by, group });
const setup = async ({ as }: House) => said(cardOf(await as('max').types('desk setup')));

async function inChannel(...accounts: readonly string[]) {
  const chat = new FakePlatform();
  chat.members.set(
    CHANNEL,
    accounts.map((account) => member(account)),
  );
  const place = await house({ chat });
  await sets(place, 'channel');
  await place.settled();
  return place;
}

describe('the members of the response channel', () => {
  test('respond, also those who never wrote; whoever has the role by hand keeps it', async () => {
    const place = await inChannel('emma', 'zoe');
    expect(responders(place)).toEqual(['Emma', 'Rita', 'zoe', '罗博']);
    expect(await setup(place)).toContain('Who responds: everybody in the response channel: 2 colleagues');
  });

  test('who leaves loses the role, and only the role', async () => {
    const place = await inChannel('emma', 'ada', 'rita');
    place.chat.members.set(CHANNEL, [member('emma')]);
    place.chat.moved();
    await place.settled();
    expect(responders(place)).toEqual(['Emma', 'Rita', '罗博']);
    expect(place.desk.people.ofAccount('slack', 'ada')?.roles).toEqual(['approver']);
  });

  test('lose the role again when it is given by hand once more, and whoever has it by hand keeps it', async () => {
    const place = await inChannel('emma', 'zoe', 'rita');
    expect(responders(place)).toContain('zoe');
    await sets(place, 'roles');
    await place.settled();
    expect(responders(place)).toEqual(['Rita', '罗博']);
    await sets(place, 'channel');
    await place.settled();
    expect(responders(place)).toEqual(['Emma', 'Rita', 'zoe', '罗博']);
  });

  test('are read again after a restart, and then nothing new is written', async () => {
    const [store, chat] = [memoryStore(), new FakePlatform()];
    chat.members.set(CHANNEL, [member('emma')]);
    const before = await house({ store, chat });
    await sets(before, 'channel');
    await before.settled();
    const length = (await store.read('settings/desk')).length;
    const after = await house({ store, chat, at: '2026-03-04T01:00:00.000Z' });
    await after.settled();
    expect(responders(after)).toContain('Emma');
    expect((await store.read('settings/desk')).length).toBe(length);
  });
});

describe('a user group', () => {
  test('gives the role to its members, by the handle that was typed', async () => {
    const place = await house();
    place.chat.members.set('@care', [member('mei')]);
    await sets(place, 'group', ' @care ');
    await place.settled();
    expect(responders(place)).toContain('李梅');
    expect(await setup(place)).toContain('the user group @care: 1 colleague');
  });

  test('must be named', async () => {
    expect(await sets(await house(), 'group')).toMatchObject({
      type: 'errors',
      fields: { group: 'Please fill this in.' },
    });
  });
});

describe('everybody stays as they were, and the setup says why, when', () => {
  test.each([
    ['the group is not there', 'gone', [], 'There is no such user group'],
    ['we may not see it', 'forbidden', [], 'I am not allowed to see who is in it'],
    ['the chat does not answer', 'later', [], 'I could not read who is in it'],
    ['nobody is in it', undefined, [], 'No colleague is in it'],
    ['the whole company is in it', undefined, Array.from({ length: 301 }, (_, n) => member(`u${n}`)), 'More than 300'],
  ] as const)('%s', async (_what, failure, members, why) => {
    const place = await house();
    place.chat.members.set('@care', [member('mei')]);
    await sets(place, 'group', '@care');
    await place.settled();
    const before = responders(place);
    expect(before).toContain('李梅');
    if (failure) place.chat.failsAt('@care', failure);
    place.chat.members.set('@care', members);
    place.chat.moved();
    await place.settled();
    expect(responders(place)).toEqual(before);
    expect(await setup(place)).toContain(why);
  });
});

test('a chat that did not answer is asked again within minutes, not only after an hour', async () => {
  const place = await inChannel('emma');
  let minutes = 0;
  let tick: () => void = () => undefined;
  const reading = new Responders({
    ...{ people: place.desk.people, settings: place.desk.settings, platforms: () => [place.chat] },
    now: () => new Date(Date.parse('2026-03-02T12:00:00.000Z') + minutes * 60_000).toISOString(),
    onFault: () => undefined,
    rhythm: (every) => {
      tick = every;
      return () => undefined;
    },
  });
  const asked = async (after: number) => {
    minutes += after;
    tick();
    await reading.stop();
    return responders(place).includes('zoe');
  };
  place.chat.failsAt(CHANNEL, 'later');
  reading.start();
  await reading.stop();
  place.chat.members.set(CHANNEL, [member('emma'), member('zoe')]);
  expect([await asked(4), await asked(1)]).toEqual([false, true]);
  place.chat.members.set(CHANNEL, [member('emma')]);
  expect([await asked(59), await asked(1)]).toEqual([true, false]);
  // The machine's clock is set back by three hours: nobody waits until it has caught up.
  place.chat.members.set(CHANNEL, [member('emma'), member('zoe')]);
  expect(await asked(-180)).toBe(true);
});

test('the form sent from another platform goes on with the members of the one where they are read', async () => {
  const place = await inChannel('emma');
  const { people, settings } = place.desk;
  const profile = { name: 'Max', email: 'max@northwind.example' };
  const when = { profile, at: '2026-03-02T11:00:00.000Z' };
  await people.who({ platform: 'slack', account: 'max', cause: 'a', ...when });
  await people.who({ platform: 'teams', account: 'max-there', cause: 'b', ...when });
  const there = { platform: 'teams', account: 'max-there' } as const;
  const values = { channel: '', locale: 'zh', responders: 'channel', group: '' };
  await place.as('max').submits('desk.setup', values, {}, there);
  expect(settings.locale('response')).toBe('zh');
  expect(settings.now().responders).toEqual({ by: 'channel', platform: 'slack' });
});

test('nobody but an administrator says who responds', async () => {
  const place = await house();
  place.chat.members.set(CHANNEL, [member('emma')]);
  const reply = await place
    .as('rita')
    .submits('desk.setup', { channel: CHANNEL, locale: 'en', responders: 'channel', group: '' });
  await place.settled();
  expect(reply).toMatchObject({ type: 'errors', form: expect.stringContaining('Only an administrator') });
  expect(responders(place)).not.toContain('Emma');
});
