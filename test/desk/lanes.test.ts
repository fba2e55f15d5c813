import { describe, expect, it } from 'vitest';
import { FakePlatform } from '#test/fake-platform.ts';
import { desk } from './outbox.fixture.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);
const people = (count: number) => range(count).map((n) => `p${n}`);
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the lanes', () => {
  it('let an urgent notice wait for one in flight at most, though 1,000 in bulk go to the same person', async () => {
    const { act, outbox, platform } = desk();
    platform.pace = soon;
    await Promise.all(range(1000).map((n) => act(`bulk ${n}`, { type: 'tell', people: ['bob'], lane: 'bulk' })));
    while (platform.messages.length < 10) await soon();
    await act('alert', { type: 'note', text: 'so that it is told at 1' });
    await act('alert', { type: 'tell', people: ['bob'], lane: 'urgent' });
    const before = platform.messages.length;
    await outbox.idle();
    // One in flight when it came, and one more that began before the outbox had looked at it.
    expect(platform.at('D-bob').indexOf('told at 1')).toBeLessThanOrEqual(before + 1);
    expect(platform.at('D-bob')).toHaveLength(1001);
  });

  it('keep a place for the urgent while bulk to others fills all the rest', async () => {
    const { act, outbox, platform } = desk();
    const { promise: held, resolve: go } = Promise.withResolvers<void>();
    platform.pace = (address) => (address === 'D-boss' ? Promise.resolve() : held);
    await act('campaign', { type: 'tell', people: people(1000), lane: 'bulk' });
    while (platform.under.way < 3) await soon();
    await act('alert', { type: 'tell', people: ['boss'], lane: 'urgent' });
    while (platform.messages.length < 1) await soon();
    expect(platform.at('D-boss')).toEqual(['told at 0']);
    go();
    await outbox.idle();
    expect(platform.under.most).toBe(4);
    expect(platform.messages.length).toBe(1001);
  });

  it('deliver in order to one person, and the ordinary before bulk', async () => {
    const { act, outbox, platform } = desk();
    platform.pace = soon;
    const tell = (lane: 'ordinary' | 'bulk') => act('1', { type: 'tell', people: ['bob'], lane });
    for (const lane of ['bulk', 'ordinary', 'bulk', 'ordinary'] as const) await tell(lane);
    await outbox.idle();
    const order = platform.at('D-bob').map((told) => Number(told.slice(-1)));
    expect(order.filter((n) => n % 2 === 0)).toEqual([0, 2]);
    expect(order.filter((n) => n % 2 === 1)).toEqual([1, 3]);
    expect(order.indexOf(3)).toBeLessThan(order.indexOf(2));
  });

  it('move the record that was clicked to the front of its lane', async () => {
    const { act, outbox, platform } = desk();
    const { promise: held, resolve: go } = Promise.withResolvers<void>();
    platform.pace = () => held;
    for (const n of range(9)) await act(`${n}`, { type: 'open', title: `t${n}` });
    await soon();
    await act('8', { type: 'note', text: 'clicked' });
    outbox.bump('task/8');
    go();
    await outbox.idle();
    expect(platform.at('C1').slice(0, 2)).toEqual(['t0', 't8, clicked']);
  });

  it('let others pass one that never works', async () => {
    const platform = new FakePlatform();
    const { act, outbox } = desk({ platform });
    platform.failsAt('C1', ...range(7).map(() => 'later' as const));
    await act('1', { type: 'open', title: 'first' });
    await act('2', { type: 'open', title: 'second' });
    await outbox.idle();
    expect(new Set(platform.at('C1'))).toEqual(new Set(['first', 'second']));
  });

  it('rest bulk on the whole platform when it asks for time, and nothing else', async () => {
    const { promise: rested, resolve: wake } = Promise.withResolvers<void>();
    const { act, outbox, platform } = desk({ wait: () => rested });
    platform.retryAfter = 1000;
    platform.failsAt('D-p0', 'later');
    platform.pace = soon;
    await act('campaign', { type: 'tell', people: people(50), lane: 'bulk' });
    while (!platform.calls.includes('send D-p0')) await soon();
    for (const _ of range(20)) await soon();
    const calls = platform.calls.length;
    expect(calls).toBeLessThan(10);
    await act('1', { type: 'open', title: 'Water' });
    for (const _ of range(20)) await soon();
    expect(platform.at('C1')).toEqual(['Water']);
    wake();
    await outbox.idle();
    expect(platform.messages.length).toBe(51);
  });
});
