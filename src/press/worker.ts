/** Works beside the process that answers people: it gets a task, gives what came of it, and is gone. */
import { parentPort, workerData } from 'node:worker_threads';
import { pngOf } from './chart/png.ts';
import type { Task } from './task.ts';
import { textOf } from './text.ts';
import { workbookOf } from './workbook.ts';

async function done(task: Task): Promise<unknown> {
  switch (task.type) {
    case 'charts':
      return Promise.all(task.charts.map(pngOf));
    case 'workbook':
      return workbookOf(task.tables);
    case 'text':
      return textOf(task.table);
  }
}

const task: Task = workerData;
parentPort?.postMessage(await done(task));
