/** The names of the streams there are, read from the first bytes of their files, a bounded number at a time. */
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { faulting, isAbsent } from './faults.ts';
import type { Notes } from './notes.ts';
import { streamPath } from './paths.ts';
import { type Recalled, StoreFault } from './store.ts';
import { nameIn } from './stream-file.ts';
import { streamFilesOf } from './walk.ts';

const AT_ONCE = 16;
const HEAD = 512;

/** Asks `load` (which reads the whole file, or sets it aside) when a file's beginning does not tell its stream. */
type Load = (path: string) => Promise<string | undefined>;

/** Every stream whose name starts with `prefix`. One that comes while this runs may or may not be among them. */
export async function* listStreams(disk: Disk, root: string, prefix: string, load: Load): AsyncIterable<string> {
  for await (const paths of streamFilesOf(disk, root, prefix))
    for (let at = 0; at < paths.length; at += AT_ONCE) {
      const names = await Promise.all(paths.slice(at, at + AT_ONCE).map((path) => nameOf(disk, root, path, load)));
      for (const name of names) if (name?.startsWith(prefix)) yield name;
    }
}

/** Every stream whose name starts with `prefix`, and the note on it unless its file has changed since. */
export async function* recallNotes(
  disk: Disk,
  root: string,
  prefix: string,
  notes: Pick<Notes, 'beside'>,
  load: Load,
): AsyncIterable<Recalled> {
  for await (const paths of streamFilesOf(disk, root, prefix)) {
    const [first] = paths;
    if (first === undefined) continue;
    const noted = await notes.beside(first);
    const unknown: string[] = [];
    for (const path of paths) {
      const line = noted.get(path);
      if (!line || line[2] !== (await markOf(disk, join(root, path)))) unknown.push(path);
      else if (line[0].startsWith(prefix)) yield { stream: line[0], noted: { length: line[1], note: line[3] } };
    }
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const names = await Promise.all(unknown.slice(at, at + AT_ONCE).map((path) => nameOf(disk, root, path, load)));
      for (const stream of names) if (stream?.startsWith(prefix)) yield { stream };
    }
  }
}

async function nameOf(disk: Disk, root: string, path: string, load: Load): Promise<string | undefined> {
  const place = join(root, path);
  try {
    const name = nameIn((await disk.head(place, HEAD)).toString());
    return name !== undefined && streamPath(name) === path ? name : await load(path);
  } catch (error) {
    if (isAbsent(error) || (error instanceof StoreFault && error.code === 'damaged')) return undefined;
    return faulting(place, () => Promise.reject(error));
  }
}

const markOf = (disk: Disk, place: string): Promise<string | undefined> => disk.mark(place).catch(() => undefined);
