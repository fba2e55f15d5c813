import { describe, expect, it } from 'vitest';
import { ReadModel } from '#src/desk/read-model.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { alice, type Task, taskRecords } from './task.fixture.ts';

const title = ({ state }: { state: Task }) => (state.status === 'open' ? state.title : undefined);

describe('a read model', () => {
  it('knows what was there at the start and includes a change before the act resolves', async () => {
    const store = memoryStore();
    await taskRecords(store).act('old', { type: 'open', title: 'Old' }, alice());
    const tasks = taskRecords(store);
    const open = new ReadModel(tasks, title);
    await open.start();
    await tasks.act('new', { type: 'open', title: 'New' }, alice());
    expect([...open.all()].sort()).toEqual([
      ['new', 'New'],
      ['old', 'Old'],
    ]);
    await tasks.act('old', { type: 'close' }, alice());
    expect([...open.all()]).toEqual([['new', 'New']]);
  });

  it('reads only what changed since its summaries were saved', async () => {
    const store = memoryStore();
    const tasks = taskRecords(store);
    const before = new ReadModel(tasks, title);
    await before.start();
    await tasks.act('1', { type: 'open', title: 'One' }, alice());
    await tasks.act('2', { type: 'open', title: 'Two' }, alice());
    const saved = JSON.stringify([...before.entries()]);
    await tasks.act('2', { type: 'close' }, alice());

    const read: string[] = [];
    const later = taskRecords({
      ...store,
      read(stream) {
        read.push(stream);
        return store.read(stream);
      },
    });
    const open = new ReadModel(later, title);
    await open.start({
      summaries: (async function* () {
        yield* JSON.parse(saved);
      })(),
      length: (id) => (id === '2' ? 2 : 1),
    });
    expect([...open.all()]).toEqual([['1', 'One']]);
    expect(read).toEqual(['task/2']);
  });
});
