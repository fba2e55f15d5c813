/**
 * One server under measure, in a process of its own: our Teams, or the vendor's adapter as its documents begin.
 * `teams-server.ts <ours|bare> <nothing|write> <data dir> <address of the small Teams>`; it says its port.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { seal } from '#src/core/chain.ts';
import { DESK } from '#src/core/event.ts';
import { teamsPlatform } from '#src/platforms/teams/teams.ts';
import { webServer } from '#src/server/server.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { CLOUD, CONFIG } from '#test/platforms/teams/cloud.ts';

const [side = '', does = '', dir = '', chat = ''] = process.argv.slice(2);
const DONE = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };
const store = await openLowdb(dir);
let count = 0;

/** One durable append of the size of a case's event. */
async function write(): Promise<void> {
  if (does !== 'write') return;
  count += 1;
  const stream = `bench/${count}`;
  const event = { type: 'noted', private: { text: 'x'.repeat(300) } };
  const meta = { number: 0, at: new Date().toISOString(), by: DESK, cause: stream, version: 1, prev: '' };
  await store.append(stream, 0, [seal(stream, event, meta)]);
}

process.send?.({ port: side === 'ours' ? await ours() : await bare() });

async function ours(): Promise<number> {
  const reader = { known: false, locale: 'en', timeZone: 'UTC', people: () => [] } as const;
  const people = { reader: () => reader, refresh: async () => undefined, awaits: () => false, working: () => [] };
  const platform = teamsPlatform({
    ...{ config: CONFIG, cloud: CLOUD(chat), token: async () => 'secret', store, people },
    ...{ clock: Date.now, wait: async () => undefined, log: console.error, onReached: () => undefined },
  });
  await platform.start(async () => {
    await write();
    return { type: 'done' };
  });
  const where = { host: '127.0.0.1', port: 0, routes: platform.routes, ready: () => true, onFault: console.error };
  const server = webServer(where);
  await server.start();
  return Number(new URL(server.url).port);
}

/** What the vendor's documents say to write, and no more. */
async function bare(): Promise<number> {
  const { appId, appType, appPassword, tenantId } = CONFIG;
  const settings = { MicrosoftAppId: appId, MicrosoftAppType: appType, MicrosoftAppPassword: appPassword };
  const authentication = { ...settings, MicrosoftAppTenantId: tenantId, ...CLOUD(chat) };
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication(authentication));
  const turn = async (context: TurnContext) => {
    if (context.activity.type !== 'invoke' && context.activity.type !== 'message') return;
    await write();
    if (context.activity.type !== 'invoke') return;
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: DONE } });
  };
  const server = createServer((request, response) => void taken(adapter, turn, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

async function taken(
  adapter: CloudAdapter,
  turn: (context: TurnContext) => Promise<void>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const asked = { body: JSON.parse(Buffer.concat(chunks).toString()), headers: request.headers, method: 'POST' };
  const answer = {
    socket: response.socket,
    status: (status: number) => Object.assign(response, { statusCode: status }),
    send: (body: unknown) => response.write(JSON.stringify(body)),
    end: () => response.end(),
    header: () => undefined,
  };
  await adapter.process(asked, answer, turn);
}
