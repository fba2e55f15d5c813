/** Checked texts are counted day by day, so that the hundredth of a month costs no more than the first. */
import { expect, test } from 'vitest';
import { checks } from '#src/core/checks/checks.ts';
import { DESK } from '#src/core/event.ts';
import { CheckCount } from '#src/desk/checks.ts';
import { Records } from '#src/desk/records.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { noFault } from '#test/desk/task.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const counted = () => {
  const records = new Records(memoryStore(), checks, { rules: () => rules, onFault: noFault });
  return { records, count: new CheckCount(records, 'Asia/Shanghai') };
};

test('a month is the sum of its days in the company’s zone, and of what was counted by months once', async () => {
  const { records, count } = counted();
  const earlier = { by: DESK, roles: [], at: '2026-03-01T00:00:00.000Z', cause: 'earlier' };
  await records.act('2026-03', { type: 'count' }, earlier);
  await count.add('2026-03-01T01:00:00.000Z', 'a');
  await count.add('2026-03-31T15:59:00.000Z', 'b');
  await count.add('2026-03-31T16:00:00.000Z', 'c');
  await count.add('2026-03-31T15:59:00.000Z', 'b');
  expect(await count.inMonth('2026-03-10T00:00:00.000Z')).toBe(3);
  expect(await count.inMonth('2026-04-10T00:00:00.000Z')).toBe(1);
});

test('a record holds one day and no more', async () => {
  const { records, count } = counted();
  for (const day of ['02', '03'])
    for (const cause of ['a', 'b']) await count.add(`2026-03-${day}T01:00:00.000Z`, cause);
  expect([(await records.read('2026-03-02')).length, (await records.read('2026-03-03')).length]).toEqual([2, 2]);
});
