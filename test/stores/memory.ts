/** A store in memory, for tests and nothing else: same contract, gone with the process. */
import { sha256 } from '#src/core/chain.ts';
import type { Entry, Json } from '#src/core/event.ts';
import { kept, lengthOf, mustCompact, mustContinue, mustStay } from '#src/stores/entries.ts';
import type { OnFault } from '#src/stores/faults.ts';
import { followers } from '#src/stores/followers.ts';
import { Conflict, type Store } from '#src/stores/store.ts';

/** An empty store. */
export function memoryStore(onFault: OnFault = console.error): Store {
  const records = new Map<string, readonly Entry[]>();
  const attachments = new Map<string, Uint8Array>();
  const { follow, tell } = followers(onFault);
  const notes = new Map<string, { length: number; note: Json }>();
  let closed = false;

  function atLength(stream: string, expected: number): readonly Entry[] {
    if (closed) throw new Error('the store was closed');
    const entries = records.get(stream) ?? [];
    if (lengthOf(entries) !== expected) throw new Conflict(stream, expected, lengthOf(entries));
    return entries;
  }

  function set(stream: string, entries: readonly Entry[]): void {
    records.set(stream, entries);
    notes.delete(stream);
  }

  return {
    read: async (stream) => records.get(stream) ?? [],
    async append(stream, expectedLength, entries) {
      mustContinue(stream, expectedLength, entries);
      const before = atLength(stream, expectedLength);
      if (entries.length === 0) return;
      const added = kept(entries);
      set(stream, [...before, ...added]);
      tell(stream, added);
    },
    async compact(stream, expectedLength, snapshot) {
      mustCompact(stream, expectedLength, snapshot);
      atLength(stream, expectedLength);
      set(stream, kept([snapshot]));
    },
    async rewrite(stream, expectedLength, entries) {
      mustStay(atLength(stream, expectedLength), entries);
      set(stream, kept(entries));
      tell(stream, []);
    },
    async put(bytes) {
      const digest = sha256(bytes);
      attachments.set(digest, bytes.slice());
      return digest;
    },
    get: async (digest) => attachments.get(digest)?.slice(),
    async *streams(prefix) {
      for (const stream of records.keys()) if (stream.startsWith(prefix)) yield stream;
    },
    remember(stream, length, note) {
      if (lengthOf(records.get(stream) ?? []) === length) notes.set(stream, { length, note });
    },
    async *recall(prefix) {
      const streams = [...records.keys()].filter((stream) => stream.startsWith(prefix));
      yield streams.map((stream) => {
        const noted = notes.get(stream);
        return { stream, ...(noted && { noted }) };
      });
    },
    follow,
    damaged: [],
    async close() {
      closed = true;
    },
  };
}
