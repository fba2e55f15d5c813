/** The page of the preview, its modules, and the samples that it draws. */
import { readFile } from 'node:fs/promises';
import { strip } from './platforms/console/strip.ts';
import type { Shown } from './platforms/slack/preview/shown.ts';
import type { Answer } from './server/answer.ts';
import { localOnly } from './server/guard.ts';
import type { Routes } from './server/router.ts';

const FILES = ['dom.ts', 'draw.ts', 'main.ts', 'rich.ts', 'preview.css'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const TYPES = { css: 'text/css', html: 'text/html', ts: 'text/javascript' };

export const previewRoutes = (samples: readonly Shown[]): Routes => ({
  ...Object.fromEntries(FILES.map((name) => [`GET /${name}`, localOnly(() => file(name))])),
  'GET /': localOnly(() => file('index.html')),
  'GET /samples.json': localOnly(() => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(samples),
  })),
});

async function file(name: string): Promise<Answer> {
  const text = await readFile(`${import.meta.dirname}/platforms/slack/preview/${name}`, 'utf8');
  const kind = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
  const headers = { 'content-type': `${TYPES[kind]}; charset=utf-8`, 'content-security-policy': POLICY };
  return { status: 200, headers, body: kind === 'ts' ? strip(text) : text };
}
