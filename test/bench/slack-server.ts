/**
 * One server under measure, in a process of its own: Goodword with Slack, or a bare Bolt app as its documents begin.
 * `slack-server.ts <goodword|ack|floor|write|all> <data dir> <Web API> <more handlers>`; it says its port, and its CPU when asked.
 */
import { createServer } from 'node:http';
import { setTimeout as after } from 'node:timers/promises';
import bolt from '@slack/bolt';
import { handlers } from '#handlers/index.ts';
import { readConfig } from '#src/config.ts';
import { seal } from '#src/core/chain.ts';
import { DESK, type Entry } from '#src/core/event.ts';
import { done, type Handler } from '#src/handler.ts';
import { webServer } from '#src/server/server.ts';
import { slackOn } from '#src/slack.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import type { Store } from '#src/stores/store.ts';
import { type House, wire } from '#src/wire.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { SECRET } from '#test/platforms/slack/slack.fixture.ts';

const [mode = '', dir = '', api = '', more = '0'] = process.argv.slice(2);
const now = () => new Date().toISOString();
const token = 'xoxb-bench';
const say = (what: object) => process.send?.(what);
process.on('message', (asked) => {
  if (asked === 'exit') process.exit(0);
  if (asked === 'cpu') say({ cpu: process.cpuUsage() });
  if (asked === 'writes') void counted().then((writes) => say({ writes }));
});

const extra = (index: number): Handler => ({
  commands: { [`extra${index}`]: { group: 'also', usage: () => 'x', run: () => done() } },
  actions: { [`extra.${index}`]: () => done() },
});

if (mode === 'goodword') say({ port: await goodword(await openLowdb(dir)) });
else say({ port: mode === 'floor' ? await floor() : await bare() });

/** The whole of it, over its own receiver. */
async function goodword(store: Store): Promise<number> {
  const config = readConfig({}, 'policies');
  const log = (what: string, error: unknown) => console.error(what, error);
  const wait = (ms: number, signal: AbortSignal) => after(ms, undefined, { signal });
  const all = [...handlers, ...Array.from({ length: Number(more) }, (_, index) => extra(index))];
  const parts = { config, store, handlers: all, now, wait, random: Math.random, rhythm: () => () => undefined };
  const slack = { botToken: token, apiUrl: api, receive: 'http', signingSecret: SECRET } as const;
  const house = wire({ ...parts, log: (what, { error }) => log(what, error) }, (desk) => [
    slackOn(desk, { config: slack, store, now, wait, log, recheck: () => undefined, onFatal: log }),
  ]);
  await house.open();
  const who = await settled(house);
  const rita = await house.desk.people.who({ platform: 'slack', account: 'U0RITA', at: now(), cause: 'bench' });
  await house.desk.people.change(rita.id, { roles: ['responder'] }, who);
  await house.start();
  const [platform] = house.platforms;
  const routes = platform?.routes ?? {};
  const server = webServer({ host: '127.0.0.1', port: 0, routes, ready: () => true, onFault: log });
  await server.start();
  return Number(new URL(server.url).port);
}

/** The least that there is: what the machine and whoever asks cost by themselves. */
async function floor(): Promise<number> {
  const server = createServer((request, response) => request.resume().once('end', () => response.end()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Cases have their channel. */
async function settled({ desk }: Pick<House, 'desk'>) {
  const who = { by: DESK, roles: [], at: now(), cause: 'bench' };
  const channel = { type: 'setChannel', name: 'response', platform: 'slack', channel: 'C0RESPONSE' } as const;
  await desk.settings.change([channel], who);
  return who;
}

/**
 * Bolt as it comes: acknowledges, and in mode `write` makes as many durable appends before as a report waits for, of the
 * same size; in mode `all` those too that deliver its card and its receipt.
 */
async function bare(): Promise<number> {
  const app = new bolt.App({
    token,
    signingSecret: SECRET,
    clientOptions: { slackApiUrl: api },
    logLevel: bolt.LogLevel.ERROR,
  });
  const writes = mode === 'write' || mode === 'all';
  const store = writes ? await openLowdb(dir) : undefined;
  const sizes = writes ? await counted() : [];
  let count = 0;
  app.action(/.*/, async ({ ack }) => ack());
  app.command(/.*/, async ({ ack }) => {
    count += 1;
    const own = count;
    for (const [index, size] of sizes.entries())
      await store?.append(`bare/${own}-${index}`, 0, [entry(`bare/${own}-${index}`, size)]);
    await ack({ response_type: 'ephemeral', text: 'Received.' });
  });
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

/** The appends of one report, as bytes each: measured on the real thing. */
async function counted(): Promise<readonly number[]> {
  const store = await openLowdb(`${dir}-counted`);
  const sizes: number[] = [];
  const watched: Store = {
    ...store,
    async append(stream, length, entries) {
      if (mode === 'all' || !stream.startsWith('delivery/')) sizes.push(JSON.stringify(entries).length);
      await store.append(stream, length, entries);
    },
  };
  const config = readConfig({}, 'policies');
  const parts = {
    config,
    handlers,
    now,
    wait: async () => undefined,
    random: Math.random,
    rhythm: () => () => undefined,
  };
  const house = wire({ ...parts, store: watched, log: () => undefined }, () => [new FakePlatform()]);
  await house.open();
  await settled(house);
  await house.start();
  const report = (cause: string) =>
    house.receive({
      ...{ cause, platform: 'slack', account: 'U0EMMA', at: now() },
      does: { type: 'command', name: 'report', text: 'https://weibo.com/1234567/Ncounted the kettle is bad' },
    });
  await house.receive({ cause: 'x', platform: 'slack', account: 'U0EMMA', at: now(), does: { type: 'home' } });
  sizes.length = 0;
  await report('one');
  await house.outbox.idle();
  const found = [...sizes];
  await house.stop();
  await store.close();
  return found;
}

function entry(stream: string, size: number): Entry {
  const event = { type: 'reported', text: 'x'.repeat(Math.max(1, size - 400)) };
  return seal(stream, event, { number: 0, at: now(), by: DESK, cause: stream, version: 1, prev: '' });
}
