/** What the offices of the platforms share: the whole of Goodword behind a server, on a clock that only waits move. */
import { onTestFinished } from 'vitest';
import { handlers } from '#handlers/index.ts';
import type { Policy } from '#src/content/policy.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { Locale, Rules } from '#src/core/rules.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { Platform } from '#src/platforms/platform.ts';
import type { Routes } from '#src/server/router.ts';
import { webServer } from '#src/server/server.ts';
import type { Store } from '#src/stores/store.ts';
import { type House, wire } from '#src/wire.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { sorry } from '#test/house.fixture.ts';

/** What a company has decided, as far as a test wants it; policies and questions are none when left out. */
export type Company = {
  readonly policies?: readonly Policy[];
  readonly questions?: readonly Question[];
  readonly rules?: Partial<Rules>;
  readonly channelLocale?: Locale;
};

/** What a platform is given. `clock` is in milliseconds; waits of deliveries move it and take no time. */
export type Common = ReturnType<typeof common>;

function common(recheck: () => void) {
  const faults: string[] = [];
  const start = Date.now();
  let ahead = 0;
  const clock = () => start + ahead;
  return {
    ...{ clock, faults, recheck },
    now: () => new Date(clock()).toISOString(),
    wait: (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const due = clock() + ms;
        setImmediate(() => {
          if (!signal.aborted) ahead = Math.max(ahead, due - start);
          resolve();
        });
      }),
    log: (what: string, error: unknown) =>
      void faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
  };
}

/**
 * Puts the house together; `settle` sets it up before it starts. It is open when this resolves, and stops with the test,
 * or at once when a test calls `stop`.
 */
export async function building<P extends Platform>(
  company: Company,
  store: Store,
  chats: (desk: Desk, common: Common) => readonly (P & { readonly routes?: Routes })[],
  settle: (house: House<P>, common: Common) => Promise<void>,
) {
  const shared = common(() => void house.outbox.recheck());
  const { now, wait, log, faults, clock } = shared;
  const { policies = [], questions = [], channelLocale = 'en' } = company;
  const routes: Routes[] = [];
  const house: House<P> = wire<P>(
    {
      config: { rules: { ...rules, channelLocale, ...company.rules }, policies, templates: [sorry], questions },
      ...{ store, handlers, now, wait, random: () => 0.5, rhythm: () => () => undefined },
      log: (what, { error }) => log(what, error),
    },
    (desk) => {
      const made = chats(desk, shared);
      routes.push(...made.flatMap((chat) => chat.routes ?? []));
      return made;
    },
  );
  const all: Routes = Object.assign({}, ...routes);
  const server = webServer({ host: '127.0.0.1', port: 0, routes: all, ready: () => true, onFault: log });
  await house.open();
  await settle(house, shared);
  await house.start();
  await server.start();
  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await server.stop();
    await house.stop();
  };
  onTestFinished(stop);
  return { house, server, faults, clock, now, stop };
}
