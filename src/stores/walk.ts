/** Walks the folders of a data directory by names alone, a folder at a time, so that memory does not grow with it. */
import { join } from 'node:path';
import { namesIn } from './damage.ts';
import type { Disk } from './disk.ts';
import { isTemporary } from './durable-file.ts';
import { isFolder, isStreamFile, kindFolder, STREAMS } from './paths.ts';

/** The relative paths of the files that may hold streams whose name starts with `prefix`, in portions. */
export async function* streamFilesOf(disk: Disk, root: string, prefix: string): AsyncIterable<string[]> {
  const kind = kindFolder(prefix);
  const kinds = kind === undefined ? await namesIn(disk, join(root, STREAMS)) : [kind];
  for (const folder of kinds.map((name) => `${STREAMS}/${name}`))
    for (const shard of await namesIn(disk, join(root, folder))) {
      const names = await namesIn(disk, join(root, folder, shard));
      yield names.filter(isStreamFile).map((name) => `${folder}/${shard}/${name}`);
    }
}

/**
 * Settles what a kill left undone: half-written files go, and what was renamed into place but not yet synced is synced,
 * because from now on people are told of it. Nobody else may be writing: call it while holding the lock.
 */
export async function settle(disk: Disk, folder: string): Promise<void> {
  for (const name of await namesIn(disk, folder)) {
    if (isTemporary(name)) await disk.remove(join(folder, name));
    else if (isFolder(name)) await settle(disk, join(folder, name));
  }
  await disk.syncFolder(folder);
}
