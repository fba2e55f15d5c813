/** The console as a platform: messages that last, arrive once, and are read by those who may. */
import { expect, test } from 'vitest';
import { COMPANY } from '#src/platforms/console/company.ts';
import { consolePlatform } from '#src/platforms/console/console.ts';
import { messages } from '#src/platforms/console/messages.ts';
import { DeliveryFault } from '#src/platforms/platform.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { eventsAs } from './events.ts';
import { channel, direct, opened, simple } from './place.ts';

test('the same key twice is one message, and it can be found by its key', async () => {
  const { platform, url } = await opened();
  const first = await platform.send(channel('general'), simple('One'), 'k1');
  const [second, third] = await Promise.all([
    platform.send(channel('general'), simple('One'), 'k1'),
    platform.send(channel('general'), simple('One'), 'k1'),
  ]);
  expect([second, third]).toEqual([first, first]);
  expect(await platform.find(channel('general'), 'k1')).toBe(first);
  expect(await platform.find(channel('general'), 'k2')).toBeUndefined();
  expect(await platform.find(direct('emma'), 'k1')).toBeUndefined();
  expect((await eventsAs(url, 'emma').sync()).messages.map(({ key }) => key)).toEqual(['k1']);
});

test('twenty tries at once are one message', async () => {
  const { platform, url } = await opened();
  const refs = await Promise.all(
    Array.from({ length: 20 }, () => platform.send(direct('emma'), simple('One'), 'same')),
  );
  expect(new Set(refs).size).toBe(1);
  expect((await eventsAs(url, 'emma').sync()).messages).toHaveLength(1);
});

test('an edit keeps its place, and a restart shows what was there', async () => {
  const store = memoryStore();
  let minute = 0;
  const now = () => new Date(Date.UTC(2026, 0, 1, 8, minute++)).toISOString();
  const before = await opened(undefined, { store, now });
  const ref = await before.platform.send(channel('general'), simple('First'), 'a');
  await before.platform.send(channel('general'), simple('Second'), 'b');
  expect(await before.platform.update(channel('general'), ref, simple('First, edited'))).toBe(ref);
  await before.platform.stop();
  const after = await opened(undefined, { store, now });
  const { messages } = await eventsAs(after.url, 'emma').sync();
  expect(messages.map(({ key, summary, version }) => ({ key, summary, version }))).toEqual([
    { key: 'a', summary: 'First, edited', version: 1 },
    { key: 'b', summary: 'Second', version: 0 },
  ]);
  expect(await after.platform.update(channel('general'), ref, simple('Again'))).toBe(ref);
});

/** The same store, with its streams the other way round: it promises no order of them. */
const reversed = (store: Store): Store => ({
  ...store,
  async *streams(prefix) {
    yield* (await Array.fromAsync(store.streams(prefix))).toReversed();
  },
});

test('what is posted in one instant stays in the order of its posts, edited and after restarts', async () => {
  const store = memoryStore();
  const now = () => '2026-01-01T08:00:00.000Z';
  const keys = async (url: string) => (await eventsAs(url, 'emma').sync()).messages.map(({ key }) => key);
  const before = await opened(undefined, { store, now });
  const first = await before.platform.send(channel('general'), simple('1'), 'a');
  await before.platform.send(channel('general'), simple('2'), 'b');
  await before.platform.send(channel('general'), simple('3'), 'c');
  await before.platform.update(channel('general'), first, simple('1, edited'));
  expect(await keys(before.url)).toEqual(['a', 'b', 'c']);
  await before.platform.stop();
  const after = await opened(undefined, { store: reversed(store), now });
  expect(await keys(after.url)).toEqual(['a', 'b', 'c']);
  await after.platform.send(channel('general'), simple('4'), 'd');
  await after.platform.update(channel('general'), first, simple('1, edited again'));
  expect(await keys(after.url)).toEqual(['a', 'b', 'c', 'd']);
});

test('what is posted before the console has started comes behind what was there', async () => {
  const store = memoryStore();
  const now = () => '2026-01-01T08:00:00.000Z';
  const before = await opened(undefined, { store, now });
  await before.platform.send(channel('general'), simple('1'), 'a');
  await before.platform.send(channel('general'), simple('2'), 'b');
  await before.platform.stop();
  const early = messages(store, now);
  await early.post({ kind: 'channel', id: 'general' }, 'c', simple('3'));
  const after = await opened(undefined, { store: reversed(store), now });
  expect((await eventsAs(after.url, 'emma').sync()).messages.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
});

test('everybody is told live, and nobody what they may not read', async () => {
  const { platform, url } = await opened();
  const [emma, james] = [eventsAs(url, 'emma'), eventsAs(url, 'james')];
  await Promise.all([emma.sync(), james.sync()]);
  await platform.send(channel('response'), simple('For responders'), 'a');
  await platform.send(direct('james'), simple('For James'), 'b');
  await platform.send(channel('general'), simple('For all'), 'c');
  expect((await james.messages(3)).map(({ key }) => key)).toEqual(['a', 'b', 'c']);
  expect((await emma.messages(1)).map(({ key }) => key)).toEqual(['c']);
  expect((await eventsAs(url, 'emma').sync()).messages.map(({ key }) => key)).toEqual(['c']);
  expect((await eventsAs(url, 'emma').sync()).channels.map(({ id }) => id)).toEqual(['general']);
});

test('a place or a message that is not there is gone, a full disk is later', async () => {
  const { platform } = await opened();
  const gone = { why: 'gone' };
  await expect(platform.send(channel('nowhere'), simple('x'), 'k')).rejects.toMatchObject(gone);
  await expect(platform.send(direct('nobody'), simple('x'), 'k')).rejects.toMatchObject(gone);
  await expect(platform.update(channel('general'), 'delivery/console/none', simple('x'))).rejects.toMatchObject(gone);
  const full = { ...memoryStore(), append: () => Promise.reject(new StoreFault('full', 'data')) };
  const second = await opened(undefined, { store: full });
  const failed = second.platform.send(channel('general'), simple('x'), 'k');
  await expect(failed).rejects.toBeInstanceOf(DeliveryFault);
  await expect(failed).rejects.toMatchObject({ why: 'later' });
});

test('a change of any record is told to every tab, with the guide as it is then', async () => {
  let done = false;
  const step = { id: 's', title: { en: 'Try', zh: '试' }, hint: { en: 'It', zh: '它' } };
  const { store, url } = await opened(undefined, { guide: () => [{ ...step, done }] });
  const emma = eventsAs(url, 'emma');
  expect((await emma.sync()).guide).toEqual([{ ...step, done: false }]);
  done = true;
  const entry = {
    id: '1',
    number: 0,
    version: 1,
    at: '',
    by: '',
    cause: '',
    type: 't',
    data: {},
    prev: '',
    digest: '',
  };
  await store.append('case/1', 0, [{ ...entry, stream: 'case/1' }]);
  expect(await emma.next('changed')).toEqual({});
  expect(await emma.next('guide')).toEqual([{ ...step, done: true }]);
});

test('it does not start for anybody but this computer', async () => {
  const options = { store: memoryStore(), port: 0, people: () => COMPANY, channels: () => [], commands: () => [] };
  const open = consolePlatform({ ...options, host: '0.0.0.0', log: () => {} });
  await expect(open.start(async () => ({ type: 'done' }))).rejects.toThrow(/this computer only, not on 0\.0\.0\.0/);
});

test('the company has every role, both languages, and managers who exist', () => {
  const accounts = COMPANY.map(({ account }) => account);
  expect(new Set(accounts).size).toBe(9);
  expect(new Set(COMPANY.flatMap(({ roles }) => roles))).toEqual(
    new Set(['responder', 'approver', 'leader', 'manager', 'hr', 'admin']),
  );
  expect(new Set(COMPANY.map(({ locale }) => locale))).toEqual(new Set(['en', 'zh']));
  for (const { manager } of COMPANY) expect([undefined, ...accounts]).toContain(manager);
});
