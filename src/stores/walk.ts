/** Walks the folders of a data directory by names alone, a folder at a time, so that memory does not grow with it. */
import { join } from 'node:path';
import { namesIn } from './damage.ts';
import type { Disk } from './disk.ts';
import { isTemporary } from './durable-file.ts';
import { isAbsent } from './faults.ts';
import { ATTACHMENTS, isFolder, isStreamFile, kindFolder, STREAMS, WRITING } from './paths.ts';

/** The relative paths of the folders in which streams lie whose name starts with `prefix`. */
export async function* streamFolders(disk: Disk, root: string, prefix: string): AsyncIterable<string> {
  const kind = kindFolder(prefix);
  const kinds = kind === undefined ? await namesIn(disk, join(root, STREAMS)) : [kind];
  for (const folder of kinds.map((name) => `${STREAMS}/${name}`))
    for (const shard of await namesIn(disk, join(root, folder))) yield `${folder}/${shard}`;
}

/** The relative paths of the files of streams in a folder. */
export async function streamFilesIn(disk: Disk, root: string, folder: string): Promise<string[]> {
  const names = await namesIn(disk, join(root, folder));
  return names.filter(isStreamFile).map((name) => `${folder}/${name}`);
}

/** The relative paths of the files that may hold streams whose name starts with `prefix`, in portions. */
export async function* streamFilesOf(disk: Disk, root: string, prefix: string): AsyncIterable<string[]> {
  for await (const folder of streamFolders(disk, root, prefix)) yield streamFilesIn(disk, root, folder);
}

/**
 * Settles what a kill left undone: half-written files go, and what was renamed into place but not yet synced is synced,
 * because from now on people are told of it. Nobody else may be writing: call it while holding the lock. Looks at the
 * folders, not at the files in them, so that it takes no longer when there are many.
 */
export async function settle(disk: Disk, root: string): Promise<void> {
  const writing = join(root, WRITING);
  for (const name of await namesIn(disk, writing)) if (isTemporary(name)) await disk.remove(join(writing, name));
  await syncFolders(disk, join(root, STREAMS), 2);
  await syncFolders(disk, join(root, ATTACHMENTS), 1);
  await disk.syncFolder(root);
}

/** Syncs a folder and so many levels of folders in it. */
async function syncFolders(disk: Disk, folder: string, levels: number): Promise<void> {
  if (levels > 0)
    for (const name of (await namesIn(disk, folder)).filter(isFolder))
      await syncFolders(disk, join(folder, name), levels - 1);
  await disk.syncFolder(folder).catch((error: unknown) => {
    if (!isAbsent(error)) throw error;
  });
}
