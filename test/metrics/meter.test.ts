/** What is counted of store and chat, by how each call ended; both stay what they were. */
import { describe, expect, test } from 'vitest';
import { createMeter } from '#src/metrics/meter.ts';
import { StoreFault } from '#src/stores/store.ts';
import type { Card } from '#src/view/card.ts';
import { type Failure, FakePlatform } from '#test/fake-platform.ts';
import { storeContract } from '#test/stores/contract.ts';
import { noted } from '#test/stores/entries.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { told } from './told.ts';

storeContract('memory under measure', async (onFault) => createMeter().store(memoryStore(onFault)));

const card: Card = { summary: 'One', locale: 'en', timeZone: 'UTC', blocks: [] };
const to = { platform: 'slack', kind: 'channel', id: 'C1' } as const;

test('writes are counted by how they ended, and end for the writer as before', async () => {
  const meter = createMeter();
  const inner = memoryStore();
  const full = new StoreFault('full', 'x');
  let isFull = false;
  const store = meter.store({
    ...inner,
    append: async (...written) => (isFull ? Promise.reject(full) : inner.append(...written)),
  });
  await store.append('note/a', 0, noted('note/a', ['one']));
  await expect(store.append('note/a', 0, noted('note/a', ['one']))).rejects.toThrow('note/a has 1 entries, not 0');
  isFull = true;
  await expect(store.append('note/b', 0, noted('note/b', ['one']))).rejects.toBe(full);
  expect(await told(meter.text(), 'goodword_append_seconds_count')).toEqual({
    'outcome="ok"': 1,
    'outcome="conflict"': 1,
    'outcome="full"': 1,
  });
});

describe('a delivery', () => {
  test.each<[Failure | undefined, string]>([
    [undefined, 'ok'],
    ['later', 'later'],
    ['lost', 'unknown'],
    ['gone', 'gone'],
    ['forbidden', 'forbidden'],
    ['rejected', 'rejected'],
    ['broken', 'fault'],
  ])('that fails by %s counts as %s', async (failure, outcome) => {
    const [meter, chat] = [createMeter(), new FakePlatform()];
    if (failure) chat.failsAt('C1', failure);
    await meter
      .platform(chat)
      .send(to, card, 'k')
      .catch(() => undefined);
    expect(await told(meter.text(), 'goodword_delivery_seconds_count')).toEqual({
      [`platform="slack",does="send",outcome="${outcome}"`]: 1,
    });
  });

  test('is an edit or a look-up, too', async () => {
    const [meter, chat] = [createMeter(), new FakePlatform('teams')];
    const measured = meter.platform(chat);
    const ref = await measured.send(to, card, 'k');
    expect(await measured.find(to, 'k')).toBe(ref);
    await measured.update(to, ref, { ...card, summary: 'Two' });
    expect(chat.at('C1')).toEqual(['Two']);
    expect(Object.keys(await told(meter.text(), 'goodword_delivery_seconds_count'))).toEqual([
      'platform="teams",does="send",outcome="ok"',
      'platform="teams",does="find",outcome="ok"',
      'platform="teams",does="edit",outcome="ok"',
    ]);
  });
});

test('what waits is asked for when somebody looks', async () => {
  const meter = createMeter();
  let bulk = 5000;
  meter.waiting(() => ({ urgent: 0, ordinary: 2, bulk }));
  const waiting = () => told(meter.text(), 'goodword_deliveries_waiting');
  expect(await waiting()).toEqual({ 'lane="urgent"': 0, 'lane="ordinary"': 2, 'lane="bulk"': 5000 });
  bulk = 0;
  expect(await waiting()).toMatchObject({ 'lane="bulk"': 0 });
});

test('each process has figures of its own', async () => {
  const [one, other] = [createMeter(), createMeter()];
  one.fault();
  expect([await told(one.text(), 'goodword_faults_total'), await told(other.text(), 'goodword_faults_total')]).toEqual([
    { '': 1 },
    { '': 0 },
  ]);
});
