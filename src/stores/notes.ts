/** Notes on streams, so that a restart need not read them: small files, each with those on the streams of one folder. */
import { join } from 'node:path';
import { namesIn } from './damage.ts';
import type { Disk } from './disk.ts';
import type { DurableFiles } from './durable-file.ts';
import { isAbsent, type OnFault } from './faults.ts';
import { formatNotes, type Line, type NotesFile, parseNotes } from './notes-file.ts';
import { folderOf, NOTES, notesPath, streamPath } from './paths.ts';
import { streamFilesIn } from './walk.ts';

type Lines = ReadonlyMap<string, Line>;

export type Notes = {
  /** Takes a note on the stream at this path; it is written when there are many, or at the end. */
  keep(path: string, line: Line): void;
  /** Resolves when no note on this stream is left on the disk or waits to be written. */
  forget(path: string): Promise<void>;
  /**
   * The notes on the streams of a folder: by path, each as good as its mark is; or `whole`, when nothing in the folder
   * has changed since there was a good one on each.
   */
  of(folder: string): Promise<{ readonly whole: readonly Line[] } | { readonly lines: Lines }>;
  /** There is a good note on each of so many streams, all of this folder: worth writing down at the end. */
  complete(folder: string, streams: number): void;
  /** Writes what waits. */
  close(): Promise<void>;
};

/** So many notes wait at most: after a kill their streams, and no others, are read anew. */
const MANY = 2000;

/**
 * From so many streams in a folder on, its own mark may speak for all files in it. In smaller ones each file is looked
 * at: that costs nothing there, and shows also what was written into by hand, which a folder does not tell.
 */
const LARGE = 100;

type Ground = { readonly root: string; readonly disk: Disk; readonly files: DurableFiles };

/** A note that cannot be written is no loss that anybody has to be told of but `onFault`. */
export function streamNotes({ root, disk, files }: Ground, onFault: OnFault): Notes {
  /** By folder and path; `undefined` stands for a note to be removed. */
  let fresh = new Map<string, Map<string, Line | undefined>>();
  let count = 0;
  let writing: Promise<void> = Promise.resolve();

  function changesIn(folder: string): Map<string, Line | undefined> {
    const changes = fresh.get(folder) ?? new Map<string, Line | undefined>();
    fresh.set(folder, changes);
    return changes;
  }

  /** One file after the other, so that people's writes find the disk idle in between. */
  function write(some: typeof fresh): Promise<void> {
    const written = writing.then(async () => {
      for (const [folder, changes] of some) await replace(folder, changes);
    });
    writing = written.catch(() => undefined);
    return written;
  }

  async function replace(folder: string, changes: ReadonlyMap<string, Line | undefined>): Promise<void> {
    const lines = merged((await read(folder)).lines, changes);
    const text = formatNotes({ whole: await wholeMark(folder, lines), lines: [...lines.values()] });
    await files.replace(join(root, notesPath(folder)), Buffer.from(text));
  }

  /** The folder's mark, if it was this one before each file in it was found to be as noted. */
  async function wholeMark(folder: string, lines: Lines): Promise<string | undefined> {
    const mark = lines.size < LARGE ? undefined : await disk.folderMark(join(root, folder));
    if (mark === undefined) return undefined;
    const paths = await streamFilesIn(disk, root, folder);
    if (paths.length !== lines.size) return undefined;
    for (const path of paths) if (lines.get(path)?.[2] !== (await disk.mark(join(root, path)))) return undefined;
    return mark;
  }

  async function read(folder: string): Promise<NotesFile> {
    try {
      return parseNotes((await disk.read(join(root, notesPath(folder)))).toString());
    } catch (error) {
      if (isAbsent(error)) return { whole: undefined, lines: [] };
      throw error;
    }
  }

  function writeAll(): Promise<void> {
    const all = fresh;
    [fresh, count] = [new Map(), 0];
    return write(all).catch((error: unknown) => onFault('the notes on records could not be written', error));
  }

  return {
    keep(path, line) {
      const changes = changesIn(folderOf(path));
      if (!changes.has(path)) count += 1;
      changes.set(path, line);
      if (count >= MANY) void writeAll();
    },
    async forget(path) {
      const folder = folderOf(path);
      fresh.get(folder)?.delete(path);
      await writing;
      const isThere = (await read(folder)).lines.some(([stream]) => streamPath(stream) === path);
      if (isThere) await write(new Map([[folder, new Map([[path, undefined]])]]));
    },
    async of(folder) {
      await writing;
      const { whole, lines } = await read(folder);
      const changes = fresh.get(folder);
      if (!changes && whole !== undefined && whole === (await disk.folderMark(join(root, folder))))
        return { whole: lines };
      return { lines: merged(lines, changes ?? new Map()) };
    },
    complete(folder, streams) {
      if (streams >= LARGE) changesIn(folder);
    },
    async close() {
      await writeAll();
    },
  };
}

function merged(lines: readonly Line[], changes: ReadonlyMap<string, Line | undefined>): Lines {
  const all = new Map(lines.map((line) => [streamPath(line[0]), line]));
  for (const [path, line] of changes) {
    if (line) all.set(path, line);
    else all.delete(path);
  }
  return all;
}

/** The path and name of every stream on which there is a note in a data directory, whether or not the stream is there. */
export async function* notedIn(disk: Disk, root: string): AsyncIterable<readonly [path: string, stream: string]> {
  for (const kind of await namesIn(disk, join(root, NOTES)))
    for (const shard of await namesIn(disk, join(root, NOTES, kind))) {
      const { lines } = parseNotes((await disk.read(join(root, NOTES, kind, shard))).toString());
      for (const [stream] of lines) yield [streamPath(stream), stream];
    }
}
