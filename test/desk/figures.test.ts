/** Counting over many cases, and what it leaves to everybody else. */
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { CaseSummary } from '#src/core/case/summary.ts';
import { countFor } from '#src/desk/figures.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { START } from '#test/given.ts';

const ONE: CaseSummary = {
  ...{ id: 'one', number: 'RM-2026-0001', status: 'new', severity: 'low', category: 'other', media: 'weibo' },
  ...{ cause: 'unknown', confidential: false, concerns: [], openedAt: START, due: START, answered: false },
  ...{ overdue: false, partIn: [], planToConfirm: false, reporters: [], excerpt: '', posts: 1, deeds: [] },
  touched: START,
};
const LEADER = { me: 'lea', roles: ['leader'] } as const;

/** Takes a twentieth of a millisecond for each case, whatever the machine, and says when it counts. */
function slow(counting: () => void) {
  let sum = 0;
  return {
    add(): void {
      for (const until = performance.now() + 0.05; performance.now() < until; );
      counting();
      sum += 1;
    },
    result: () => sum,
  };
}

test('of many counts at once, one goes on in each turn of the loop, and all come to their end', async () => {
  const cases = Array.from({ length: 1000 }, () => ['one', ONE] as const);
  let counting = new Set<number>();
  let going = 5;
  const counts = Array.from({ length: going }, async (_, me) => {
    const { open } = await countFor(cases, LEADER, rules, () => slow(() => counting.add(me)));
    going -= 1;
    return open;
  });
  const together: number[] = [];
  while (going > 0) {
    counting = new Set();
    await turn();
    together.push(counting.size);
  }
  expect(await Promise.all(counts)).toEqual(Array.from({ length: 5 }, () => 1000));
  expect(Math.max(...together)).toBe(1);
});
