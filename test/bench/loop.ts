/** How long the event loop is away while the desk writes, against a loop that has nothing to do. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import type { Opened } from './house.ts';
import { type Line, ms, times } from './stats.ts';

const WINDOW = 4000;
const ROUNDS = 4;

/** The worst of a thousand turns while something is going on. */
async function delay(during: (until: number) => Promise<void>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await during(performance.now() + WINDOW);
  histogram.disable();
  return histogram.percentile(99.9) / 1e6;
}

export async function loop({ house }: Opened): Promise<Line[]> {
  const { cases } = house.desk;
  const who = { by: 'desk', roles: ['leader'] as const };
  let count = 0;
  const note = async (lane: number) => {
    count += 1;
    const made = { ...who, at: new Date().toISOString(), cause: `loop ${count}` };
    await cases.act(`case-${(count * 37 + lane) % 90_000}`, { type: 'note', text: 'seen' }, made);
  };
  /** So many at once, again and again. */
  const busy = (lanes: number, pause: number) => async (until: number) => {
    const lane = async (index: number) => {
      while (performance.now() < until) {
        await note(index);
        if (pause > 0) await after(pause);
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, index) => lane(index)));
    await house.outbox.idle();
  };
  const idle = async (until: number) => after(until - performance.now());
  const found = { idle: [] as number[], steady: [] as number[], flat: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    found.idle.push(await delay(idle));
    found.steady.push(await delay(busy(1, 20)));
    found.flat.push(await delay(busy(16, 0)));
  }
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const base = median(found.idle);
  return [
    { what: 'event loop p99.9, idle', figure: ms(base), ratio: '1 ×' },
    {
      what: 'event loop p99.9, some 40 acts a second',
      figure: ms(median(found.steady)),
      ratio: times(median(found.steady), base),
    },
    {
      what: 'event loop p99.9, 16 acts at once without a pause',
      figure: ms(median(found.flat)),
      ratio: times(median(found.flat), base),
    },
  ];
}
