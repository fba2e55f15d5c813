/** `npm run preview`: every card and form of a sample case, in both languages and all states, drawn as Slack would show it. */
import { readFile } from 'node:fs/promises';
import { readConfig } from './config.ts';
import { strip } from './platforms/console/strip.ts';
import type { Shown } from './platforms/slack/preview/shown.ts';
import { samples } from './preview-story.ts';
import type { Answer } from './server/answer.ts';
import { localOnly } from './server/guard.ts';
import type { Routes } from './server/router.ts';
import { webServer } from './server/server.ts';

const MODULES = ['dom.ts', 'draw.ts', 'main.ts', 'rich.ts'];
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";
const TYPES = { css: 'text/css', html: 'text/html', ts: 'text/javascript' };

const config = readConfig({}, `${import.meta.dirname}/../policies`);
const shown: readonly Shown[] = [...(await samples(config, 'en')), ...(await samples(config, 'zh'))];

const routes: Routes = {
  ...Object.fromEntries([...MODULES, 'preview.css'].map((name) => [`GET /${name}`, localOnly(() => file(name))])),
  'GET /': localOnly(() => file('index.html')),
  'GET /samples.json': localOnly(() => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(shown),
  })),
};
const port = Number(process.env['PORT'] ?? 3001);
const onFault = (what: string, error: unknown) => console.error(what, error);
const server = webServer({ host: '127.0.0.1', port, routes, ready: () => true, onFault });
await server.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop());
console.log(`\n  A preview of the Slack cards is at  ${server.url}\n`);

async function file(name: string): Promise<Answer> {
  const text = await readFile(`${import.meta.dirname}/platforms/slack/preview/${name}`, 'utf8');
  const kind = name.slice(name.lastIndexOf('.') + 1) as keyof typeof TYPES;
  const headers = { 'content-type': `${TYPES[kind]}; charset=utf-8`, 'content-security-policy': POLICY };
  return { status: 200, headers, body: kind === 'ts' ? strip(text) : text };
}
