/** Starts Goodword: config, store, platforms and handlers come together here and nowhere else. */
import { setTimeout as after } from 'node:timers/promises';
import pino from 'pino';
import { handlers } from '#handlers/index.ts';
import { codeDigest } from './code.ts';
import { type Config, ConfigError, EX_CONFIG, explain, readConfig } from './config.ts';
import { demo, seedDemo } from './demo.ts';
import { DirectoryHeld } from './stores/lock.ts';
import { openLowdb } from './stores/lowdb.ts';
import { wire } from './wire.ts';

const logger = pino({ level: 'info' }, pino.destination({ fd: 2, sync: true }));
const log = (what: string, { error, ...facts }: { readonly [fact: string]: unknown }) => {
  logger.error({ ...facts, ...(error !== undefined && { err: error }) }, what);
};
/** The language of whoever sits at this machine. */
const locale = Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh' : 'en';
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
  console.error(error instanceof DirectoryHeld ? error.message : error);
  process.exit(1);
}

async function start(config: Config): Promise<void> {
  const store = await openLowdb(config.dataDir, { onFault: (what, error) => log(what, { error }) });
  for (const { path, movedTo, why } of store.damaged) log('a damaged file was set aside', { path, movedTo, why });
  const house = wire({ config, store, handlers, log, now, wait, random: Math.random, code: codeDigest() }, (desk) => [
    demo(desk, { ...config.server, store, now, log: (what, error) => log(what, { error }) }),
  ]);
  await house.open();
  await seedDemo(house.desk, now(), locale);
  await house.start();
  for (const { url } of house.platforms) welcome(url, config.dataDir);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await house.stop();
    await store.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
}

function welcome(url: string, dataDir: string): void {
  console.log(`
  Goodword is running.  Open  ${url}

  This is the local console: everybody in it is made up, only this computer can reach it,
  and what you do is kept in ${dataDir}. To connect Slack or Teams, see README.md.
  本地控制台已启动：其中人物均为虚构，仅本机可访问，数据保存在 ${dataDir}。
`);
}
