import { describe, expect, it } from 'vitest';
import { flaw, seal } from '#src/core/chain.ts';
import { Refused } from '#src/core/refused.ts';
import type { Store } from '#src/stores/store.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, NOON, taskRecords } from './task.fixture.ts';

/** The store, and how often it was asked to append. */
function counting(store: Store): Store & { appends: number } {
  const counted = {
    ...store,
    appends: 0,
    append: (...args: Parameters<Store['append']>) => {
      counted.appends += 1;
      return store.append(...args);
    },
  };
  return counted;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);

describe('a record', () => {
  it('is empty until something happens to it', async () => {
    const read = await taskRecords(memoryStore()).read('1');
    expect(read).toMatchObject({ id: '1', length: 0, history: [], state: { status: 'none' } });
  });

  it('says what happened and how it was before', async () => {
    const tasks = taskRecords(memoryStore());
    const acted = await tasks.act('1', { type: 'open', title: 'Water' }, alice('c1'));
    expect(acted).toMatchObject({ before: { status: 'none' }, state: { status: 'open', title: 'Water' }, length: 1 });
    expect(acted.happened).toMatchObject([
      { event: { type: 'opened' }, meta: { number: 0, by: 'alice', at: NOON, cause: 'c1' } },
    ]);
  });

  it('is read by another process as it was written, in a whole chain', async () => {
    const store = memoryStore();
    const tasks = taskRecords(store);
    await tasks.act('1', { type: 'open', title: 'Water' }, alice());
    const written = await tasks.act('1', { type: 'note', text: 'twice' }, alice());
    const { state, history, length } = await taskRecords(store).read('1');
    expect({ state, history, length }).toEqual({ state: written.state, history: written.history, length: 2 });
    expect(flaw(await store.read('task/1'))).toBeUndefined();
  });

  it('yields nothing new when a cause is delivered again', async () => {
    const tasks = taskRecords(memoryStore());
    await tasks.act('1', { type: 'open', title: 'Water' }, alice());
    const first = await tasks.act('1', { type: 'note', text: 'once' }, alice('same'));
    await tasks.act('1', { type: 'note', text: 'between' }, alice());
    const again = await tasks.act('1', { type: 'note', text: 'once' }, alice('same'));
    expect(again.happened).toEqual(first.happened);
    expect(again.before).toEqual(first.before);
    expect(again.state.notes).toEqual(['once', 'between']);
  });

  it('appends nothing when nothing changes', async () => {
    const store = counting(memoryStore());
    const tasks = taskRecords(store);
    await tasks.act('1', { type: 'open', title: 'Water' }, alice());
    const again = await tasks.act('1', { type: 'open', title: 'Milk' }, alice());
    expect(again).toMatchObject({ happened: [], length: 1, state: { title: 'Water' } });
    expect(store.appends).toBe(1);
  });

  it('passes on what a rule refuses', async () => {
    const tasks = taskRecords(memoryStore());
    await tasks.act('1', { type: 'close' }, alice());
    await expect(tasks.act('1', { type: 'close' }, alice())).rejects.toBeInstanceOf(Refused);
    await tasks.act('1', { type: 'note', text: 'still works' }, alice());
  });

  it('brings old shapes up to date when it is read', async () => {
    const store = memoryStore();
    const facts = { number: 0, version: 1, at: NOON, by: 'alice', cause: 'old', prev: '' };
    await store.append('task/1', 0, [seal('task/1', { type: 'opened', ...{ subject: 'Old' } }, facts)]);
    expect((await taskRecords(store).read('1')).state.title).toBe('Old');
  });
});

describe('many at once', () => {
  it('decides each of 50 acts on fresh state, without one conflict in this process', async () => {
    const store = counting(memoryStore());
    const tasks = taskRecords(store);
    const acts = await Promise.all(range(50).map((n) => tasks.act('1', { type: 'note', text: `${n}` }, alice())));
    expect(acts.map(({ length }) => length)).toEqual(range(50).map((n) => n + 1));
    expect(store.appends).toBe(50);
  });

  it('decides again when another process was faster', async () => {
    const store = memoryStore();
    const [one, two] = [taskRecords(store), taskRecords(store)];
    await Promise.all(range(50).map((n) => (n % 2 ? one : two).act('1', { type: 'note', text: `${n}` }, alice())));
    expect(new Set((await one.read('1')).state.notes).size).toBe(50);
    expect((await two.read('1')).length).toBe(50);
  });

  it('lets one of 50 people close it and refuses the others', async () => {
    const tasks = taskRecords(memoryStore());
    const acts = await Promise.allSettled(range(50).map(() => tasks.act('1', { type: 'close' }, alice())));
    expect(acts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('who follows', () => {
  it('is told before the act resolves, even when the cache holds one record only', async () => {
    const tasks = taskRecords(memoryStore(), { cached: 1 });
    const told: string[] = [];
    tasks.onChange(({ id, state }) => told.push(`${id}: ${state.notes.join(' ')}`));
    await Promise.all(
      range(3).map(async (n) => {
        await tasks.act(`${n}`, { type: 'note', text: 'a' }, alice());
        expect(told).toContain(`${n}: a`);
      }),
    );
  });

  it('is told in order of what others append, though the record must first be read', async () => {
    const store = memoryStore();
    const [mine, other] = [taskRecords(store, { cached: 1 }), taskRecords(store)];
    const told: string[] = [];
    mine.onChange((_, happened) => told.push(...happened.map(({ meta }) => `${meta.number}`)));
    await other.act('1', { type: 'note', text: 'a' }, alice());
    await other.act('1', { type: 'note', text: 'b' }, alice());
    await mine.act('1', { type: 'note', text: 'c' }, alice());
    expect(told).toEqual(['0', '1', '2']);
  });

  it('does not keep others from being told when it fails', async () => {
    const faults: string[] = [];
    const tasks = taskRecords(memoryStore(), { onFault: (what) => faults.push(what) });
    const told: number[] = [];
    tasks.onChange(() => {
      throw new Error('broken list');
    });
    tasks.onChange(({ length }) => told.push(length));
    await tasks.act('1', { type: 'note', text: 'a' }, alice());
    expect({ told, faults }).toEqual({ told: [1], faults: ['a listener failed on 1'] });
  });

  it('never sees a reading from before a change put in its place', async () => {
    const store = memoryStore();
    const other = taskRecords(store);
    await other.act('1', { type: 'note', text: 'a' }, alice());
    const { promise: held, resolve: go } = Promise.withResolvers<void>();
    let reads = 0;
    const slow: Store = {
      ...store,
      async read(stream) {
        const entries = await store.read(stream);
        reads += 1;
        if (reads === 1) await held;
        return entries;
      },
    };
    const tasks = taskRecords(slow);
    const reading = tasks.read('1');
    await other.act('1', { type: 'note', text: 'b' }, alice());
    go();
    expect((await reading).state.notes).toEqual(['a', 'b']);
    expect((await tasks.read('1')).length).toBe(2);
  });
});
