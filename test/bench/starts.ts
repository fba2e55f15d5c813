/** Starts of the real desk, each in a process of its own: with its index, without one, after a kill, and on nothing. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { type Line, mb, ms, percentile, times } from './stats.ts';

const started = z.object({
  /** Milliseconds from the process's beginning until its code is loaded. */
  boot: z.number(),
  /** And from there until it answers people, and until all that is owed has been looked at. */
  answers: z.number(),
  open: z.number(),
  cpu: z.number(),
  rss: z.number(),
  heapUsed: z.number(),
});
type Started = z.output<typeof started>;

async function start(dir: string, signal: 'SIGTERM' | 'SIGKILL', task = ''): Promise<Started> {
  const script = join(import.meta.dirname, 'starting.ts');
  const child = spawn(process.execPath, ['--expose-gc', script, dir, task], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  child.kill(signal);
  await gone;
  return started.parse(JSON.parse(String(line)));
}

const ROUNDS = 3;

export async function starts(dir: string, empty: string): Promise<Line[]> {
  rmSync(join(dir, 'notes'), { recursive: true, force: true });
  const all = await start(dir, 'SIGTERM');
  const [clean, killed, nothing]: Started[][] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    nothing?.push(await start(empty, 'SIGTERM'));
    clean?.push(await start(dir, 'SIGTERM'));
    await start(dir, 'SIGKILL', 'change');
    killed?.push(await start(dir, 'SIGTERM'));
  }
  const median = (some: readonly Started[] | undefined, of: (one: Started) => number) =>
    percentile((some ?? []).map(of), 0.5);
  const took = (one: Started) => one.boot + one.answers;
  const settled = (one: Started) => one.boot + one.open;
  const base = took(all);
  const cpu = (one: Started) => one.cpu;
  const line = (what: string, one: number, aim?: string): Line => ({
    what,
    figure: ms(one),
    ratio: times(one, base),
    ...(aim && { aim }),
  });
  const heap = (one: Started) => one.heapUsed;
  return [
    { what: 'process begun to answering, 100,000 records, no index: reads all', figure: ms(base), ratio: '1 ×' },
    line('process begun to answering, 100,000 records, from the index', median(clean, took), '< 2000 ms'),
    line('process begun to answering, 100,000 records, index after SIGKILL amid 1,900 changes', median(killed, took)),
    line('  until all that is owed has been looked at', median(clean, settled)),
    line('start on an empty directory', median(nothing, took)),
    { what: 'Node itself and loading the code', figure: ms(median(clean, (one) => one.boot)) },
    {
      what: 'processor time of such a start, Node included',
      figure: ms(median(clean, cpu)),
      ratio: times(median(clean, cpu), cpu(all)),
    },
    {
      what: 'heap in use after start, 100,000 records',
      figure: mb(median(clean, heap)),
      ratio: times(median(clean, heap), median(nothing, heap)),
    },
    {
      what: 'resident after start, 100,000 records',
      figure: mb(median(clean, (one) => one.rss)),
      ratio: times(
        median(clean, (one) => one.rss),
        median(nothing, (one) => one.rss),
      ),
    },
    {
      what: 'heap in use after reading all',
      figure: mb(all.heapUsed),
      ratio: times(all.heapUsed, median(nothing, heap)),
    },
  ];
}
