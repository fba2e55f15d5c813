/** The whole of Goodword behind a small Slack: signed requests in, Web API calls out, everything between is the real thing. */
import { onTestFinished } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { seed } from '#src/desk/seed.ts';
import type { SlackPlatform } from '#src/platforms/slack/slack.ts';
import type { Server } from '#src/server/server.ts';
import { slackOn } from '#src/slack.ts';
import type { Store } from '#src/stores/store.ts';
import type { House } from '#src/wire.ts';
import { type Answered, ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { building, type Company } from '../building.ts';
import { UNHURRIED } from './place.ts';
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

export type OfficeOptions = Company & {
  readonly chat?: Slack;
  readonly store?: Store;
  readonly appToken?: string;
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
  const lost: string[] = [];
  const token = { botToken: 'xoxb-test', apiUrl: `${chat.url}/api/` };
  const config = options.appToken
    ? ({ ...token, receive: 'socket', appToken: options.appToken } as const)
    : ({ ...token, receive: 'http', signingSecret: SECRET } as const);
  for (const person of PEOPLE) if (!chat.users.has(person.id)) chat.users.set(person.id, person);
  onTestFinished(() => chat.stop());

  const { house, server, faults, clock, stop } = await building<SlackPlatform>(
    options,
    store,
    (desk, common) => {
      chat.clock = common.clock;
      const { patience = UNHURRIED, timeout } = options;
      return [
        slackOn(desk, {
          ...{ ...common, config, store, patience, onFatal: (why) => lost.push(why) },
          ...(timeout !== undefined && { timeout }),
        }),
      ];
    },
    async ({ desk: { people, settings } }, { now }) => {
      const when = { at: now(), cause: 'environment' };
      const seeds = { platform: 'slack', admins: ['U0MAX'], managers: [], responseChannel: CHANNEL } as const;
      await seed(people, settings, seeds, when);
      for (const { id, name, roles, locale } of PEOPLE) {
        const profile = { name, locale: locale.startsWith('zh') ? ('zh' as const) : ('en' as const) };
        const person = await people.who({ platform: 'slack', account: id, profile, ...when });
        if (roles.length > 0)
          await people.change(person.id, { roles }, { by: DESK, roles: [], ...when, cause: `roles/${id}` });
      }
    },
  );

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
