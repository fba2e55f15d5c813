/** Whether the process lives, and whether it can take work: two questions, as supervisors ask them. */
import type { Answer } from './answer.ts';
import type { Routes } from './router.ts';

const said = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body,
});

export const healthRoutes = (ready: () => boolean): Routes => ({
  'GET /healthz': () => said(200, 'ok\n'),
  'GET /readyz': () => (ready() ? said(200, 'ready\n') : said(503, 'not ready\n')),
});
