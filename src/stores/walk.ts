/** Walks the folders of a data directory by names alone, a folder at a time, so that memory does not grow with it. */
import { join } from 'node:path';
import { namesIn } from './damage.ts';
import type { Disk } from './disk.ts';
import { isTemporary } from './durable-file.ts';
import { ATTACHMENTS, isStreamFile, kindFolder, STREAMS } from './paths.ts';

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

/** Removes what a kill left half written. Nobody else may be writing: call it while holding the lock. */
export async function sweep(disk: Disk, root: string): Promise<void> {
  for await (const folder of foldersOf(disk, root))
    for (const name of await namesIn(disk, join(root, folder)))
      if (isTemporary(name)) await disk.remove(join(root, folder, name));
}

async function* foldersOf(disk: Disk, root: string): AsyncIterable<string> {
  for (const shard of await namesIn(disk, join(root, ATTACHMENTS))) yield `${ATTACHMENTS}/${shard}`;
  for (const kind of await namesIn(disk, join(root, STREAMS)))
    for (const shard of await namesIn(disk, join(root, STREAMS, kind))) yield `${STREAMS}/${kind}/${shard}`;
}
