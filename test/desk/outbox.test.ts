import { describe, expect, it } from 'vitest';
import { StoreFault } from '#src/stores/store.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { channel, desk } from './outbox.fixture.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe('a card', () => {
  it('is posted, edited when it reads differently, and becomes one neutral line when nothing is wanted', async () => {
    const { act, outbox, platform } = desk();
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water']);
    await act('1', { type: 'note', text: 'twice' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water, twice']);
    await act('1', { type: 'close' });
    await outbox.idle();
    await act('1', { type: 'note', text: 'after' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Nothing more to do here.']);
    expect(platform.calls).toEqual(['send C1', 'update C1', 'update C1']);
  });

  it('is edited once for many changes in a row', async () => {
    const { act, outbox, platform } = desk();
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    const { promise: held, resolve: go } = Promise.withResolvers<void>();
    platform.pace = () => held;
    for (const n of range(20)) await act('1', { type: 'note', text: `${n}` });
    go();
    await outbox.idle();
    expect(platform.at('C1')).toEqual([['Water', ...range(20)].join(', ')]);
    expect(platform.messages[0]?.edits).toBeLessThanOrEqual(2);
  });

  it('stands on every platform that has the channel, and moves with the channel', async () => {
    const { act, outbox, platform, channels } = desk();
    channels.set('response', [channel('C1'), { platform: 'teams', kind: 'channel', id: 'T1' }]);
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water']);
    channels.set('response', [channel('C2')]);
    await outbox.recheck();
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Nothing more to do here.']);
    expect(platform.at('C2')).toEqual(['Water']);
  });

  it('of a record that is over is not posted anew when the channel moves', async () => {
    const { act, outbox, platform, channels } = desk({ isOpen: ({ late }) => !late });
    await act('1', { type: 'open', title: 'Water' });
    await act('1', { type: 'remind' });
    await outbox.idle();
    channels.set('response', [channel('C2')]);
    await outbox.recheck();
    await outbox.idle();
    expect(platform.calls).toEqual(['send C1']);
  });

  it('is posted anew once when somebody deleted it', async () => {
    const { act, outbox, platform, givenUp } = desk();
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    platform.deleteAll('C1');
    await act('1', { type: 'note', text: 'b' });
    await outbox.idle();
    expect({ at: platform.at('C1'), givenUp }).toEqual({ at: ['Water, b'], givenUp: [] });
  });

  it('is given up where the channel is gone, and said so once', async () => {
    const { act, outbox, platform, givenUp } = desk();
    platform.alwaysFailsAt('C1', 'gone');
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    await outbox.start();
    await outbox.idle();
    expect(givenUp).toMatchObject([{ stream: 'task/1', address: { id: 'C1' } }]);
    expect(platform.calls).toEqual(['send C1']);
  });
});

describe('what arrives', () => {
  it('is told of with its address, once for each card and notice, and never of what was refused', async () => {
    const { act, outbox, platform, arrived } = desk();
    platform.failsAt('C1', 'forbidden');
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(arrived).toEqual([]);
    await act('1', { type: 'note', text: 'twice' });
    await outbox.idle();
    await act('1', { type: 'tell', people: ['bob'], lane: 'ordinary' });
    await outbox.idle();
    expect(arrived).toEqual(['slack:channel:C1', 'slack:direct:D-bob']);
  });

  it('is not what a deleted message did not take', async () => {
    const { act, outbox, platform, arrived } = desk();
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    platform.deleteAll('C1');
    platform.failsAt('C1', 'gone', 'forbidden');
    await act('1', { type: 'note', text: 'twice' });
    await outbox.idle();
    expect([arrived, platform.calls]).toEqual([['slack:channel:C1'], ['send C1', 'update C1', 'send C1']]);
  });
});

describe('a place that takes nothing', () => {
  it('does not block the rest, and is tried again when the record changes', async () => {
    const { act, outbox, platform, givenUp } = desk();
    platform.failsAt('C1', 'forbidden');
    await act('1', { type: 'open', title: 'Water' });
    await act('1', { type: 'tell', people: ['bob'], lane: 'ordinary' });
    await act('2', { type: 'tell', people: ['carol'], lane: 'ordinary' });
    await outbox.idle();
    expect([platform.at('D-bob'), platform.at('D-carol')]).toEqual([['told at 1'], ['told at 0']]);
    expect(givenUp.length).toBe(1);
    await act('1', { type: 'note', text: 'b' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water, b']);
  });

  it('is tried again on recheck, and a person without an address is told when there is one', async () => {
    const { act, outbox, platform, unknown } = desk();
    platform.alwaysFailsAt('D-bob', 'forbidden');
    unknown.add('carol');
    await act('1', { type: 'tell', people: ['bob', 'carol'], lane: 'ordinary' });
    await act('1', { type: 'note', text: 'later' });
    await outbox.idle();
    expect(platform.calls).toEqual(['send D-bob']);
    platform.alwaysFailsAt('D-bob', undefined);
    unknown.clear();
    await outbox.recheck();
    await outbox.idle();
    await outbox.recheck();
    await outbox.idle();
    expect([platform.at('D-bob'), platform.at('D-carol')]).toEqual([['told at 0'], ['told at 0']]);
  });

  it('is tried again on recheck though the record is over, for it may still show what it should not', async () => {
    const { act, outbox, platform } = desk({ isOpen: ({ status }) => status === 'open' });
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    platform.failsAt('C1', 'forbidden');
    await act('1', { type: 'close' });
    await outbox.idle();
    await outbox.start();
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water']);
    await outbox.recheck();
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Nothing more to do here.']);
  });

  it('is given up after some tries when the platform itself is broken', async () => {
    const { act, outbox, platform, givenUp } = desk();
    platform.alwaysFailsAt('C1', 'broken');
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(givenUp.length).toBe(1);
    expect(platform.calls.filter((call) => call === 'send C1')).toHaveLength(5);
  });
});

describe('a chat that is down', () => {
  it('delays and loses nothing, waiting longer each time and never less than it was asked', async () => {
    const { act, outbox, platform, waits } = desk();
    platform.failsAt('C1', 'later', 'later', 'later');
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(waits).toEqual([750, 1500, 3000]);
    platform.retryAfter = 30_000;
    platform.failsAt('C1', 'later');
    await act('1', { type: 'note', text: 'b' });
    await outbox.idle();
    expect(waits.at(-1)).toBe(31_500);
    expect({ at: platform.at('C1'), finds: platform.calls.filter((call) => call.startsWith('find')) }).toEqual({
      at: ['Water, b'],
      finds: [],
    });
  });

  it('is asked whether a message arrived before it is sent again', async () => {
    const { act, outbox, platform } = desk();
    platform.failsAt('C1', 'arrived');
    platform.failsAt('D-bob', 'lost');
    await act('1', { type: 'open', title: 'Water' });
    await act('1', { type: 'tell', people: ['bob'], lane: 'ordinary' });
    await outbox.idle();
    expect([platform.at('C1'), platform.at('D-bob')]).toEqual([['Water'], ['told at 1']]);
    expect(platform.calls.filter((call) => call.startsWith('find')).sort()).toEqual(['find C1', 'find D-bob']);
  });

  it('that cannot say is sent it again', async () => {
    const { act, outbox, platform } = desk();
    platform.canFind = false;
    platform.failsAt('C1', 'lost');
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water']);
  });
});

describe('a store that cannot write', () => {
  it('stops deliveries until it can, and nothing is sent twice', async () => {
    const store = memoryStore();
    const faults: string[] = [];
    let full = 0;
    const failing = {
      ...store,
      append: async (...args: Parameters<typeof store.append>) => {
        if (args[0].startsWith('delivery/') && full > 0) {
          full -= 1;
          throw new StoreFault('full', args[0]);
        }
        return store.append(...args);
      },
    };
    const { act, outbox, platform } = desk({ store: failing, onFault: (what) => faults.push(what) });
    platform.pace = async () => {
      full = 3;
    };
    await act('1', { type: 'open', title: 'Water' });
    await outbox.idle();
    expect(platform.at('C1')).toEqual(['Water']);
    expect(platform.calls).toEqual(['send C1']);
    expect(faults.length).toBe(3);
  });
});

describe('the delivery stream', () => {
  it('is kept short, however much is delivered', async () => {
    const { act, outbox, platform, store } = desk();
    await act('1', { type: 'tell', people: range(300).map((n) => `p${n}`), lane: 'bulk' });
    await outbox.idle();
    expect(platform.messages.length).toBe(300);
    expect((await store.read('delivery/task/1')).length).toBeLessThan(70);
    const again = desk({ store, platform: new FakePlatform() });
    await again.outbox.start();
    await again.outbox.idle();
    expect(again.platform.calls).toEqual([]);
  });
});
