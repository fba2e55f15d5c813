import { describe, expect, it } from 'vitest';
import { erase } from '#src/core/chain.ts';
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

  it('shows nothing any more of what was erased', async () => {
    const store = memoryStore();
    const tasks = taskRecords(store);
    const open = new ReadModel(tasks, ({ state }) => [state.title, ...state.secrets].join(', '));
    await open.start();
    await tasks.act('1', { type: 'open', title: 'One' }, alice());
    await tasks.act('1', { type: 'confide', text: 'her telephone' }, alice());
    expect(open.get('1')).toBe('One, her telephone');
    await store.rewrite('task/1', 2, (await store.read('task/1')).map(erase));
    await tasks.read('1');
    expect((await tasks.read('1')).state.secrets).toEqual(['']);
    expect(open.get('1')).toBe('One, ');
  });
});
