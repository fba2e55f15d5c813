import { describe, expect, it } from 'vitest';
import { Clock } from '#src/desk/clock.ts';
import type { OnFault } from '#src/desk/on-fault.ts';
import type { Due } from '#src/desk/wanted.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, NOON, noFault, type Task, type TaskCommand, taskRecords } from './task.fixture.ts';

const ONE = '2026-11-21T13:00:00.000Z';
const TWO = '2026-11-21T14:00:00.000Z';

/** An open task with a due time is reminded of it once. */
const due: Due<Task, TaskCommand> = ({ due, late, status }) =>
  due !== undefined && status === 'open' && !late ? [{ key: 'due', at: due, command: { type: 'remind' } }] : [];

type Given = { now?: string; rules?: typeof due; onFault?: OnFault; effects?: () => Promise<void> };

function clockOn(store: Store, { now = NOON, rules = due, onFault = noFault, effects }: Given = {}) {
  const tasks = taskRecords(store);
  const minutes: (() => void)[] = [];
  const rhythm = (tick: () => void) => {
    minutes.push(tick);
    return () => void minutes.pop();
  };
  const clock = new Clock({ now: () => now, onFault, rhythm, ...(effects && { effects }) });
  clock.watch(tasks, rules);
  const open = (id: string, at: string) => tasks.act(id, { type: 'open', title: id, due: at }, alice());
  const types = async (id: string) => (await tasks.read(id)).history.map(({ event }) => event.type);
  return { tasks, clock, open, types, minutes };
}

describe('the clock', () => {
  it('issues a command when its deadline comes, once, and says the real time', async () => {
    const { tasks, clock, open, types } = clockOn(memoryStore());
    await clock.start();
    await open('a', ONE);
    await open('b', TWO);
    await clock.tick('2026-11-21T12:59:59.999Z');
    expect(await types('a')).toEqual(['opened']);
    await clock.tick('2026-11-21T13:00:30.000Z');
    await clock.tick('2026-11-21T13:01:30.000Z');
    expect(await types('a')).toEqual(['opened', 'reminded']);
    expect(await types('b')).toEqual(['opened']);
    const { history } = await tasks.read('a');
    expect(history[1]?.meta).toMatchObject({
      by: 'clock',
      at: '2026-11-21T13:00:30.000Z',
      cause: `due/task/a/due@${ONE}`,
    });
  });

  it('issues a missed one once at the start, and not again at the next', async () => {
    const store = memoryStore();
    await clockOn(store).open('a', ONE);
    for (const now of [TWO, '2026-11-22T00:00:00.000Z']) {
      const { clock, types } = clockOn(store, { now });
      await clock.start();
      expect(await types('a')).toEqual(['opened', 'reminded']);
    }
  });

  it('issues a deadline once though its event never takes it away, over restarts too', async () => {
    const store = memoryStore();
    const stubborn: typeof due = () => [{ key: 'due', at: ONE, command: { type: 'remind' } }];
    await clockOn(store).open('a', ONE);
    for (const now of [TWO, TWO]) {
      const { clock, types } = clockOn(store, { now, rules: stubborn });
      await clock.start();
      await clock.tick(TWO);
      expect(await types('a')).toEqual(['opened', 'reminded']);
    }
  });

  it('forgets a deadline that went away, and issues one that was moved at its new time', async () => {
    const { tasks, clock, open, types } = clockOn(memoryStore());
    const moving: typeof due = ({ notes, late }) =>
      late ? [] : [{ key: 'due', at: notes[0] ?? ONE, command: { type: 'remind' } }];
    await clock.start();
    await open('gone', ONE);
    await tasks.act('gone', { type: 'close' }, alice());
    await clock.tick(TWO);
    expect(await types('gone')).toEqual(['opened', 'closed']);
    const moved = clockOn(memoryStore(), { rules: moving });
    await moved.clock.start();
    await moved.open('a', ONE);
    await moved.tasks.act('a', { type: 'note', text: TWO }, alice());
    await moved.clock.tick(ONE);
    expect(await moved.types('a')).toEqual(['opened', 'noted']);
    await moved.clock.tick(TWO);
    expect(await moved.types('a')).toEqual(['opened', 'noted', 'reminded']);
  });

  it('leaves one that was refused until the record changes, and tries again what the store could not write', async () => {
    const faults: string[] = [];
    const store = memoryStore();
    let full = false;
    const failing: Store = {
      ...store,
      append: (...args) => (full ? Promise.reject(new StoreFault('full', args[0])) : store.append(...args)),
    };
    const closes: typeof due = ({ notes }) =>
      notes.length < 2 ? [{ key: 'end', at: ONE, command: { type: 'close' } }] : [];
    const onFault: OnFault = (_, error) => faults.push(error instanceof Error ? error.name : '');
    const { tasks, clock, open, types } = clockOn(failing, { rules: closes, onFault });
    await clock.start();
    await open('a', ONE);
    full = true;
    await clock.tick(ONE);
    full = false;
    await clock.tick(ONE);
    await clock.tick(ONE);
    expect(await types('a')).toEqual(['opened', 'closed']);
    await open('b', ONE);
    await tasks.act('b', { type: 'close' }, alice());
    await clock.tick(ONE);
    await clock.tick(ONE);
    expect(faults).toEqual(['StoreFault', 'Refused']);
  });

  it.each([1, 5])(
    'issues in the same tick what that makes due, in the order of its becoming due, with %i due',
    async (count) => {
      const store = memoryStore();
      const order: string[] = [];
      let slow: Promise<unknown> = Promise.resolve();
      const { tasks, clock, open } = clockOn(store, { effects: async () => void (await slow) });
      tasks.onChange(({ id }, happened) => {
        if (!happened.some(({ event }) => event.type === 'reminded')) return;
        order.push(id);
        if (!id.startsWith('of-')) slow = new Promise(setImmediate).then(() => open(`of-${id}`, TWO));
      });
      await clock.start();
      const first = Array.from({ length: count }, (_, index) => `${index}`);
      for (const id of first) await open(id, ONE);
      await clock.tick(TWO);
      expect(order).toEqual([...first, ...first.map((id) => `of-${id}`)]);
    },
  );

  it('ticks at its rhythm until it is stopped', async () => {
    const { clock, open, types, minutes } = clockOn(memoryStore(), { now: TWO });
    await clock.start();
    await open('a', ONE);
    for (const minute of minutes) minute();
    await clock.stop();
    expect(await types('a')).toEqual(['opened', 'reminded']);
    expect(minutes).toEqual([]);
  });

  it('finds a few that are due among thousands', async () => {
    const { clock, open, tasks } = clockOn(memoryStore());
    await clock.start();
    for (let n = 0; n < 3000; n += 1) await open(`${n}`, new Date(Date.parse(ONE) + n * 1000).toISOString());
    await clock.tick('2026-11-21T13:00:09.000Z');
    const late: string[] = [];
    for await (const id of tasks.ids()) if ((await tasks.read(id)).state.late) late.push(id);
    expect(late.sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });
});
