/** Goodword runs: config, store, platforms and handlers come together here and nowhere else. */
import { setTimeout as after } from 'node:timers/promises';
import pino from 'pino';
import { handlers } from '#handlers/index.ts';
import { calendarChecks } from './calendar-doctor.ts';
import { inShort, platformChecks } from './checkup.ts';
import { codeDigest } from './code.ts';
import { type Config, ConfigError, EX_CONFIG, explain, readConfig } from './config.ts';
import { demo, seedDemo } from './demo.ts';
import { seed } from './desk/seed.ts';
import { createMeter } from './metrics/meter.ts';
import type { Platform } from './platforms/platform.ts';
import type { Routes } from './server/router.ts';
import { webServer } from './server/server.ts';
import { locale, sentenceFor } from './shell.ts';
import { slackOn } from './slack.ts';
import { openLowdb } from './stores/lowdb.ts';
import { type Parts, wire } from './wire.ts';

const logger = pino({ level: 'info' }, pino.destination({ fd: 2, sync: true }));
const meter = createMeter();
const log = (what: string, { error, ...facts }: { readonly [fact: string]: unknown }) => {
  meter.fault();
  logger.error({ ...facts, ...(error !== undefined && { err: error }) }, what);
};
const told = (what: string, error: unknown) => log(what, { error });
const now = () => new Date().toISOString();
const wait = (ms: number, signal: AbortSignal) => after(ms, undefined, { signal });

process.on('unhandledRejection', (error) => {
  log('a promise was left alone', { error });
  process.exit(1);
});

try {
  await start(readConfig(process.env, 'policies'));
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(explain(error, locale));
    process.exit(EX_CONFIG);
  }
  console.error(sentenceFor(error)?.[locale] ?? error);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const opened = await openLowdb(config.dataDir, { onFault: (what, error) => log(what, { error }) });
  const store = meter.store(opened);
  for (const { path, movedTo, why } of store.damaged) log('a damaged file was set aside', { path, movedTo, why });
  // The client of models is large: only who has one waits for it.
  const answer = config.model && (await import('./assist/answer.ts')).answerer(config.model);
  const parts = {
    ...{ config, store, handlers, log, now, wait, meter, random: Math.random, code: codeDigest() },
    ...(answer && { answer }),
  };
  let running: Running | undefined;
  let stopping = false;
  /** A platform may be lost for good before the start is over: then there is nothing to stop, and what was said is durable. */
  async function end(status: number): Promise<void> {
    if (stopping) return;
    stopping = true;
    await running?.stop();
    if (running) await store.close();
    process.exit(status);
  }
  running = await (config.platform.console ? startDemo(config, parts) : startChats(config, parts, end));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0));
  running.welcome();
}

type Running = { stop(): Promise<void>; welcome(): void };

async function startDemo({ server, dataDir }: Config, parts: Parts): Promise<Running> {
  // A made-up company lives where its visitor does.
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const rules = { ...parts.config.rules, timeZone };
  const house = wire({ ...parts, config: { ...parts.config, rules } }, (desk) => [
    demo(desk, { ...server, store: parts.store, now, log: told, metrics: meter.text }),
  ]);
  await house.open();
  await seedDemo(house.desk, now(), locale);
  await house.start();
  return {
    stop: () => house.stop(),
    welcome() {
      for (const { url } of house.platforms) welcome(url, dataDir);
    },
  };
}

/** The platforms of the company, behind one port. `end` stops the process when one of them is lost for good. */
async function startChats(config: Config, parts: Parts, end: (status: number) => Promise<void>): Promise<Running> {
  const { platform, seed: seeds, server: where } = config;
  let ready = false;
  const onFatal = (why: string, error?: unknown) => {
    log(why, { error });
    void end(1);
  };
  const recheck = () =>
    void house.outbox.recheck().catch((error: unknown) => told('looking at all places again', error));
  const common = { now, wait, log: told, recheck, onFatal };
  const reached = where.publicUrl !== undefined && { publicUrl: where.publicUrl };
  // The vendor's library takes a second to load: only who has Teams waits for it.
  const teams = platform.teams && { ...(await import('./teams.ts')), config: platform.teams };
  const house = wire<Platform & { readonly routes: Routes }>(parts, (desk) => [
    ...(platform.slack ? [slackOn(desk, { ...common, config: platform.slack, store: parts.store })] : []),
    ...(teams ? [teams.teamsOn(desk, { ...common, ...reached, config: teams.config, store: parts.store })] : []),
  ]);
  const routes = Object.assign({}, ...house.platforms.map((chat) => chat.routes));
  const server = webServer({ ...where, routes, ready: () => ready, metrics: meter.text, onFault: told });
  await house.open();
  const when = { at: now(), cause: 'environment' };
  for (const { name } of house.platforms)
    await seed(house.desk.people, house.desk.settings, { ...seeds, platform: name }, when);
  await house.start(async () => {
    await server.start();
    ready = true;
  });
  return {
    async stop() {
      ready = false;
      await server.stop();
      await house.stop();
    },
    welcome() {
      const names = house.platforms.map(({ name }) => name).join(', ');
      console.log(`\n  Goodword is running for ${names}.  Open  ${server.url}/readyz  to see that it takes work.\n`);
      // After the start, which it must not delay; it asks the chats, and they may not answer.
      void platformChecks(config)
        .then((checks) => inShort([...calendarChecks(config.rules, now()), ...checks], locale))
        .then((lines) => console.log(`${lines.join('\n')}\n`))
        .catch((error: unknown) => told('the checks of a start', error));
    },
  };
}

function welcome(url: string, dataDir: string): void {
  console.log(`
  Goodword is running.  Open  ${url}

  This is the local console: everybody in it is made up, only this computer can reach it,
  and what you do is kept in ${dataDir}. To connect Slack or Teams, see README.md.
  本地控制台已启动：其中人物均为虚构，仅本机可访问，数据保存在 ${dataDir}。
`);
}
