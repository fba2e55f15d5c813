/** `npm run preview`: every card and form of a sample case, in both languages and all states, drawn as Slack would show it. */
import { readConfig } from './config.ts';
import { previewRoutes } from './preview-routes.ts';
import { samples } from './preview-story.ts';
import { webServer } from './server/server.ts';

const config = readConfig({}, `${import.meta.dirname}/../policies`);
const routes = previewRoutes([...(await samples(config, 'en')), ...(await samples(config, 'zh'))]);
const port = Number(process.env['PORT'] ?? 3001);
const onFault = (what: string, error: unknown) => console.error(what, error);
const server = webServer({ host: '127.0.0.1', port, routes, ready: () => true, onFault });
await server.start();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop());
console.log(`\n  A preview of the Slack cards is at  ${server.url}\n`);
