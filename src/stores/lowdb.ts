/** The embedded store: a directory of small lowdb files, one per stream, each write durable before it is acknowledged. */
import { join, resolve } from 'node:path';
import { attachments } from './attachments.ts';
import { openDamage } from './damage.ts';
import type { Disk } from './disk.ts';
import { durableFiles } from './durable-file.ts';
import { kept, lengthOf, mustCompact, mustContinue, mustStay } from './entries.ts';
import { faulting, type OnFault } from './faults.ts';
import { followers } from './followers.ts';
import { listStreams } from './listing.ts';
import { holdDirectory } from './lock.ts';
import { streamNotes } from './notes.ts';
import { streamPath, WRITING } from './paths.ts';
import { queue } from './queue.ts';
import { realDisk } from './real-disk.ts';
import { recallNotes } from './recall.ts';
import { Conflict, type Store } from './store.ts';
import { streamFiles } from './stream-files.ts';
import { settle } from './walk.ts';

export type LowdbOptions = {
  /** Told of followers that threw and of files set aside; prints to stderr when left out. */
  readonly onFault?: OnFault;
  /** How much of the files' text to keep in memory; 16 MB when left out. */
  readonly cacheBytes?: number;
  /** The disk to use; this machine's when left out. The lock is always this machine's. */
  readonly disk?: Disk;
};

// More than the thread pool has threads, so that it never waits for us; far fewer than files a process may open.
const AT_ONCE = 32;

/**
 * Opens (and makes) a data directory. Throws `DirectoryHeld` while another live process has it, `StoreFault` when the
 * disk refuses. Reads no records, nor their names: it takes no longer when there are many.
 */
export async function openLowdb(dir: string, options: LowdbOptions = {}): Promise<Store> {
  const { onFault = console.error, disk = realDisk, cacheBytes = 16 * 1024 * 1024 } = options;
  const root = resolve(dir);
  const files = durableFiles(disk, root, join(root, WRITING));
  await faulting(root, () => files.folder(root));
  const release = holdDirectory(root);
  try {
    await faulting(root, () => settle(disk, root));
    const damage = await faulting(root, () => openDamage(disk, files, root, onFault));
    return storeOn({ root, disk, files, damage, tasks: queue(AT_ONCE) }, { onFault, cacheBytes, release });
  } catch (error) {
    release();
    throw error;
  }
}

type Ground = Parameters<typeof attachments>[0];
type Rest = { readonly onFault: OnFault; readonly cacheBytes: number; readonly release: () => void };

function storeOn(ground: Ground, { onFault, cacheBytes, release }: Rest): Store {
  const { root, disk, damage, tasks } = ground;
  const records = streamFiles(ground, cacheBytes);
  const { put, get } = attachments(ground);
  const { follow, tell } = followers(onFault);
  const notes = streamNotes(ground, onFault);

  function inTurn<T>(path: string, task: () => Promise<T>): Promise<T> {
    return tasks.run(path, () => faulting(join(root, path), task));
  }

  async function atLength(stream: string, expected: number, path: string) {
    const entries = await records.load(path);
    if (lengthOf(entries) !== expected) throw new Conflict(stream, expected, lengthOf(entries));
    return entries;
  }

  /** For a file whose beginning does not tell its stream: reads it whole, or sets it aside. */
  const named = (path: string) => inTurn(path, async () => (await records.load(path)).at(0)?.stream);

  return {
    async read(stream) {
      const path = streamPath(stream);
      return records.cached(path) ?? inTurn(path, () => records.load(path));
    },
    async append(stream, expectedLength, entries) {
      mustContinue(stream, expectedLength, entries);
      const path = streamPath(stream);
      await inTurn(path, async () => {
        const before = await atLength(stream, expectedLength, path);
        if (entries.length === 0) return;
        const added = kept(entries);
        await records.save(path, { stream, entries: [...before, ...added] });
        tell(stream, added);
      });
    },
    async compact(stream, expectedLength, snapshot) {
      mustCompact(stream, expectedLength, snapshot);
      const path = streamPath(stream);
      await inTurn(path, async () => {
        await atLength(stream, expectedLength, path);
        await records.save(path, { stream, entries: kept([snapshot]) });
      });
    },
    async rewrite(stream, expectedLength, entries) {
      const path = streamPath(stream);
      await inTurn(path, async () => {
        mustStay(await atLength(stream, expectedLength, path), entries);
        await records.save(path, { stream, entries: kept(entries) });
        tell(stream, []);
        // Last, so that no note of what was is taken after it.
        await notes.forget(path);
      });
    },
    put,
    get,
    streams: (prefix) => listStreams(disk, root, prefix, named),
    remember(stream, length, note) {
      const path = streamPath(stream);
      const now = records.lastSeen(path);
      if (now?.length === length) notes.keep(path, [stream, length, now.mark, note]);
    },
    recall: (prefix) => recallNotes(ground, prefix, notes, named),
    follow,
    damaged: damage.list,
    async close() {
      await tasks.close();
      await notes.close();
      release();
    },
  };
}
