/** A server with given routes for one test, and a way to ask it with headers that fetch would not send. */
import { type IncomingHttpHeaders, request } from 'node:http';
import { onTestFinished } from 'vitest';
import type { Routes } from '#src/server/router.ts';
import { webServer } from '#src/server/server.ts';

export type Answered = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export async function serving(routes: Routes, faults: unknown[] = [], ready = () => true): Promise<string> {
  const onFault = (_what: string, error: unknown) => void faults.push(error);
  const server = webServer({ host: '127.0.0.1', port: 0, routes, ready, onFault });
  await server.start();
  onTestFinished(() => server.stop());
  return server.url;
}

export function ask(
  url: string,
  more: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: more.method ?? 'GET', headers: more.headers ?? {} }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    sent.on('error', reject);
    sent.end(more.body);
  });
}
