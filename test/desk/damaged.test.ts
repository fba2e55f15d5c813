import { expect, it } from 'vitest';
import { Claims } from '#src/desk/claims.ts';
import { ReadModel } from '#src/desk/read-model.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { desk } from './outbox.fixture.ts';
import { alice, noFault, taskRecords } from './task.fixture.ts';

/** A store in which some streams cannot be read or written. */
function damaged(store: Store, ...streams: readonly string[]): Store {
  const check = (stream: string) =>
    streams.includes(stream) ? Promise.reject(new StoreFault('damaged', stream)) : undefined;
  return {
    ...store,
    read: (stream) => check(stream) ?? store.read(stream),
    append: (stream, ...rest) => check(stream) ?? store.append(stream, ...rest),
  };
}

it('a damaged record is missing from lists and keeps none of the others from them', async () => {
  const store = memoryStore();
  for (const id of ['1', '2', '3']) await taskRecords(store).act(id, { type: 'open', title: id }, alice());
  const titles = new ReadModel(taskRecords(damaged(store, 'task/2')), ({ state }) => state.title);
  await titles.start();
  expect([...titles.all()].map(([id]) => id).sort()).toEqual(['1', '3']);
});

it('a number whose claim is damaged is never given again, nor does it stop the series', async () => {
  const store = memoryStore();
  const options = { rules: () => rules, onFault: noFault };
  const before = new Claims(store, options);
  for (const owner of ['1', '2', '3']) await before.nextNumber('2026', owner, alice());
  const after = new Claims(damaged(store, 'claim/number/2026-0002', 'claim/number/2026-0004'), options);
  expect(await after.nextNumber('2026', '5', alice())).toBe('2026-0005');
});

it('a damaged record or delivery stream is said and keeps nobody else from getting theirs', async () => {
  const store = memoryStore();
  const before = taskRecords(store);
  for (const id of ['1', '2', '3']) await before.act(id, { type: 'open', title: id }, alice());
  const faults: string[] = [];
  const { outbox, platform } = desk({
    store: damaged(store, 'task/1', 'delivery/task/2'),
    onFault: (what) => faults.push(what),
  });
  await outbox.start();
  await outbox.recheck();
  await outbox.idle();
  expect(platform.at('C1')).toEqual(['3']);
  expect(new Set(faults)).toEqual(new Set(['what task/1 wants', 'what task/2 wants', 'deliveries of task/2']));
});
