/** Whether the process lives, whether it can take work, and how it has been: three questions, as supervisors ask them. */
import { type Answer, type Handle, HttpFault } from './answer.ts';
import type { Routes } from './router.ts';

const said = (status: number, body: string, kind = 'text/plain'): Answer => ({
  status,
  headers: { 'content-type': `${kind}; charset=utf-8` },
  body,
});

/** The text format of Prometheus, which will not guess it. */
const PROMETHEUS = 'text/plain; version=0.0.4';

export type Health = {
  readonly ready: () => boolean;
  /** Everything that is measured, as Prometheus reads it. */
  readonly metrics?: () => Promise<string>;
};

export const healthRoutes = ({ ready, metrics }: Health): Routes => ({
  'GET /healthz': () => said(200, 'ok\n'),
  'GET /readyz': () => (ready() ? said(200, 'ready\n') : said(503, 'not ready\n')),
  ...(metrics && { 'GET /metrics': direct(async () => said(200, await metrics(), PROMETHEUS)) }),
});

/** By these, proxies say for whom they ask; nginx only when told to. What they hand on comes from outside, where nobody need know how busy we are. */
const HANDED_ON = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const direct =
  (handle: Handle): Handle =>
  (request) => {
    if (HANDED_ON.some((header) => request.headers[header] !== undefined))
      throw new HttpFault(403, 'This is told only to whoever asks without a proxy.');
    return handle(request);
  };
