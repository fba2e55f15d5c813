/** Draws charts in a thread of their own, one batch after the other, so that nobody who clicks waits for a picture. */
import { Worker } from 'node:worker_threads';
import type { Chart } from '#src/view/chart/chart.ts';
import type { Draw, Png } from '#src/view/chart/draw.ts';

/** A drawing that takes longer has gone wrong. */
const LONGEST = 60_000;

export function drawing(): Draw {
  let before: Promise<unknown> = Promise.resolve();
  return (charts) => {
    const pictures = before.then(() => (charts.length === 0 ? [] : inThread(charts)));
    before = pictures.catch(() => undefined);
    return pictures;
  };
}

function inThread(charts: readonly Chart[]): Promise<readonly Png[]> {
  return new Promise((resolve, reject) => {
    const pictures: Png[] = [];
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: charts });
    const late = setTimeout(() => void worker.terminate(), LONGEST);
    worker.on('message', (picture: Png) => pictures.push(picture));
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(late);
      if (pictures.length === charts.length) resolve(pictures);
      else reject(new Error(`${pictures.length} of ${charts.length} charts were drawn`));
    });
  });
}
