import { describe, expect, it } from 'vitest';
import { erase } from '#src/core/chain.ts';
import { ReadModel } from '#src/desk/read-model.ts';
import type { Store } from '#src/stores/store.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { card, desk } from './outbox.fixture.ts';
import { alice, type Task, taskRecords } from './task.fixture.ts';

const title = ({ state }: { state: Task }) => (state.status === 'open' ? state.title : undefined);
const notes = ({ state }: { state: Task }) => state.notes.length;

/** The same store, and the names of what was read from it since. */
function watched(store: Store): { store: Store; read: string[] } {
  const read: string[] = [];
  const reading: Store = {
    ...store,
    read(stream) {
      read.push(stream);
      return store.read(stream);
    },
  };
  return { store: reading, read };
}

/** A desk that has known two tasks, and is no more. */
async function past(code = 'a'): Promise<Store> {
  const store = memoryStore();
  let alive = true;
  const remember: Store['remember'] = (...noted) => alive && store.remember(...noted);
  const tasks = taskRecords({ ...store, remember }, { code });
  await new ReadModel(tasks, title).start();
  for (const id of ['1', '2']) await tasks.act(id, { type: 'open', title: id }, alice());
  alive = false;
  return store;
}

async function restarted(
  base: Store,
  code = 'a',
  ...columns: ((whole: { state: Task }) => string | number | undefined)[]
) {
  const { store, read } = watched(base);
  const tasks = taskRecords(store, { code });
  const models = columns.map((column) => new ReadModel(tasks, column));
  for (const model of models) await model.start();
  return { tasks, read: read.sort(), known: models.map((model) => Object.fromEntries(model.all())) };
}

describe('after a restart', () => {
  it('nothing is read that has not changed', async () => {
    const store = await past();
    expect(await restarted(store, 'a', title)).toMatchObject({ read: [], known: [{ 1: '1', 2: '2' }] });
  });

  it('what changes between a look at its note and the reading of it is not undone by the note', async () => {
    const base = await past();
    let change: () => Promise<unknown> = () => Promise.resolve();
    const late: Store = {
      ...base,
      async *recall(prefix) {
        const looked = [];
        for await (const portion of base.recall(prefix)) looked.push(portion);
        await change();
        yield* looked;
      },
    };
    const tasks = taskRecords(late, { code: 'a' });
    const model = new ReadModel(tasks, title);
    change = async () => {
      await tasks.act('2', { type: 'close' }, alice());
      await tasks.act('3', { type: 'open', title: '3' }, alice());
    };
    await model.start();
    expect(Object.fromEntries(model.all())).toEqual({ 1: '1', 3: '3' });
  });

  it('what changed behind its back is read, and is in no list when it is in none any more', async () => {
    const store = await past();
    await taskRecords(store).act('2', { type: 'close' }, alice());
    await taskRecords(store).act('3', { type: 'open', title: '3' }, alice());
    expect(await restarted(store, 'a', title)).toMatchObject({
      read: ['task/2', 'task/3'],
      known: [{ 1: '1', 3: '3' }],
    });
    expect(await restarted(store, 'a', title)).toMatchObject({ read: [], known: [{ 1: '1', 3: '3' }] });
  });

  it('everything is read when other code, or more of it, wants to know of it', async () => {
    const store = await past();
    expect((await restarted(store, 'b', title)).read).toEqual(['task/1', 'task/2']);
    expect(await restarted(store, 'b', title, notes)).toMatchObject({
      read: ['task/1', 'task/2'],
      known: [
        { 1: '1', 2: '2' },
        { 1: 0, 2: 0 },
      ],
    });
    expect((await restarted(store, 'b', title, notes)).read).toEqual([]);
  });

  it('all ids are known, and those that come later', async () => {
    const store = await past();
    const { tasks } = await restarted(store, 'a', title);
    await tasks.act('3', { type: 'open', title: '3' }, alice());
    const ids: string[] = [];
    for await (const id of tasks.ids()) ids.push(id);
    expect(ids).toEqual(['1', '2', '3']);
  });
});

describe('a record that is over', () => {
  const isOpen = ({ status }: Task) => status === 'open';
  /** A desk on this store, started like the real one. */
  async function running(base: Store, platform: FakePlatform, code = 'a') {
    const { store, read } = watched(base);
    const running = desk({ store, platform, isOpen, code });
    await new ReadModel(running.tasks, title).start();
    await running.outbox.start();
    await running.outbox.idle();
    return { ...running, read };
  }

  it('is not read again at a start once nothing is owed by it; an open one is', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    const before = await running(store, platform);
    for (const id of ['1', '2']) await before.act(id, { type: 'open', title: id });
    await before.act('1', { type: 'close' });
    await before.outbox.idle();
    const after = await running(store, platform);
    expect(after.read.sort()).toEqual(['delivery/task/2', 'task/2']);
    // Other code sums records up otherwise, but what was delivered was delivered.
    expect((await running(store, platform, 'b')).read.sort()).toEqual(['delivery/task/2', 'task/1', 'task/2']);
  });

  it('is looked at as long as something is owed, whatever its index says of the rest', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    platform.alwaysFailsAt('C1', 'forbidden');
    const before = await running(store, platform);
    await before.act('1', { type: 'tell', people: ['bob'], lane: 'ordinary' });
    await before.outbox.idle();
    await before.outbox.stop();
    await before.act('1', { type: 'tell', people: ['carol'], lane: 'ordinary' });
    await running(store, platform);
    expect([platform.at('D-bob'), platform.at('D-carol')]).toEqual([['told at 0'], ['told at 1']]);
  });

  it('is shown anew when parts of it were erased', async () => {
    const [store, platform] = [memoryStore(), new FakePlatform()];
    const showing = desk({
      ...{ store, platform, isOpen: () => false, code: 'a' },
      wants: ({ state }) => ({
        cards: [{ key: 'task', to: { channel: 'response' }, card: () => card(`said: ${state.secrets.join()}`) }],
        notices: [],
      }),
    });
    await showing.act('1', { type: 'confide', text: 'her telephone' });
    await showing.outbox.idle();
    await store.rewrite('task/1', 1, (await store.read('task/1')).map(erase));
    await showing.tasks.read('1');
    await showing.outbox.idle();
    expect(platform.at('C1')).toEqual(['said: ']);
  });
});
