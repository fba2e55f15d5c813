/** Notes on streams, so that a restart need not read them: small files, each with those on the streams of one folder. */
import { join } from 'node:path';
import type { Json } from '#src/core/event.ts';
import { namesIn } from './damage.ts';
import type { Disk } from './disk.ts';
import type { DurableFiles } from './durable-file.ts';
import { isAbsent, type OnFault } from './faults.ts';
import { NOTES, notesPath, streamPath } from './paths.ts';

/** `mark` is that of the stream's file when it had this length: with another one the note is worth nothing. */
type Line = readonly [stream: string, length: number, mark: string, note: Json];
type Lines = ReadonlyMap<string, Line>;

export type Notes = {
  /** Takes a note on the stream at this path; it is written when there are many, or at the end. */
  keep(path: string, line: Line): void;
  /** Resolves when no note on this stream is left on the disk or waits to be written. */
  forget(path: string): Promise<void>;
  /** The notes on this stream and on those in the same folder, by path, as good as they were when taken. */
  beside(path: string): Promise<Lines>;
  /** Writes what waits. */
  close(): Promise<void>;
};

/** So many notes wait at most: after a kill their streams, and no others, are read anew. */
const MANY = 2000;

type Ground = { readonly root: string; readonly disk: Disk; readonly files: DurableFiles };

/** A note that cannot be written is no loss that anybody has to be told of but `onFault`. */
export function streamNotes({ root, disk, files }: Ground, onFault: OnFault): Notes {
  /** By file and path; `undefined` stands for a note to be removed. */
  let fresh = new Map<string, Map<string, Line | undefined>>();
  let count = 0;
  let writing: Promise<void> = Promise.resolve();

  function change(path: string, line: Line | undefined): void {
    const file = notesPath(path);
    const changes = fresh.get(file) ?? new Map<string, Line | undefined>();
    if (!changes.has(path)) count += 1;
    fresh.set(file, changes.set(path, line));
  }

  /** One file after the other, so that people's writes find the disk idle in between. */
  function write(some: typeof fresh): Promise<void> {
    const written = writing.then(async () => {
      for (const [file, changes] of some) await replace(file, changes);
    });
    writing = written.catch(() => undefined);
    return written;
  }

  async function replace(file: string, changes: ReadonlyMap<string, Line | undefined>): Promise<void> {
    const lines = new Map<string, Line | undefined>([...(await read(file)), ...changes]);
    const text = [...lines.values()].flatMap((line) => (line ? `${JSON.stringify(line)}\n` : []));
    await files.replace(join(root, file), Buffer.from(text.join('')));
  }

  async function read(file: string): Promise<Lines> {
    const text = await disk.read(join(root, file)).catch((error: unknown) => {
      if (isAbsent(error)) return '';
      throw error;
    });
    const lines = new Map<string, Line>();
    for (const one of text.toString().split('\n')) {
      const line = parsed(one);
      if (line) lines.set(streamPath(line[0]), line);
    }
    return lines;
  }

  function writeAll(): Promise<void> {
    const all = fresh;
    [fresh, count] = [new Map(), 0];
    return write(all).catch((error: unknown) => onFault('the notes on records could not be written', error));
  }

  return {
    keep(path, line) {
      change(path, line);
      if (count >= MANY) void writeAll();
    },
    async forget(path) {
      const file = notesPath(path);
      fresh.get(file)?.delete(path);
      await writing;
      if ((await read(file)).has(path)) await write(new Map([[file, new Map([[path, undefined]])]]));
    },
    async beside(path) {
      await writing;
      const file = notesPath(path);
      const written = await read(file);
      const changes = fresh.get(file);
      if (!changes) return written;
      const lines = new Map<string, Line | undefined>([...written, ...changes]);
      return new Map([...lines].flatMap(([at, line]) => (line ? [[at, line] as const] : [])));
    },
    async close() {
      await writeAll();
    },
  };
}

/** The path and name of every stream on which there is a note in a data directory, whether or not the stream is there. */
export async function* notedIn(disk: Disk, root: string): AsyncIterable<readonly [path: string, stream: string]> {
  for (const kind of await namesIn(disk, join(root, NOTES)))
    for (const shard of await namesIn(disk, join(root, NOTES, kind))) {
      const text = await disk.read(join(root, NOTES, kind, shard));
      for (const line of text.toString().split('\n').map(parsed)) if (line) yield [streamPath(line[0]), line[0]];
    }
}

function parsed(text: string): Line | undefined {
  if (text === '') return undefined;
  try {
    const line: unknown = JSON.parse(text);
    return isLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isLine(line: unknown): line is Line {
  if (!Array.isArray(line) || line.length !== 4) return false;
  const [stream, length, mark] = line;
  return typeof stream === 'string' && Number.isSafeInteger(length) && typeof mark === 'string';
}
