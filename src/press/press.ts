/** Makes pictures and files in a thread of its own, one after the other, so that nobody who clicks waits for them. */
import { Worker } from 'node:worker_threads';
import type { Draw } from '#src/view/chart/draw.ts';
import type { Write } from '#src/view/table/write.ts';
import type { Task } from './task.ts';

export type Press = Write & { readonly draw: Draw };

/** A task that takes longer has gone wrong. */
const LONGEST = 120_000;

export function openPress(): Press {
  let before: Promise<unknown> = Promise.resolve();
  // The worker gives for each task what its type says; a message between threads has none.
  const next = <T>(task: Task): Promise<T> => {
    const made = before.then(() => inThread(task) as Promise<T>);
    before = made.catch(() => undefined);
    return made;
  };
  return {
    draw: async (charts) => (charts.length === 0 ? [] : next({ type: 'charts', charts })),
    workbook: (tables) => next({ type: 'workbook', tables }),
    text: (table) => next({ type: 'text', table }),
  };
}

function inThread(task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task });
    const late = setTimeout(() => void worker.terminate(), LONGEST);
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the press ended with ${code} and gave nothing: ${task.type}`));
    });
  });
}
