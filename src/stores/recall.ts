/** What is known of streams without reading them: the notes that are still good, and the names of all others. */
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import { AT_ONCE, type Load, nameOf } from './listing.ts';
import type { Notes } from './notes.ts';
import type { Line } from './notes-file.ts';
import type { Recalled } from './store.ts';
import { streamFilesIn, streamFolders } from './walk.ts';

type Ground = { readonly disk: Disk; readonly root: string };

/** Every stream whose name starts with `prefix`, and the note on it unless its file has changed since. */
export async function* recallNotes(
  ground: Ground,
  prefix: string,
  notes: Notes,
  load: Load,
): AsyncIterable<readonly Recalled[]> {
  const asked = (lines: readonly Line[]) => lines.filter(([stream]) => stream.startsWith(prefix)).map(recalled);
  const { disk, root } = ground;
  for await (const { folder, found } of ahead(streamFolders(disk, root, prefix), (folder) => notes.of(folder))) {
    if ('whole' in found) {
      yield asked(found.whole);
      continue;
    }
    const known: Line[] = [];
    const unknown: string[] = [];
    const paths = await streamFilesIn(disk, root, folder);
    for (const path of paths) {
      const line = found.lines.get(path);
      if (!line || line[2] !== (await markOf(disk, join(root, path)))) unknown.push(path);
      else known.push(line);
    }
    yield asked(known);
    if (unknown.length === 0) notes.complete(folder, paths.length);
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const names = await Promise.all(unknown.slice(at, at + AT_ONCE).map((path) => nameOf(disk, root, path, load)));
      yield names.flatMap((stream) => (stream?.startsWith(prefix) ? [{ stream }] : []));
    }
  }
}

const recalled = ([stream, length, , note]: Line): Recalled => ({ stream, noted: { length, note } });

const markOf = (disk: Disk, place: string): Promise<string | undefined> => disk.mark(place).catch(() => undefined);

/** So many folders are looked into ahead, so that the disk works while what it gave is being read. */
const AHEAD = 4;

async function* ahead<T>(folders: AsyncIterable<string>, look: (folder: string) => Promise<T>) {
  const begun: { readonly folder: string; readonly looking: Promise<T> }[] = [];
  for await (const folder of folders) {
    const looking = look(folder);
    looking.catch(() => undefined);
    const first = begun.push({ folder, looking }) > AHEAD ? begun.shift() : undefined;
    if (first) yield { folder: first.folder, found: await first.looking };
  }
  for (const { folder, looking } of begun) yield { folder, found: await looking };
}
