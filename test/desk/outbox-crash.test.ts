import { describe, expect, it } from 'vitest';
import type { Store } from '#src/stores/store.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { card, desk, wants } from './outbox.fixture.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);
const ticks = async (count = 50) => {
  for (const _ of range(count)) await new Promise((resolve) => setImmediate(resolve));
};

/** A process that dies before its n-th append: that one and all later ones never come back. */
function dying(store: Store, appends: number): Store {
  let left = appends;
  return {
    ...store,
    async append(...args) {
      left -= 1;
      if (left < 0) return new Promise(() => undefined);
      return store.append(...args);
    },
  };
}

describe('after a crash', () => {
  it('between send and note of it, a message is looked up and not doubled', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    platform.failsAt('C1', 'hangs');
    platform.failsAt('D-bob', 'hangs');
    const before = desk({ store, platform });
    await before.act('1', { type: 'open', title: 'Water' });
    await before.act('1', { type: 'tell', people: ['bob'], lane: 'ordinary' });
    await ticks();
    const { outbox } = desk({ store, platform });
    await outbox.start();
    await outbox.idle();
    expect([platform.at('C1'), platform.at('D-bob')]).toEqual([['Water'], ['told at 1']]);
  });

  it('what changed meanwhile is put into the message that had arrived', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    platform.failsAt('C1', 'hangs');
    const before = desk({ store, platform });
    await before.act('1', { type: 'open', title: 'Water' });
    await ticks();
    await before.act('1', { type: 'note', text: 'b' });
    const { outbox } = desk({ store, platform });
    await outbox.start();
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water, b']);
  });

  it('a card that had arrived and is not wanted any more is found and cleared', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    platform.failsAt('C1', 'hangs');
    const before = desk({ store, platform });
    await before.act('1', { type: 'open', title: 'Water' });
    await ticks();
    await before.act('1', { type: 'close' });
    const { outbox } = desk({ store, platform });
    await outbox.start();
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Nothing more to do here.']);
  });

  it('at any append, everything arrives once', async () => {
    for (const appends of range(16)) {
      const [store, platform] = [memoryStore(), new FakePlatform()];
      const before = desk({ store: dying(store, appends), platform });
      const acts = async () => {
        await before.act('1', { type: 'open', title: 'Water' });
        await before.act('1', { type: 'tell', people: ['bob', 'carol'], lane: 'bulk' });
        await before.act('1', { type: 'note', text: 'b' });
      };
      void acts();
      await ticks();
      const after = desk({ store, platform });
      await after.outbox.start();
      await after.outbox.idle();
      const { state } = await after.tasks.read('1');
      const told = (await after.tasks.read('1')).length > 1 ? ['told at 1'] : [];
      const shown = state.status === 'open' ? [[state.title, ...state.notes].join(', ')] : [];
      expect([appends, platform.at('C1'), platform.at('D-bob'), platform.at('D-carol')]).toEqual([
        appends,
        shown,
        told,
        told,
      ]);
      const calls = platform.calls.length;
      await after.outbox.start();
      await after.outbox.idle();
      expect(platform.calls.length).toBe(calls);
    }
  });

  it('a record that is settled is left alone, and a new kind of notice says nothing about the past', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    const before = desk({ store, platform });
    await before.act('1', { type: 'open', title: 'Water' });
    await before.outbox.idle();
    const { act, outbox } = desk({
      store,
      platform,
      wants: (whole, team) => ({
        ...wants(whole, team),
        notices: whole.history.map(({ meta }) => ({
          key: 'new',
          event: meta,
          to: 'bob',
          card: () => card(`${meta.number}`),
        })),
      }),
    });
    await outbox.start();
    await outbox.idle();
    expect(platform.calls).toEqual(['send C1']);
    await act('1', { type: 'note', text: 'b' });
    await outbox.idle();
    expect(platform.at('D-bob')).toEqual(['1']);
  });
});

describe('stopping', () => {
  it('writes down what is in flight and begins nothing more', async () => {
    const { act, outbox, platform, store } = desk();
    const { promise: held, resolve: go } = Promise.withResolvers<void>();
    platform.pace = () => held;
    await act('1', { type: 'tell', people: range(10).map((n) => `p${n}`), lane: 'ordinary' });
    await ticks();
    const stopped = outbox.stop();
    go();
    await stopped;
    expect(platform.messages.length).toBe(3);
    const again = desk({ store, platform });
    await again.outbox.start();
    await again.outbox.idle();
    expect(platform.calls.filter((call) => call.startsWith('find'))).toEqual([]);
    expect(platform.messages.length).toBe(10);
  });
});
