/** Makes pictures and files in a thread of its own, one after the other, so that nobody who clicks waits for them. */
import { Worker } from 'node:worker_threads';
import type { Draw } from '#src/view/chart/draw.ts';
import type { Write } from '#src/view/table/write.ts';
import type { Task } from './task.ts';

export type Press = Write & { readonly draw: Draw };

/** A task that takes longer has gone wrong. */
const LONGEST = 120_000;
/** The thread waits so long for more work; then it is gone, and the libraries that draw with it. */
const IDLE = 15_000;

export function openPress(): Press {
  let before: Promise<unknown> = Promise.resolve();
  let worker: Worker | undefined;
  let leaving: NodeJS.Timeout | undefined;

  /** A thread that waits keeps no process alive. */
  async function asked(task: Task): Promise<unknown> {
    clearTimeout(leaving);
    worker ??= new Worker(new URL('./worker.ts', import.meta.url));
    const mine = worker;
    try {
      const made = await answer(mine, task);
      mine.unref();
      leaving = setTimeout(() => leave(mine), IDLE).unref();
      return made;
    } catch (error) {
      leave(mine);
      throw error;
    }
  }

  function leave(mine: Worker): void {
    if (worker === mine) worker = undefined;
    void mine.terminate();
  }

  // The thread gives for each task what its type says; a message between threads has none.
  const next = <T>(task: Task): Promise<T> => {
    const made = before.then(() => asked(task) as Promise<T>);
    before = made.catch(() => undefined);
    return made;
  };
  return {
    draw: async (charts) => (charts.length === 0 ? [] : next({ type: 'charts', charts })),
    workbook: (tables) => next({ type: 'workbook', tables }),
    text: (table) => next({ type: 'text', table }),
  };
}

function answer(worker: Worker, task: Task): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => fails(new Error(`the press took too long: ${task.type}`)), LONGEST);
    const gives = (made: unknown) => over(() => resolve(made));
    const fails = (error: unknown) => over(() => reject(error));
    const ends = (code: number) => fails(new Error(`the press ended with ${code} and gave nothing: ${task.type}`));
    function over(finish: () => void): void {
      clearTimeout(late);
      worker.off('message', gives).off('error', fails).off('exit', ends);
      finish();
    }
    worker.on('message', gives).on('error', fails).on('exit', ends);
    worker.ref();
    worker.postMessage(task);
  });
}
