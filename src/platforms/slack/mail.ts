/** Posts, edits and finds messages through a client of its own, so that no limit on them delays an answer to a click. */
import type { WebClient } from '@slack/web-api';
import { attached, type Card } from '#src/view/card.ts';
import { type Address, DeliveryFault, type Platform } from '../platform.ts';
import { called } from './called.ts';
import { message } from './card.ts';
import { deliveryFault, refusalOf } from './faults.ts';
import { type Pace, type PaceOptions, pace } from './pace.ts';
import type { Files } from './rich.ts';
import type { Shelf } from './shelf.ts';

const EVENT_TYPE = 'goodword';

/** postMessage: about one a second in a channel. Tier 3 methods: 50 a minute in a workspace. */
const POSTS = { every: 1000, burst: 1 };
const TIER_3 = { every: 1200, burst: 10 };
/** A page of history, and how many are looked through for a delivery that may have arrived. */
const PAGE = 200;
const PAGES = 5;

/** For so long Slack looks at a new picture before it shows it, milliseconds; and how often we wait for that. */
const LOOKING = 2_000;
const MOST_REFUSALS = 4;

export type MailOptions = Pick<PaceOptions, 'clock' | 'wait' | 'stop'> & {
  readonly client: WebClient;
  readonly shelf: Shelf;
  /** Whether messages of such a place may be read again. */
  readonly readable: (kind: Address['kind']) => Promise<boolean>;
};

export type Mail = Pick<Platform, 'send' | 'update' | 'find'>;

export function mail({ client, shelf, readable, ...timing }: MailOptions): Mail {
  const posts = pace({ ...timing, ...POSTS });
  const calls = pace({ ...timing, ...TIER_3 });
  const directs = new Map<string, Promise<string>>();
  /** How often Slack refused cards with these pictures in a channel, until it takes one. */
  const refusals = new Map<string, number>();

  /** The channel of an address: of a person, the direct messages with them. */
  async function channelOf({ kind, id }: Address): Promise<string> {
    if (kind === 'channel') return id;
    const known = directs.get(id) ?? opened(id);
    directs.set(id, known);
    known.catch(() => directs.delete(id));
    return known;
  }

  /** Harmless to ask twice, so nothing is unknown about it. */
  const opened = (user: string) =>
    called(calls, 'conversations.open', 'harmless', async () => {
      const { channel } = await client.conversations.open({ users: user });
      if (!channel?.id) throw new DeliveryFault('later', 'Slack opened no direct messages.');
      return channel.id;
    });

  async function mayRead({ kind }: Address): Promise<boolean> {
    try {
      return await readable(kind);
    } catch (error) {
      throw deliveryFault(error, 'harmless');
    }
  }

  /**
   * Slack refuses a card while it still looks at a picture that has just gone up, and when it has lost one. So it is
   * tried again some times, once with the picture sent anew; then the card goes out with words in its place.
   */
  async function illustrated<T>(card: Card, channel: string, call: (files?: Files) => Promise<T>): Promise<T> {
    const shown = attached(card);
    if (shown.length === 0) return call();
    const key = [channel, ...shown.map(({ digest }) => digest)].join(' ');
    const refused = refusals.get(key) ?? 0;
    if (refused > MOST_REFUSALS) return call();
    try {
      const done = await call(await shelf.bring(card, channel));
      refusals.delete(key);
      return done;
    } catch (error) {
      if (!(error instanceof DeliveryFault) || error.why !== 'rejected') throw error;
      refusals.set(key, refused + 1);
      if (refused === MOST_REFUSALS / 2) shelf.forget(card, channel);
      throw new DeliveryFault('later', error.message, { cause: error, retryAfter: LOOKING });
    }
  }

  return {
    async send(to, card, key) {
      const channel = await channelOf(to);
      const metadata = { event_type: EVENT_TYPE, event_payload: { key } };
      const more = { metadata, unfurl_links: false, unfurl_media: false };
      const sent = await illustrated(card, channel, (files) =>
        called(posts, channel, 'doubles', () => client.chat.postMessage({ channel, ...message(card, files), ...more })),
      );
      if (!sent.ts) throw new DeliveryFault('unknown', 'Slack did not say where the message is.');
      return `${sent.channel ?? channel}/${sent.ts}`;
    },
    async update(_to, ref, card) {
      const [channel = '', ts = ''] = ref.split('/');
      await illustrated(card, channel, (files) =>
        called(calls, 'chat.update', 'harmless', () => client.chat.update({ channel, ts, ...message(card, files) })),
      );
      return ref;
    },
    async find(to, key) {
      if (!(await mayRead(to))) return 'cannot';
      const channel = await channelOf(to);
      return lookedUp(client, calls, channel, key);
    },
  };
}

async function lookedUp(
  client: WebClient,
  calls: Pace,
  channel: string,
  key: string,
): Promise<string | undefined | 'cannot'> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const asked = { channel, limit: PAGE, include_all_metadata: true, ...(cursor && { cursor }) };
    try {
      const { messages = [], response_metadata: next } = await called(calls, 'conversations.history', 'harmless', () =>
        client.conversations.history(asked),
      );
      const found = messages.find(({ metadata }) => isOurs(metadata, key));
      if (found?.ts) return `${channel}/${found.ts}`;
      cursor = next?.next_cursor;
    } catch (error) {
      const cause = error instanceof DeliveryFault ? refusalOf(error.cause) : undefined;
      if (cause === 'missing_scope' || cause === 'not_in_channel') return 'cannot';
      throw error;
    }
    if (!cursor) return undefined;
  }
  return undefined;
}

const isOurs = (
  metadata: { event_type?: string; event_payload?: { [key: string]: unknown } } | undefined,
  key: string,
): boolean => metadata?.event_type === EVENT_TYPE && metadata.event_payload?.['key'] === key;
