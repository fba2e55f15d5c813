/** The console's messages, kept in the store so that a restart shows them again: one stream each, its latest version alone. */
import { seal, sha256 } from '#src/core/chain.ts';
import { DESK, type Entry, type Instant, type Json } from '#src/core/event.ts';
import { Conflict, type Store, StoreFault } from '#src/stores/store.ts';
import type { Card } from '#src/view/card.ts';
import { DeliveryFault } from '../platform.ts';
import type { Place } from './protocol.ts';

export type Message = {
  readonly ref: string;
  readonly key: string;
  readonly place: Place;
  /** When it was first posted; edits keep it. */
  readonly at: Instant;
  /** Grows with every first post, and edits keep it: the order of those of one instant. 0 where none was kept. */
  readonly order: number;
  readonly version: number;
  readonly card: Card;
};

export type Messages = {
  /** Reads what was there before, once; posts and edits wait for it. */
  load(): Promise<void>;
  post(place: Place, key: string, card: Card): Promise<Message>;
  edit(ref: string, card: Card): Promise<Message>;
  find(place: Place, key: string): Promise<string | undefined>;
  get(ref: string): Message | undefined;
  /** All that are shown anywhere. */
  all(): Iterable<Message>;
  /** The newest of a place, oldest first. */
  of(place: Place): readonly Message[];
};

/** Outside the chain, so that an edit may replace what was there. */
const PREFIX = 'delivery/console/';
/** So many are shown of a place; older ones stay in the store. */
const SHOWN = 200;

export function messages(store: Store, now: () => Instant): Messages {
  const places = new Map<string, Message[]>();
  let posted = 0;
  let loaded: Promise<void> | undefined;

  function remember(message: Message): Message {
    const id = placeId(message.place);
    const known = (places.get(id) ?? []).filter(({ ref }) => ref !== message.ref);
    known.push(message);
    known.sort(inOrder);
    places.set(id, known.slice(-SHOWN));
    return message;
  }

  async function read(): Promise<void> {
    for await (const stream of store.streams(PREFIX)) {
      const message = fromEntries(await store.read(stream));
      if (!message) continue;
      posted = Math.max(posted, message.order);
      remember(message);
    }
  }

  /** A reading that failed is begun anew by whoever needs it next. */
  function load(): Promise<void> {
    loaded ??= read().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  }

  const get = (ref: string) => [...places.values()].flat().find((message) => message.ref === ref);

  return {
    load,
    post: (place, key, card) =>
      delivering(async () => {
        await load();
        const ref = refOf(place, key);
        const known = fromEntries(await store.read(ref));
        if (known) return known;
        posted += 1;
        const message = { ref, key, place, at: now(), order: posted, version: 0, card };
        await store.append(ref, 0, [toEntry(message, 0, now(), '')]);
        return remember(message);
      }),
    edit: (ref, card) =>
      delivering(async () => {
        await load();
        const entries = await store.read(ref);
        const last = entries.at(-1);
        const known = fromEntries(entries);
        if (!last || !known) throw new DeliveryFault('gone', `There is no message ${ref}.`);
        const number = last.number + 1;
        const message = { ...known, version: number, card };
        await store.compact(ref, number, toEntry(message, number, now(), last.digest));
        return remember(message);
      }),
    find: (place, key) =>
      delivering(async () => {
        const ref = refOf(place, key);
        return (await store.read(ref)).length > 0 ? ref : undefined;
      }),
    get,
    all: () => [...places.values()].flat(),
    of: (place) => places.get(placeId(place)) ?? [],
  };
}

/** By time as the page has it, and what was posted in one instant as it was posted. */
const inOrder = (a: Message, b: Message): number =>
  a.at === b.at ? a.order - b.order || (a.ref < b.ref ? -1 : 1) : a.at < b.at ? -1 : 1;

const placeId = ({ kind, id }: Place) => `${kind}/${id}`;
const refOf = (place: Place, key: string) => PREFIX + sha256(JSON.stringify([place.kind, place.id, key]));

/** Another try came in between: look again. The disk refuses: the delivery is still owed. */
async function delivering<T>(attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof StoreFault) throw new DeliveryFault('later', error.message, { cause: error });
      if (!(error instanceof Conflict)) throw error;
    }
  }
}

function toEntry(
  { ref, key, place, at: posted, order, card }: Message,
  number: number,
  at: Instant,
  prev: string,
): Entry {
  // A card is plain JSON by its type; what people typed stands in it, hence the private part.
  const value = JSON.parse(JSON.stringify(card)) as Json;
  const event = { type: 'shown', key, kind: place.kind, id: place.id, posted, order, private: value };
  return seal(ref, event, { number, at, by: DESK, cause: key, version: 1, prev });
}

function fromEntries(entries: readonly Entry[]): Message | undefined {
  const last = entries.at(-1);
  if (!last?.private?.value) return undefined;
  const { key, kind, id, posted, order } = last.data;
  return {
    ref: last.stream,
    key: String(key),
    place: { kind: kind === 'channel' ? 'channel' : 'direct', id: String(id) },
    at: String(posted),
    order: Number(order ?? 0),
    version: last.number,
    card: last.private.value as unknown as Card,
  };
}
