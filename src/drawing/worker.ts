/** Draws beside the process that answers people: it gets charts, gives their pictures, and is gone. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Chart } from '#src/view/chart/chart.ts';
import { pngOf } from './png.ts';

const charts: readonly Chart[] = workerData;
for (const chart of charts) parentPort?.postMessage(await pngOf(chart));
