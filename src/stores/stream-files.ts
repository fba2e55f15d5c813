/** The streams of a data directory as lowdb files, with the ones used last kept in memory. */
import { join } from 'node:path';
import { Low } from 'lowdb';
import { LRUCache } from 'lru-cache';
import type { Entry } from '#src/core/event.ts';
import type { Damage } from './damage.ts';
import type { Disk } from './disk.ts';
import { type DurableFiles, Unsettled } from './durable-file.ts';
import { lengthOf } from './entries.ts';
import { isAbsent } from './faults.ts';
import { StoreFault } from './store.ts';
import { StreamAdapter, type StreamFile, Unreadable } from './stream-file.ts';

export type StreamFiles = {
  /** What memory has of a stream: only what is durable. */
  cached(path: string): readonly Entry[] | undefined;
  /** How long a stream was when last read or written, and the mark of that file; undefined when that is long ago. */
  lastSeen(path: string): LastSeen | undefined;
  /** The entries of the stream at a relative path, `[]` for none. Not beside another call for the same path. */
  load(path: string): Promise<readonly Entry[]>;
  /** Replaces the stream's file; durable when it resolves. Not beside another call for the same path. */
  save(path: string, file: StreamFile): Promise<void>;
};

type LastSeen = { readonly length: number; readonly mark: string };

type Ground = { readonly root: string; readonly disk: Disk; readonly files: DurableFiles; readonly damage: Damage };

// Roughly what a stream takes in memory besides its text.
const OVERHEAD = 512;

// Enough for everything that is summarised soon after it was read or written.
const MARKS = 5000;

/** Keeps streams of up to `cacheBytes` bytes of files in memory. */
export function streamFiles({ root, disk, files, damage }: Ground, cacheBytes: number): StreamFiles {
  const cache = new LRUCache<string, { readonly entries: readonly Entry[]; readonly size: number }>({
    maxSize: cacheBytes,
    sizeCalculation: ({ size }) => size,
  });
  const marks = new LRUCache<string, LastSeen>({ max: MARKS });
  // Written, but the disk would not promise to keep it. Nobody may build on it before a restart shows what is there.
  const unsettled = new Map<string, Unsettled>();

  function adapterFor(path: string): StreamAdapter {
    const place = join(root, path);
    return new StreamAdapter(
      path,
      () => readIfThere(disk, place),
      (bytes) => files.replace(place, bytes),
    );
  }

  // That there is no such stream is worth keeping too: nobody else writes here.
  function keep(path: string, entries: readonly Entry[], { size }: StreamAdapter): void {
    cache.set(path, { entries, size: size + OVERHEAD });
  }

  /** Nobody else writes here and the caller has the turn: what is there is what was read or written. */
  async function see(path: string, entries: readonly Entry[]): Promise<void> {
    const mark = await disk.mark(join(root, path)).catch(() => undefined);
    if (mark === undefined) marks.delete(path);
    else marks.set(path, { length: lengthOf(entries), mark });
  }

  async function load(path: string): Promise<readonly Entry[]> {
    const doubt = unsettled.get(path);
    if (doubt) throw new StoreFault('io', join(root, path), doubt);
    const known = cache.get(path);
    if (known) return known.entries;
    const adapter = adapterFor(path);
    const db = new Low<StreamFile>(adapter, { stream: '', entries: [] });
    try {
      await db.read();
    } catch (error) {
      throw error instanceof Unreadable ? await damage.setAside(path, error) : error;
    }
    const { entries } = db.data;
    if (entries.length === 0 && damage.has(path)) throw new StoreFault('damaged', join(root, path));
    if (entries.length > 0) await see(path, entries);
    keep(path, entries, adapter);
    return entries;
  }

  async function save(path: string, file: StreamFile): Promise<void> {
    const adapter = adapterFor(path);
    try {
      await new Low<StreamFile>(adapter, file).write();
    } catch (error) {
      if (!(error instanceof Unsettled)) throw error;
      unsettled.set(path, error);
      cache.delete(path);
      marks.delete(path);
      throw new StoreFault('io', join(root, path), error);
    }
    await see(path, file.entries);
    keep(path, file.entries, adapter);
  }

  return { cached: (path) => cache.get(path)?.entries, lastSeen: (path) => marks.get(path), load, save };
}

async function readIfThere(disk: Disk, path: string): Promise<Buffer | undefined> {
  try {
    return await disk.read(path);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
