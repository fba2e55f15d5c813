/** Slack as a platform alone, before a desk that answers whatever the test says. */
import { onTestFinished } from 'vitest';
import type { Interaction, Profile, Reply } from '#src/platforms/platform.ts';
import { type SlackPlatform, slackPlatform } from '#src/platforms/slack/slack.ts';
import { webServer } from '#src/server/server.ts';
import type { Store } from '#src/stores/store.ts';
import { type Card, heading, text } from '#src/view/card.ts';
import { type Answered, ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { formOf, headersFor } from './signed.ts';
import { SECRET, type Slack, slack } from './slack.fixture.ts';

export const simple = (words: string): Card => ({
  summary: words,
  locale: 'en',
  timeZone: 'UTC',
  blocks: [heading(words), text('A small card.')],
});

/** How long an answer may take, milliseconds: longer than any machine takes, unless a test is about late answers. */
export const UNHURRIED = 60_000;

export type PlaceOptions = {
  readonly chat?: Slack;
  readonly store?: Store;
  readonly patience?: number;
  readonly timeout?: number;
  /** Accounts that the desk knows already. */
  readonly known?: readonly string[];
};

export type Place = {
  readonly chat: Slack;
  readonly platform: SlackPlatform;
  readonly store: Store;
  readonly url: string;
  readonly respond: string;
  readonly seen: Interaction[];
  readonly faults: unknown[];
  readonly refreshed: (readonly [account: string, profile: Profile])[];
  readonly deactivated: string[];
  readonly lost: string[];
  readonly joined: string[];
  readonly clock: () => number;
  /** How long deliveries waited in all, milliseconds; none of it passed really. */
  readonly waited: () => number;
  post(payload: object): Promise<Answered>;
};

export async function opened(
  reply: (interaction: Interaction) => Reply | Promise<Reply> = () => ({ type: 'done' }),
  options: PlaceOptions = {},
): Promise<Place> {
  const chat = options.chat ?? (await slack());
  const store = options.store ?? memoryStore();
  const [seen, faults]: [Interaction[], unknown[]] = [[], []];
  const refreshed: (readonly [string, Profile])[] = [];
  const [deactivated, lost, joined]: [string[], string[], string[]] = [[], [], []];
  const start = Date.now();
  let ahead = 0;
  const clock = () => start + ahead;
  chat.clock = clock;
  const platform = slackPlatform({
    config: { botToken: 'xoxb-test', apiUrl: `${chat.url}/api/`, receive: 'http', signingSecret: SECRET },
    people: {
      isKnown: (account) => options.known?.includes(account) === true,
      reader: () => ({ locale: 'en', timeZone: 'UTC', accountOf: (person) => (person === 'p1' ? 'U0ONE' : undefined) }),
      refresh: async (account, profile) => void refreshed.push([account, profile]),
      deactivate: async (account) => void deactivated.push(account),
    },
    store,
    log: (_what, error) => void faults.push(error),
    clock,
    wait: async (ms) => {
      ahead += ms;
    },
    onJoined: (channel) => void joined.push(channel),
    onFatal: (why) => void lost.push(why),
    patience: options.patience ?? UNHURRIED,
    ...(options.timeout !== undefined && { timeout: options.timeout }),
  });
  const onFault = (_what: string, error: unknown) => void faults.push(error);
  const { routes } = platform;
  const server = webServer({ host: '127.0.0.1', port: 0, routes, ready: () => true, onFault });
  await platform.start(async (interaction) => {
    seen.push(interaction);
    return reply(interaction);
  });
  await server.start();
  onTestFinished(async () => {
    await server.stop();
    await platform.stop();
    await chat.stop();
  });
  return {
    ...{ chat, store, platform, url: server.url, seen, faults, refreshed, deactivated, lost, joined, clock },
    respond: `${chat.url}/respond/1`,
    waited: () => ahead,
    post(payload) {
      const body = 'event' in payload ? JSON.stringify(payload) : formOf(payload);
      return ask(`${server.url}/slack/events`, { method: 'POST', headers: headersFor(body, clock()), body });
    },
  };
}

export const channel = (id = 'C0RESPONSE') => ({ platform: 'slack', kind: 'channel', id }) as const;
export const direct = (id: string) => ({ platform: 'slack', kind: 'direct', id }) as const;
