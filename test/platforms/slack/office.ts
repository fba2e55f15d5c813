/** The whole of Goodword behind a small Slack: signed requests in, Web API calls out, everything between is the real thing. */
import { onTestFinished } from 'vitest';
import { handlers } from '#handlers/index.ts';
import type { Policy } from '#src/content/policy.ts';
import { DESK } from '#src/core/event.ts';
import type { Question } from '#src/core/quiz/question.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale, Rules } from '#src/core/rules.ts';
import { seed } from '#src/desk/seed.ts';
import type { SlackPlatform } from '#src/platforms/slack/slack.ts';
import { type Server, webServer } from '#src/server/server.ts';
import { slackOn } from '#src/slack.ts';
import type { Store } from '#src/stores/store.ts';
import { type House, wire } from '#src/wire.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { sorry } from '#test/house.fixture.ts';
import { type Answered, ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { formOf, headersFor } from './signed.ts';
import { SECRET, type Slack, slack, type User } from './slack.fixture.ts';

type Colleague = User & { readonly roles: readonly Role[] };
const someone = (id: string, name: string, locale: string, ...roles: readonly Role[]): Colleague => ({
  ...{ id, name, locale, roles, email: `${id.toLowerCase()}@northwind.example` },
});

/** Emma and 梅 report; Rita responds; Ada and 艾米 approve; Lea leads; Max administers. */
export const PEOPLE: readonly Colleague[] = [
  someone('U0EMMA', 'Emma', 'en-GB'),
  someone('U0MEI', '李梅', 'zh-CN'),
  someone('U0RITA', 'Rita', 'en-US', 'responder'),
  someone('U0ADA', 'Ada', 'en-US', 'approver'),
  someone('U0AMY', '艾米', 'zh-CN', 'approver'),
  someone('U0LEA', 'Lea', 'en-US', 'leader'),
  someone('U0MAX', 'Max', 'en-US', 'manager', 'admin'),
];
export const CHANNEL = 'C0RESPONSE';

export type OfficeOptions = {
  /** The policies of the company; none when left out. */
  readonly policies?: readonly Policy[];
  /** The bank of the training; none when left out. */
  readonly questions?: readonly Question[];
  readonly rules?: Partial<Rules>;
  readonly chat?: Slack;
  readonly store?: Store;
  readonly appToken?: string;
  readonly channelLocale?: Locale;
  readonly patience?: number;
  readonly timeout?: number;
};

export type Office = {
  readonly chat: Slack;
  readonly store: Store;
  readonly house: House<SlackPlatform>;
  readonly server: Server;
  readonly faults: string[];
  readonly lost: string[];
  /** Address of a response_url. */
  readonly respond: string;
  /** The virtual clock, milliseconds; waits of deliveries move it and take no time. */
  readonly clock: () => number;
  /** Sends a payload as Slack does: signed, at the time of the clock. */
  post(payload: object, more?: { readonly headers?: Record<string, string> }): Promise<Answered>;
  stop(): Promise<void>;
};

/** Opens the office. A second one on the same store and chat is the same after a restart. */
export async function office(options: OfficeOptions = {}): Promise<Office> {
  const chat = options.chat ?? (await slack());
  const store = options.store ?? memoryStore();
  const faults: string[] = [];
  const lost: string[] = [];
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  chat.clock = clock;
  const now = () => new Date(clock()).toISOString();
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const due = clock() + ms;
      setImmediate(() => {
        if (!signal.aborted) ahead = Math.max(ahead, due - Date.now());
        resolve();
      });
    });
  const told = (what: string, error: unknown) =>
    faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const apiUrl = `${chat.url}/api/`;
  const token = { botToken: 'xoxb-test', apiUrl };
  const config = options.appToken
    ? ({ ...token, receive: 'socket', appToken: options.appToken } as const)
    : ({ ...token, receive: 'http', signingSecret: SECRET } as const);
  for (const person of PEOPLE) if (!chat.users.has(person.id)) chat.users.set(person.id, person);

  const house: House<SlackPlatform> = wire(
    {
      config: {
        rules: { ...rules, channelLocale: options.channelLocale ?? 'en', ...options.rules },
        policies: options.policies ?? [],
        templates: [sorry],
        questions: options.questions ?? [],
      },
      ...{ store, handlers, now, wait, random: () => 0.5, rhythm: () => () => undefined },
      log: (what, { error }) => void told(what, error),
    },
    (desk) => [
      slackOn(desk, {
        ...{ config, store, now, wait, log: told, clock },
        ...(options.patience !== undefined && { patience: options.patience }),
        ...(options.timeout !== undefined && { timeout: options.timeout }),
        recheck: () => void house.outbox.recheck(),
        onFatal: (why) => lost.push(why),
      }),
    ],
  );
  const [platform] = house.platforms;
  const routes = platform?.routes ?? {};
  const onFault = (what: string, error: unknown) => void told(what, error);
  const server = webServer({ host: '127.0.0.1', port: 0, routes, ready: () => true, onFault });
  await house.open();
  const { people, settings } = house.desk;
  const when = { at: now(), cause: 'environment' };
  await seed(people, settings, { platform: 'slack', admins: ['U0MAX'], managers: [], responseChannel: CHANNEL }, when);
  for (const { id, name, roles, locale } of PEOPLE) {
    const profile = { name, locale: locale.startsWith('zh') ? ('zh' as const) : ('en' as const) };
    const person = await people.who({ platform: 'slack', account: id, profile, ...when });
    if (roles.length > 0)
      await people.change(person.id, { roles }, { by: DESK, roles: [], ...when, cause: `roles/${id}` });
  }
  await house.start();
  await server.start();

  let stopped = false;
  const stop = async () => {
    if (stopped) return;
    stopped = true;
    await server.stop();
    await house.stop();
  };
  onTestFinished(async () => {
    await stop();
    await chat.stop();
  });

  return {
    ...{ chat, store, house, server, faults, lost, clock, stop, respond: `${chat.url}/respond/1` },
    post(payload, more = {}) {
      const isForm = 'command' in payload || !('event' in payload);
      const body = 'event' in payload || !isForm ? JSON.stringify(payload) : formOf(payload);
      return ask(`${server.url}/slack/events`, {
        method: 'POST',
        headers: { ...headersFor(body, clock()), ...more.headers },
        body,
      });
    },
  };
}
