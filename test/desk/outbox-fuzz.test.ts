import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ReadModel } from '#src/desk/read-model.ts';
import type { Platform } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import { type Failure, FakePlatform } from '#test/fake-platform.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { desk } from './outbox.fixture.ts';
import type { Task, TaskCommand } from './task.fixture.ts';

const soon = () => new Promise<void>((resolve) => setImmediate(resolve));
const failures: Failure[] = ['later', 'arrived', 'lost', 'later', 'arrived'];

/**
 * A process that can be killed: what it asks then of the store or the platform is never asked, and it hears of nothing.
 * What it had asked the platform before arrives still. Both must know, for a message tried again asks the platform alone.
 */
function mortal(store: Store, platform: Platform) {
  const state = { dead: false };
  const guard = <T>(work: () => Promise<T>): Promise<T> => (state.dead ? new Promise(() => undefined) : work());
  const living: Store = {
    ...store,
    read: (stream) => guard(() => store.read(stream)),
    append: (...args) => guard(() => store.append(...args)),
    compact: (...args) => guard(() => store.compact(...args)),
    remember: (...noted) => state.dead || store.remember(...noted),
    follow: (call) => store.follow((...heard) => !state.dead && call(...heard)),
  };
  const wire: Platform = {
    name: platform.name,
    start: (receive) => platform.start(receive),
    stop: () => platform.stop(),
    send: (...args) => guard(() => platform.send(...args)),
    update: (...args) => guard(() => platform.update(...args)),
    find: (...args) => guard(() => platform.find(...args)),
    fetch: (...args) => guard(() => platform.fetch(...args)),
  };
  const kill = () => {
    state.dead = true;
  };
  return { living, wire, kill };
}

type Step =
  | { readonly act: TaskCommand; readonly id: string }
  | { readonly fail: Failure; readonly at: string }
  | { readonly kill: true }
  | { readonly rest: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      id: fc.constantFrom('1', '2', '3'),
      act: fc.oneof(
        fc.constant<TaskCommand>({ type: 'open', title: 'T' }),
        fc.string({ minLength: 1, maxLength: 3 }).map((text): TaskCommand => ({ type: 'note', text })),
        fc
          .record({ people: fc.uniqueArray(fc.constantFrom('bob', 'carol')), lane: fc.constantFrom('urgent', 'bulk') })
          .map((told): TaskCommand => ({ type: 'tell', ...told })),
        fc.constantFrom('response', 'other').map((channel): TaskCommand => ({ type: 'move', channel })),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ fail: fc.constantFrom(...failures), at: fc.constantFrom('C1', 'C2', 'D-bob', 'D-carol') }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kill: true }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 6 }).map((rest) => ({ rest })) },
);

/** Killed while a message that the platform had put off waits to be tried again. */
const killedBetweenTries: Step[] = [
  { fail: 'later', at: 'D-carol' },
  { id: '1', act: { type: 'tell', people: ['carol'], lane: 'urgent' } },
  { rest: 1 },
  { fail: 'later', at: 'D-carol' },
  { kill: true },
  { id: '1', act: { type: 'tell', people: ['carol'], lane: 'urgent' } },
];

it('shows every card once as it is now and says every notice once, whatever fails and whenever it is killed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const [store, platform] = [memoryStore(), new FakePlatform()];
      platform.pace = soon;
      const begin = () => {
        const { living, wire, kill } = mortal(store, platform);
        // Over after two notes, so that records come to rest, are remembered to, and must be found when they change.
        const isOpen = ({ notes }: Task) => notes.length < 2;
        const one = desk({ store: living, platform, wire, wait: soon, isOpen, code: 'a' });
        const known = new ReadModel(one.tasks, ({ state }) => state.title);
        one.channels.set('other', [{ platform: 'slack', kind: 'channel', id: 'C2' }]);
        return { ...one, kill, known };
      };
      let now = begin();
      for (const next of steps) {
        if ('act' in next) void now.act(next.id, next.act);
        else if ('fail' in next) platform.failsAt(next.at, next.fail);
        else if ('rest' in next) for (let n = 0; n < next.rest; n += 1) await soon();
        else {
          now.kill();
          // What the dead process had on the wire arrives before the next one asks.
          for (let n = 0; n < 3; n += 1) await soon();
          now = begin();
          await now.known.start();
          await now.outbox.start();
        }
      }
      await soon();
      await now.outbox.idle();

      const shown: Record<string, string[]> = { C1: [], C2: [], 'D-bob': [], 'D-carol': [] };
      for await (const id of now.tasks.ids()) {
        const { state, history } = await now.tasks.read(id);
        const channel = state.channel === 'other' ? 'C2' : 'C1';
        if (state.status === 'open') shown[channel]?.push([state.title, ...state.notes].join(', '));
        for (const { event, meta } of history)
          if (event.type === 'told')
            for (const person of event.people) shown[`D-${person}`]?.push(`told at ${meta.number}`);
      }
      for (const [address, wanted] of Object.entries(shown)) {
        const seen = platform.at(address).filter((text) => text !== 'Nothing more to do here.');
        expect([address, [...seen].sort()]).toEqual([address, [...wanted].sort()]);
      }
    }),
    { numRuns: 200, examples: [[killedBetweenTries]] },
  );
});
