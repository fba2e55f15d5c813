/** Slack as a platform: interactions come in by HTTP or socket, deliveries go out by the Web API. */
import type { Bilingual } from '#src/core/rules.ts';
import type { Routes } from '#src/server/router.ts';
import type { Store } from '#src/stores/store.ts';
import { CannotStart, type Platform, type Profile } from '../platform.ts';
import { boltTake, type Take } from './app.ts';
import { clientOptions, respond, webClient } from './client.ts';
import { directory } from './directory.ts';
import { dispatcher } from './dispatch.ts';
import { downloads } from './download.ts';
import { refusalOf } from './faults.ts';
import type { FormReader } from './form-options.ts';
import { type Log, sdkLogger, silentLogger } from './log.ts';
import { type Mail, mail } from './mail.ts';
import { members as newMembers } from './members.ts';
import { pace, type Wait } from './pace.ts';
import { slackRoutes } from './receiver.ts';
import { shelf as newShelf } from './shelf.ts';
import { type Sockets, sockets } from './socket.ts';
import { uploader } from './upload.ts';
import { isOfOurs, type Workspace, whoAreWe } from './workspace.ts';

/** How to reach Slack, and how it reaches us. */
export type SlackConfig = { readonly botToken: string; readonly apiUrl?: string } & (
  | { readonly receive: 'socket'; readonly appToken: string }
  | { readonly receive: 'http'; readonly signingSecret: string }
);

/** What the desk knows of people, by their accounts on Slack. */
export type SlackPeople = {
  isKnown(account: string): boolean;
  /** The language and zone of whoever reads; the company's own for somebody unknown. */
  reader(account: string): FormReader;
  refresh(account: string, profile: Profile): Promise<void>;
  deactivate(account: string): Promise<void>;
};

export type SlackOptions = {
  readonly config: SlackConfig;
  readonly people: SlackPeople;
  /** Files of cards lie here, and that Slack has them is written down here. */
  readonly store: Store;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly wait: Wait;
  /** We are in a channel that we were not in: what could not be posted there can be tried again. */
  readonly onJoined: (channel: string) => void;
  /** Nothing will come from Slack any more; restarting with another token may help. */
  readonly onFatal: (why: string, error?: unknown) => void;
  /** Milliseconds after which Slack is told that an answer takes longer. */
  readonly patience?: number;
  /** Milliseconds after which a delivery is taken for lost. */
  readonly timeout?: number;
};

export type SlackPlatform = Platform & {
  /** To be served where Slack sends its requests; none with Socket Mode. */
  readonly routes: Routes;
};

const PATIENCE = 2_300;
/** What still answers somebody may take so long when we stop. */
const GRACE = 5_000;
const DIRECT = 'im:history';
const FILES = 'files:read';
const CHANNELS = ['channels:history', 'groups:history'];

export function slackPlatform(options: SlackOptions): SlackPlatform {
  const { config, people, log, clock, wait } = options;
  const logger = sdkLogger(log);
  const forAnswers = clientOptions(config.apiUrl, logger, 'answers');
  const answers = webClient(config.botToken, forAnswers);
  const deliveries = webClient(
    config.botToken,
    clientOptions(config.apiUrl, silentLogger, 'deliveries', options.timeout),
  );
  /** Questions about people take their own way, so that neither a click nor a delivery waits behind them. */
  const questions = webClient(config.botToken, clientOptions(config.apiUrl, silentLogger, 'deliveries'));
  const stopping = new AbortController();
  const pacing = { clock, wait, stop: stopping.signal };
  const working = new Set<Promise<void>>();
  let identity: Promise<Workspace> | undefined;
  let take: Take | undefined;
  let connections: Sockets | undefined;

  const background = (work: Promise<void>): void => {
    working.add(work);
    void work.finally(() => working.delete(work));
  };
  /** Asked once; deliveries may need it before we have started. */
  const workspace = (): Promise<Workspace> => {
    identity ??= whoAreWe(answers);
    identity.catch(() => {
      identity = undefined;
    });
    return identity;
  };
  const now = () => new Date(clock()).toISOString();
  // Tier 4: 100 a minute.
  const ofFiles = { client: questions, apiUrl: config.apiUrl, calls: pace({ ...pacing, every: 700, burst: 10 }) };
  const shelf = newShelf({ store: options.store, upload: uploader({ ...ofFiles, ...pacing }), now, log });
  const post: Mail = mail({
    ...{ client: deliveries, shelf, ...pacing },
    async readable(kind) {
      const { scopes } = await workspace();
      return (kind === 'direct' ? [DIRECT] : CHANNELS).some((scope) => scopes.includes(scope));
    },
  });
  const known = directory({
    ...{ client: questions, clock, isKnown: people.isKnown, refresh: people.refresh, deactivate: people.deactivate },
    isOurs: async (user) => isOfOurs(await workspace(), user),
    pace: pace({ ...pacing, every: 700, burst: 20 }),
    pages: pace({ ...pacing, every: 3000, burst: 5 }),
    onFault: log,
  });

  // Tier 2: 20 a minute.
  const lists = pace({ ...pacing, every: 3000, burst: 5 });
  const membership = newMembers({ client: questions, directory: known, lists });

  return {
    name: 'slack',
    membership,
    routes: config.receive === 'http' ? slackRoutes({ ...config, take: () => take, clock }) : {},
    async start(receive) {
      const ours = await accepted(workspace(), botToken);
      const handle = dispatcher({
        ...{ client: answers, receive, reader: readerOn(ours, people), respond, directory: known, log, background },
        workspace: ours,
        ...{ now, shelf },
        patience: options.patience ?? PATIENCE,
        onJoined: options.onJoined,
        onMembers: () => membership.changed(),
        onRemoved: () => options.onFatal('Goodword was removed from the Slack workspace.'),
      });
      const { botId, botUserId } = ours;
      const taking = boltTake({ token: config.botToken, botId, botUserId }, handle, forAnswers, logger);
      if (config.receive === 'socket') {
        connections = sockets({
          ...{ appToken: config.appToken, take: taking, clientOptions: forAnswers, logger, log, wait },
          onFatal: (error) => options.onFatal('The connection to Slack cannot be opened any more.', error),
        });
        await accepted(connections.start(), appToken);
      }
      take = taking;
      background(known.warm());
    },
    ...post,
    fetch: downloads({ ...ofFiles, token: config.botToken }),
    async stop() {
      take = undefined;
      stopping.abort();
      await connections?.stop();
      const late = new Promise((resolve) => setTimeout(resolve, GRACE).unref());
      await Promise.race([Promise.allSettled(working), late]);
    },
  };
}

/** Forms ask for files only where we may read them. Slack, or a gateway before it, may not say what is granted. */
function readerOn({ scopes }: Workspace, { reader }: SlackPeople): SlackPeople['reader'] {
  const withheld = scopes.length > 0 && !scopes.includes(FILES);
  return withheld ? (account) => ({ ...reader(account), noFiles: true }) : reader;
}

/** Says what to do when Slack does not take one of our tokens. */
async function accepted<T>(asked: Promise<T>, wrong: (why: string) => Bilingual): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const why = refusalOf(error);
    throw why === undefined ? error : new CannotStart(wrong(why), error);
  }
}

const botToken = (why: string): Bilingual => ({
  en: `Slack does not accept SLACK_BOT_TOKEN: ${why}. Copy the bot token from “OAuth & Permissions” of the installed app.`,
  zh: `Slack 不接受 SLACK_BOT_TOKEN：${why}。请先安装应用，再从“OAuth & Permissions”复制 bot token。`,
});

const appToken = (why: string): Bilingual => ({
  en: `Slack does not accept SLACK_APP_TOKEN: ${why}. Make an app-level token with “connections:write” under “Basic Information” of the app, and copy it.`,
  zh: `Slack 不接受 SLACK_APP_TOKEN：${why}。请在应用的“Basic Information”中创建带“connections:write”的 app-level token，再复制过来。`,
});
