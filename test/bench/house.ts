/** The real desk over a data directory and a chat in memory, as start.ts puts it together. */
import { setTimeout as after } from 'node:timers/promises';
import { handlers } from '#handlers/index.ts';
import { codeDigest } from '#src/code.ts';
import { readConfig } from '#src/config.ts';
import { DESK } from '#src/core/event.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { wire } from '#src/wire.ts';
import { FakePlatform } from '#test/fake-platform.ts';

export async function opened(dir: string) {
  const store = await openLowdb(dir);
  const chat = new Chat();
  const now = () => new Date().toISOString();
  const log = (what: string, facts: object) => console.error(what, facts);
  const wait = (ms: number, signal: AbortSignal) => after(ms, undefined, { signal });
  const config = readConfig({}, 'policies');
  const rest = { handlers, log, now, wait, random: Math.random, rhythm: () => () => undefined, code: codeDigest() };
  const house = wire({ config, store, ...rest }, () => [chat]);
  await house.open();
  const who = { by: DESK, roles: [], at: now(), cause: 'bench' };
  await house.desk.settings.change([{ type: 'setChannel', name: 'response', platform: 'slack', channel: 'C1' }], who);
  await house.start();
  await house.outbox.idle();
  return {
    ...{ house, store, chat },
    async close() {
      await house.stop();
      await store.close();
    },
  };
}

/** Notes when it could first answer, in milliseconds since the process began. */
class Chat extends FakePlatform {
  answers = 0;
  override start = async (): Promise<void> => {
    this.answers = performance.now();
  };
}

export type Opened = Awaited<ReturnType<typeof opened>>;
