/** The local console: a chat in the browser of this computer, and a platform like the others. */
import type { Instant } from '#src/core/event.ts';
import { isLoopback } from '#src/server/guard.ts';
import { webServer } from '#src/server/server.ts';
import { DeliveryFault, type Platform, type Receive } from '../platform.ts';
import { feed as newFeed } from './feed.ts';
import { type Message, messages as newMessages } from './messages.ts';
import { anotherDay } from './new-day.ts';
import type { ConsoleOptions } from './options.ts';
import { room as newRoom } from './room.ts';
import { consoleRoutes } from './routes.ts';
import { shelf as newShelf } from './shelf.ts';

/** `url` is where the page is, once started. */
export type ConsolePlatform = Platform & { readonly url: string };

/** How often it is looked at whether a day is over. Milliseconds. */
const LOOK = 60_000;
/** Several records change at once; the tabs hear of it once. Milliseconds. */
const SETTLE = 30;

export function consolePlatform(options: ConsoleOptions): ConsolePlatform {
  const { store, host, port, log, metrics } = options;
  const feed = newFeed();
  const messages = newMessages(store, options.now ?? (() => new Date().toISOString()));
  const room = newRoom(options, messages, publish);
  let receive: Receive | undefined;
  let settling: NodeJS.Timeout | undefined;
  let looking: NodeJS.Timeout | undefined;
  let unfollow = () => {};
  const routes = consoleRoutes({ room, feed, shelf: newShelf(store), receive: () => receive });
  const health = { ready: () => receive !== undefined, ...(metrics && { metrics }) };
  const server = webServer({ host, port, routes, onFault: log, ...health });

  function publish(message: Message): void {
    feed.tell('message', (account) =>
      room.mayRead(account, message.place) ? room.shown(message, account) : undefined,
    );
  }

  /** Later, because other followers of the store may not have been told yet. */
  function changed(): void {
    settling ??= setTimeout(() => {
      settling = undefined;
      feed.tell('changed', () => ({}));
      const guide = room.guide();
      feed.tell('guide', () => guide);
    }, SETTLE);
  }

  /** Also the homes of the tabs, which show dates, too. */
  function newDay(before: Instant): Instant {
    const now = room.now();
    const turned = anotherDay(before, now, messages.all());
    turned.forEach(publish);
    if (turned.length > 0) changed();
    return now;
  }

  return {
    name: 'console',
    get url() {
      return server.url;
    },
    async start(hand) {
      if (!isLoopback(host))
        throw new Error(`The console has no log-in and listens on this computer only, not on ${host}. Unset HOST.`);
      await messages.load();
      unfollow = store.follow((stream) => {
        if (!stream.startsWith('delivery/')) changed();
      });
      receive = hand;
      let looked = room.now();
      looking = setInterval(() => {
        looked = newDay(looked);
      }, LOOK);
      looking.unref();
      await server.start();
    },
    async send(to, card, key) {
      const message = await messages.post(room.place(to), key, card);
      publish(message);
      return message.ref;
    },
    async update(to, ref, card) {
      room.place(to);
      const message = await messages.edit(ref, card);
      publish(message);
      return message.ref;
    },
    find: (to, key) => messages.find(room.place(to), key),
    // Files are sent up before their form is, so none is ever awaited here.
    fetch: async () => {
      throw new DeliveryFault('gone', 'The console keeps no files of its own.');
    },
    async stop() {
      unfollow();
      clearTimeout(settling);
      clearInterval(looking);
      await server.stop();
      receive = undefined;
    },
  };
}
