/** An invoke and a message that change nothing, through our Teams and through the vendor's adapter alone, in one run. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { teamsPlatform } from '#src/platforms/teams/teams.ts';
import { webServer } from '#src/server/server.ts';
import { invokes, says } from '#test/platforms/teams/activities.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { type Line, percentile, times } from './stats.ts';

const ROUNDS = 5;
const REQUESTS = 800;
const AT_ONCE = 8;

const emma = { name: 'Emma', aad: '00000000-0000-4000-8000-000000000001', locale: 'en-GB' };
const data = { action: { type: 'Action.Execute', verb: 'act', data: { action: 'case.none', args: {} } } };
const DONE = { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Done.' };

/** What the vendor's documents say to write, and no more. */
function bare(): (request: IncomingMessage, response: ServerResponse) => void {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const turn = async (context: TurnContext) => {
    if (context.activity.type !== 'invoke') return;
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: DONE } });
  };
  return (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const asked = { body: JSON.parse(Buffer.concat(chunks).toString()), headers: request.headers, method: 'POST' };
      const answer = {
        socket: response.socket,
        status: (status: number) => Object.assign(response, { statusCode: status }),
        send: (body: unknown) => response.write(JSON.stringify(body)),
        end: () => response.end(),
        header: () => undefined,
      };
      void adapter.process(asked, answer, turn);
    });
  };
}

/** Requests a second. */
async function rate(url: string, activity: () => object): Promise<number> {
  const from = performance.now();
  const one = async () => {
    const body = JSON.stringify({ serviceUrl: 'http://127.0.0.1:9/', ...activity() });
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (!answer.ok) throw new Error(`not taken: ${answer.status}`);
    await answer.text();
  };
  for (let left = REQUESTS; left > 0; left -= AT_ONCE) await Promise.all(Array.from({ length: AT_ONCE }, one));
  return REQUESTS / ((performance.now() - from) / 1000);
}

export async function teams(): Promise<Line[]> {
  const alone = createServer(bare());
  await new Promise<void>((resolve) => alone.listen(0, '127.0.0.1', resolve));
  const reader = { known: false, locale: 'en', timeZone: 'UTC', people: () => [] } as const;
  const platform = teamsPlatform({
    ...{ config: { anonymous: true }, store: memoryStore(), clock: Date.now, wait: async () => undefined },
    ...{
      people: { reader: () => reader, refresh: async () => undefined, awaits: () => false, working: () => [] },
      log: console.error,
    },
    onReached: () => undefined,
  });
  await platform.start(async () => ({ type: 'done' }));
  const where = { host: '127.0.0.1', port: 0, routes: platform.routes, ready: () => true, onFault: console.error };
  const server = webServer(where);
  await server.start();
  const urls = [`http://127.0.0.1:${(alone.address() as AddressInfo).port}/`, `${server.url}/api/messages`];
  const lines: Line[] = [];
  for (const [what, activity] of [
    ['an invoke', () => invokes(emma, 'adaptiveCard/action', data)],
    ['a message', () => says(emma, 'hello')],
  ] as const) {
    const rates: number[][] = [[], []];
    // The first round warms both up.
    for (let round = 0; round <= ROUNDS; round += 1)
      for (const [side, url] of urls.entries()) {
        const now = await rate(url, activity);
        if (round > 0) rates[side]?.push(now);
      }
    const [theirs = 0, ours = 0] = rates.map((all) => percentile(all, 0.5));
    const figure = `${ours.toFixed(0)} a second; the vendor's adapter alone ${theirs.toFixed(0)}`;
    lines.push({ what: `Teams: ${what} that changes nothing`, figure, ratio: times(ours, theirs), aim: '≥ 0.8 ×' });
  }
  await server.stop();
  await platform.stop();
  alone.close();
  alone.closeAllConnections();
  return lines;
}
