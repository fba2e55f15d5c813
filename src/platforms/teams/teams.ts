/** Microsoft Teams as a platform: activities come in by HTTP, deliveries go out through the connector. */
import type { TurnContext } from 'botbuilder';
import type { Instant } from '#src/core/event.ts';
import type { Routes } from '#src/server/router.ts';
import type { Store } from '#src/stores/store.ts';
import type { Platform, Profile, Receive } from '../platform.ts';
import type { Incoming } from './activity.ts';
import { adapterOf, type Cloud, type TeamsConfig, tokens } from './adapter.ts';
import { connector } from './connector.ts';
import { drawing, type TeamsReader } from './content.ts';
import { directory, localeOf } from './directory.ts';
import { dispatcher } from './dispatch.ts';
import { FILES_PATH, links } from './links.ts';
import { mail } from './mail.ts';
import { pace, type Wait } from './pace.ts';
import { type Place, places } from './places.ts';
import { presence } from './presence.ts';
import { teamsRoutes } from './routes.ts';
import { toolsFor } from './toolbox.ts';

/** What the desk knows of people, by their accounts on Teams. */
export type TeamsPeople = {
  /** The language, zone and colleagues of whoever reads; the company's own for somebody unknown. */
  reader(account: string | undefined): TeamsReader & { readonly known: boolean };
  refresh(account: string, profile: Profile): Promise<void>;
  /** Whether somebody with this account or e-mail has work here, though they may never have written. */
  awaits(account: string, email: string): boolean;
  /** The accounts of those who work at the desk: a shared card may have a view for each of them. */
  working(): readonly string[];
};

export type TeamsOptions = {
  readonly config: TeamsConfig;
  readonly store: Store;
  readonly people: TeamsPeople;
  readonly log: (what: string, error: unknown) => void;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly wait: Wait;
  /** We can write where we could not. */
  readonly onReached: () => void;
  /** Where Teams reaches us, without a slash at the end; undefined where nobody has said. */
  readonly publicUrl?: string;
  /** Another cloud than the public one. */
  readonly cloud?: Cloud;
  /** How a token for calls to Teams is had, in place of asking Microsoft for it. */
  readonly token?: () => Promise<string | undefined>;
};

/** `routes`: to be served where Teams sends its requests. */
export type TeamsPlatform = Platform & { readonly routes: Routes };

/** What still answers somebody may take so long when we stop; milliseconds. */
const GRACE = 5_000;

export function teamsPlatform(options: TeamsOptions): TeamsPlatform {
  const { config, store, people, log, clock, wait, cloud } = options;
  const now = (): Instant => new Date(clock()).toISOString();
  const stopping = new AbortController();
  const working = new Set<Promise<void>>();
  const calls = connector(options.token ?? tokens(config, cloud));
  const known = places(store, now);
  const viewers = () => people.working().flatMap((account) => known.of('direct', account)?.user ?? []);
  const chatOf = (account: string): Place | undefined => {
    const place = known.of('direct', account);
    return place?.left ? undefined : place;
  };
  const addresses = links({ store, publicUrl: options.publicUrl, now });
  const draw = drawing(addresses.of);
  const paced = pace({ clock, wait, stop: stopping.signal });
  const post = mail({ connector: calls, places: known, viewers, draw, pace: paced });
  let take: ((incoming: Incoming, context: TurnContext) => Promise<void>) | undefined;

  /** A choice of their own goes before what Teams says of somebody; that before the company's language. */
  const readerOf = (incoming: Incoming, account: string | undefined): TeamsReader => {
    const reader = people.reader(account);
    return { ...reader, locale: reader.known ? reader.locale : (localeOf(incoming.locale) ?? reader.locale) };
  };
  const background = (work: Promise<void>): void => {
    working.add(work);
    void work.finally(() => working.delete(work));
  };
  const dispatch = dispatcher({
    ...{ now, accountOf: (incoming) => accountOf(config, incoming), userOf: known.accountOf },
    presence: presence({ places: known, reader: readerOf, onReached: options.onReached, onFault: log }),
    directory: directory({
      ...{ connector: calls, chatOf, clock, tenant: config.anonymous ? undefined : config.tenantId },
      ...{ refresh: people.refresh, awaits: people.awaits, onFault: log },
    }),
  });

  const taking = (receive: Receive) => async (incoming: Incoming, context: TurnContext) => {
    const kit = {
      ...{ receive, readerOf, viewers, draw, connector: calls, post: post.post },
      ...{ background, log, wait, stop: stopping.signal },
    };
    const { tools, flush } = toolsFor(incoming, context, kit);
    const answer = await dispatch(incoming, tools);
    if (answer) await context.sendActivity({ type: 'invokeResponse', value: answer });
    await flush();
  };

  return {
    name: 'teams',
    routes: {
      ...teamsRoutes({ config, adapter: adapterOf(config, log, cloud), take: () => take }),
      [`GET ${FILES_PATH}*`]: addresses.serve,
    },
    async start(receive) {
      await known.load();
      await addresses.start();
      take = taking(receive);
    },
    ...post,
    async stop() {
      take = undefined;
      stopping.abort();
      const late = new Promise((resolve) => setTimeout(resolve, GRACE).unref());
      await Promise.race([Promise.allSettled(working), late]);
    },
  };
}

/** Entra's id of the person, which Teams signs. Never from a card; and nobody else's word where proof is asked for. */
function accountOf({ anonymous }: TeamsConfig, { from }: Incoming): string | undefined {
  return from?.aadObjectId?.toLowerCase() ?? (anonymous ? from?.id : undefined);
}
