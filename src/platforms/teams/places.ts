/** Where people and channels are reached. Teams tells with each activity; kept, because we write first, also after a restart. */
import { seal, sha256 } from '#src/core/chain.ts';
import { DESK, type Entry, type Instant } from '#src/core/event.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import type { Address } from '../platform.ts';
import type { Thread } from './connector.ts';

export type Place = Thread & {
  readonly kind: Address['kind'];
  /** A channel's id, or the account whose direct messages it is. */
  readonly id: string;
  /** Our own id there. */
  readonly bot: string;
  /** Teams' id of the person, by which mentions call them. */
  readonly user?: string;
  readonly tenant?: string;
  /** We were removed: writing there is refused. */
  readonly left?: true;
};

export type Places = {
  /** Reads what was learned before. */
  load(): Promise<void>;
  of(kind: Address['kind'], id: string): Place | undefined;
  /** The account of somebody whom a mention names. */
  accountOf(user: string): string | undefined;
  /** Any place that works: Teams' address and our id are the same for a whole company. */
  any(): Place | undefined;
  /** Remembers a place as it is now. True when nothing could be sent there before. */
  learn(place: Place): Promise<boolean>;
  /** We are there no more. */
  leave(kind: Address['kind'], id: string): Promise<void>;
};

/** Outside the chain, so that a place that moves replaces what was there. */
export const PLACES = 'delivery/teams/';
const streamOf = (kind: string, id: string) => PLACES + sha256(JSON.stringify([kind, id]));

export function places(store: Store, now: () => Instant): Places {
  const known = new Map<string, Place>();
  const accounts = new Map<string, string>();
  const writing = new Map<string, Promise<void>>();
  let latest: Place | undefined;

  function remember(stream: string, place: Place): void {
    known.set(stream, place);
    if (place.user !== undefined) accounts.set(place.user, place.id);
    if (!place.left) latest = place;
  }

  async function write(stream: string): Promise<void> {
    for (;;) {
      const place = known.get(stream);
      if (!place) return;
      const last = (await store.read(stream)).at(-1);
      if (last && JSON.stringify(last.private?.value) === JSON.stringify(place)) return;
      const number = last ? last.number + 1 : 0;
      const event = { type: 'reached', private: { ...place } };
      const meta = { number, at: now(), by: DESK, cause: stream, version: 1, prev: last?.digest ?? '' };
      const entry = seal(stream, event, meta);
      try {
        await (last ? store.compact(stream, number, entry) : store.append(stream, 0, [entry]));
        return;
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
      }
    }
  }

  /** One after the other, so that the newest is what stays. */
  function save(stream: string): Promise<void> {
    const before = writing.get(stream) ?? Promise.resolve();
    const work = before.catch(() => undefined).then(() => write(stream));
    writing.set(stream, work);
    void work.finally(() => writing.get(stream) === work && writing.delete(stream)).catch(() => undefined);
    return work;
  }

  return {
    async load() {
      for await (const stream of store.streams(PLACES)) {
        const place = placeIn((await store.read(stream)).at(-1));
        if (place) remember(stream, place);
      }
    },
    of: (kind, id) => known.get(streamOf(kind, id)),
    accountOf: (user) => accounts.get(user),
    any: () => latest,
    async learn(place) {
      const stream = streamOf(place.kind, place.id);
      const before = known.get(stream);
      const isNew = before === undefined || before.left === true;
      if (before && JSON.stringify(before) === JSON.stringify(place)) return false;
      remember(stream, place);
      await save(stream);
      return isNew;
    },
    async leave(kind, id) {
      const stream = streamOf(kind, id);
      const before = known.get(stream);
      if (!before || before.left) return;
      remember(stream, { ...before, left: true });
      await save(stream);
    },
  };
}

/** What a stream below `PLACES` says, by its last entry. */
export function placeIn(entry: Entry | undefined): Place | undefined {
  // Written by `write` alone, from a place.
  return entry?.private?.value ? (entry.private.value as unknown as Place) : undefined;
}
