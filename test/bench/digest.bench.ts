/** The digest over a hundred thousand cases of a year: how long it takes, for how long nobody else gets a turn, and what it keeps in memory. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type Span, sinceOf, spanOf } from '#src/core/figures/period.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { deskOf } from '#test/desk/desk.fixture.ts';
import { START } from '#test/given.ts';
import { type Line, mb, ms, percentile, timed } from './stats.ts';
import { END, fillYear } from './year.ts';

const CASES = 100_000;
const ROUNDS = 9;

export async function digestBench(): Promise<readonly Line[]> {
  const dir = mkdtempSync(join(tmpdir(), 'goodword-digest-'));
  try {
    await fillYear(dir, CASES);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const store = await openLowdb(dir);
    const desk = await deskOf(store, () => END);
    globalThis.gc?.();
    const kept = process.memoryUsage().heapUsed - before;
    const leader = { me: 'lea', roles: ['leader', 'manager'] as const };
    const take = (span: Span) => measured(() => desk.digests.content(leader, span, END));
    const day = await take(spanOf('lastDay', END, 'Asia/Shanghai'));
    const year = await take(sinceOf(START, END));
    await store.close();
    return [
      {
        what: `digest of a day over ${CASES.toLocaleString('en')} cases, median of ${ROUNDS}`,
        figure: ms(day.took),
        aim: '< 2000 ms',
      },
      { what: 'longest time that nobody else had a turn meanwhile', figure: ms(day.away), aim: '< 50 ms' },
      { what: 'digest of the whole year', figure: ms(year.took), aim: '< 2000 ms' },
      { what: 'longest time that nobody else had a turn meanwhile', figure: ms(year.away), aim: '< 50 ms' },
      { what: 'memory for the digest itself, at its most', figure: mb(Math.max(day.heap, year.heap)) },
      { what: 'heap for the store’s index and all summaries of cases', figure: mb(kept) },
    ];
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Time of one, the worst gap between two turns of the loop in any, and what the heap grew by before it was swept. */
async function measured(task: () => Promise<unknown>) {
  const took: number[] = [];
  let away = 0;
  let heap = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    globalThis.gc?.();
    const base = process.memoryUsage().heapUsed;
    let last = performance.now();
    const look = () => {
      away = Math.max(away, round === 0 ? 0 : performance.now() - last);
      last = performance.now();
    };
    const watch = setInterval(look, 1);
    const time = await timed(task);
    clearInterval(watch);
    look();
    heap = Math.max(heap, process.memoryUsage().heapUsed - base);
    // The first one warms up.
    if (round > 0) took.push(time);
    await after(20);
  }
  return { took: percentile(took, 0.5), away, heap };
}
