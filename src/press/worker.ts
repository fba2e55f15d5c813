/** Works beside the process that answers people: it gets a task, and gives what came of it. A task that fails ends it. */
import { parentPort } from 'node:worker_threads';
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

parentPort?.on('message', async (task: Task) => parentPort?.postMessage(await done(task)));
