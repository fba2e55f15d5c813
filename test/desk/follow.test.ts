import { describe, expect, it } from 'vitest';
import { Follow } from '#src/desk/follow.ts';
import type { OnFault } from '#src/desk/on-fault.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, NOON, noFault, type TaskCommand, taskRecords } from './task.fixture.ts';

const range = (length: number) => Array.from({ length }, (_, index) => index);

/** Whoever is merged gives its notes to the other, and hears when that one has them. */
function desk(store: Store, onFault: OnFault = noFault) {
  const tasks = taskRecords(store);
  const merges = new Follow({
    from: tasks,
    to: tasks,
    errands: ({ id, state, history }) => {
      const event = history.findLast((happened) => happened.event.type === 'merged')?.meta;
      if (state.mergedInto === undefined || !event) return [];
      const command: TaskCommand = { type: 'absorb', from: id, notes: state.notes };
      return [{ event, to: state.mergedInto, command, done: { type: 'settleMerge' } }];
    },
    now: () => NOON,
    onFault,
  });
  return { tasks, merges, act: (id: string, command: TaskCommand) => tasks.act(id, command, alice()) };
}

/** A process that dies before its n-th append. */
function dying(store: Store, appends: number): Store {
  let left = appends;
  return {
    ...store,
    async append(...args) {
      left -= 1;
      return left < 0 ? new Promise(() => undefined) : store.append(...args);
    },
  };
}

describe('a change of two records', () => {
  it('reaches the second soon after the first', async () => {
    const { tasks, merges, act } = desk(memoryStore());
    await act('young', { type: 'note', text: 'seen' });
    await act('young', { type: 'merge', into: 'old' });
    await merges.idle();
    expect((await tasks.read('old')).state.notes).toEqual(['seen']);
    expect((await tasks.read('young')).state.mergedInto).toBeUndefined();
  });

  it('is completed once after a crash at any append', async () => {
    for (const appends of range(6)) {
      const store = memoryStore();
      const before = desk(dying(store, appends));
      void before
        .act('young', { type: 'note', text: 'seen' })
        .then(() => before.act('young', { type: 'merge', into: 'old' }));
      for (const _ of range(20)) await new Promise((resolve) => setImmediate(resolve));
      const after = desk(store);
      await after.merges.start();
      const merged = (await after.tasks.read('young')).length >= 2;
      expect([appends, (await after.tasks.read('old')).state.notes]).toEqual([appends, merged ? ['seen'] : []]);
      expect((await after.tasks.read('young')).state.mergedInto).toBeUndefined();
      const { length } = await after.tasks.read('old');
      await desk(store).merges.start();
      expect((await after.tasks.read('old')).length).toBe(length);
    }
  });

  it('keeps every note when two are merged into each other at once', async () => {
    const { tasks, merges, act } = desk(memoryStore());
    await Promise.all([act('a', { type: 'note', text: 'of a' }), act('b', { type: 'note', text: 'of b' })]);
    await Promise.all([act('a', { type: 'merge', into: 'b' }), act('b', { type: 'merge', into: 'a' })]);
    await merges.idle();
    for (const id of ['a', 'b']) {
      const { notes } = (await tasks.read(id)).state;
      expect(new Set(notes)).toEqual(new Set(['of a', 'of b']));
    }
  });

  it('that the store could not write is tried again as soon as it writes anything', async () => {
    const store = memoryStore();
    const faults: unknown[] = [];
    let full = true;
    const failing: Store = {
      ...store,
      append: (stream, ...rest) =>
        full && stream === 'task/old' ? Promise.reject(new StoreFault('full', stream)) : store.append(stream, ...rest),
    };
    const { tasks, merges, act } = desk(failing, (_, error) => faults.push(error));
    await act('young', { type: 'merge', into: 'old' });
    await merges.idle();
    expect(faults.length).toBe(1);
    await act('other', { type: 'note', text: 'full still' });
    await merges.idle();
    expect([faults.length, (await tasks.read('old')).state.absorbed]).toEqual([2, false]);
    full = false;
    await act('other', { type: 'note', text: 'room again' });
    await merges.idle();
    expect(faults.length).toBe(2);
    expect((await tasks.read('old')).state.absorbed).toBe(true);
  });
});
