/** The names of the streams there are, read from the first bytes of their files, a bounded number at a time. */
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { faulting, isAbsent } from './faults.ts';
import { streamPath } from './paths.ts';
import { StoreFault } from './store.ts';
import { nameIn } from './stream-file.ts';
import { streamFilesOf } from './walk.ts';

export const AT_ONCE = 16;
const HEAD = 512;

/** Asks `load` (which reads the whole file, or sets it aside) when a file's beginning does not tell its stream. */
export type Load = (path: string) => Promise<string | undefined>;

/** Every stream whose name starts with `prefix`. One that comes while this runs may or may not be among them. */
export async function* listStreams(disk: Disk, root: string, prefix: string, load: Load): AsyncIterable<string> {
  for await (const paths of streamFilesOf(disk, root, prefix))
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const names = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => nameOf(disk, root, path, load)));
      for (const name of names) if (name?.startsWith(prefix)) yield name;
    }
}

/** The name of the stream in a file; undefined for a file that is gone or damaged. */
export async function nameOf(disk: Disk, root: string, path: string, load: Load): Promise<string | undefined> {
  const place = join(root, path);
  try {
    const name = nameIn((await disk.head(place, HEAD)).toString());
    return name !== undefined && streamPath(name) === path ? name : await load(path);
  } catch (error) {
    if (isAbsent(error) || (error instanceof StoreFault && error.code === 'damaged')) return undefined;
    return faulting(place, () => Promise.reject(error));
  }
}
