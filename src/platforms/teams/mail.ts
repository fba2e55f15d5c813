/** Posts and edits what the desk delivers, within Teams' rates, and tells what a failure means. */
import type { Card } from '#src/view/card.ts';
import { type Address, DeliveryFault, type Platform } from '../platform.ts';
import type { Connector, Content, Thread } from './connector.ts';
import type { Drawing } from './content.ts';
import { deliveryFault } from './faults.ts';
import type { Pace } from './pace.ts';
import type { Places } from './places.ts';

/** Teams limits without saying for how long, now and then; milliseconds. */
const REST = 2_000;
/** Pictures are fetched as from a thread of their own. */
const FILES = 'files';

export type MailOptions = {
  readonly connector: Connector;
  readonly places: Places;
  readonly pace: Pace;
  readonly draw: Drawing;
  /** Who may have a view of their own of a card in a channel, by their ids on Teams. */
  readonly viewers: () => readonly string[];
};

export type Mail = Pick<Platform, 'send' | 'update' | 'find' | 'fetch'> & {
  /** Posts what is no card of the desk; throws `DeliveryFault` like `send`. */
  post(to: Address, content: Content): Promise<string>;
};

/** Teams will not give a picture, for a reason of its own: nothing is said of its size. */
function refused(error: unknown): never {
  const isOdd = error instanceof DeliveryFault && error.why === 'rejected';
  throw isOdd ? new DeliveryFault('forbidden', error.message, { cause: error }) : error;
}

export function mail({ connector, places, pace, draw, viewers }: MailOptions): Mail {
  const opening = new Map<string, Promise<Thread>>();

  function threadOf({ kind, id }: Address): Promise<Thread> | Thread {
    const place = places.of(kind, id);
    if (place?.left) throw new DeliveryFault('forbidden', 'Goodword was removed there.', { because: 'outside' });
    if (place) return place;
    const known = places.any();
    if (!known)
      throw new DeliveryFault('forbidden', 'Nobody has written from Teams yet, so its address is unknown.', {
        because: 'unmet',
      });
    if (kind === 'channel') return { serviceUrl: known.serviceUrl, conversation: id };
    const under = opening.get(id) ?? opened(id);
    opening.set(id, under);
    return under;
  }

  /** With somebody who never wrote to us; Teams knows them by their Entra id. */
  async function opened(account: string): Promise<Thread> {
    try {
      const known = places.any();
      if (!known) throw new DeliveryFault('forbidden', 'Teams has not been heard from.');
      const { serviceUrl, bot, tenant } = known;
      const asked = { bot, user: account, tenant };
      const conversation = await called(account, 'harmless', () => connector.open(serviceUrl, asked));
      await places.learn({
        ...{ kind: 'direct', id: account, conversation, serviceUrl, bot },
        ...(tenant !== undefined && { tenant }),
      });
      return { serviceUrl, conversation };
    } finally {
      opening.delete(account);
    }
  }

  async function called<T>(thread: string, again: 'harmless' | 'doubles', call: () => Promise<T>): Promise<T> {
    await pace.turn(thread);
    try {
      return await call();
    } catch (error) {
      const fault = deliveryFault(error, again);
      if (fault instanceof DeliveryFault && fault.why === 'later') pace.rest(thread, fault.retryAfter ?? REST);
      throw fault;
    }
  }

  async function post(to: Address, content: Content): Promise<string> {
    const thread = await threadOf(to);
    const id = await called(thread.conversation, 'doubles', () => connector.post(thread, content));
    return `${thread.conversation}/${id}`;
  }

  const content = ({ kind }: Address, card: Card): Content =>
    kind === 'channel' ? draw.shared(card, viewers()) : draw.posted(card);

  return {
    post,
    send: (to, card) => post(to, content(to, card)),
    async update(to, ref, card) {
      const { serviceUrl } = await threadOf(to);
      const end = ref.lastIndexOf('/');
      const thread = { serviceUrl, conversation: ref.slice(0, end) };
      await called(thread.conversation, 'harmless', () =>
        connector.edit(thread, ref.slice(end + 1), content(to, card)),
      );
      return ref;
    },
    async fetch(ref, most) {
      const known = places.any();
      if (!known) throw new DeliveryFault('gone', 'Teams has not been heard from.');
      const bytes = await called(FILES, 'harmless', () => connector.picture(known.serviceUrl, ref, most)).catch(
        refused,
      );
      if (!bytes) throw new DeliveryFault('rejected', `The picture has more than ${most} bytes.`);
      return bytes;
    },
    // Teams lets a bot look nothing up: at most a message that was in flight repeats.
    find: async () => 'cannot',
  };
}
