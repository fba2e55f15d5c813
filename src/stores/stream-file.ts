/** A stream as a file: valid JSON, its name in the first line, then one entry a line. */
import type { Adapter } from 'lowdb';
import type { Entry } from '#src/core/event.ts';
import { streamPath } from './paths.ts';

export type StreamFile = { readonly stream: string; readonly entries: readonly Entry[] };

/** The file is not a stream's, or not this stream's; `message` says why. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** The text of a stream's file. */
function format({ stream, entries }: StreamFile): string {
  const lines = entries.map((entry) => JSON.stringify(entry));
  return `{"stream":${JSON.stringify(stream)},"entries":[\n${lines.join(',\n')}\n]}\n`;
}

/** What a file says; throws `Unreadable` when it is not the whole file of a stream that belongs at `path`. */
export function parse(text: string, path: string): StreamFile {
  const file = parsed(text);
  if (!isStreamFile(file)) throw new Unreadable('it does not have the shape of a stream');
  if (streamPath(file.stream) !== path) throw new Unreadable(`it holds ${file.stream}, which belongs elsewhere`);
  if (!file.entries.every((entry) => entry.stream === file.stream))
    throw new Unreadable(`it holds ${file.stream} with an entry of another stream`);
  return file;
}

/** The stream's name, from the first bytes of a file; undefined when they do not show it as `format` writes it. */
export function nameIn(head: string): string | undefined {
  const quoted = /^\{"stream":("(?:[^"\\\p{Cc}]|\\["\\/bfnrt]|\\u[0-9a-f]{4})*"),/u.exec(head)?.[1];
  const name: unknown = quoted === undefined ? undefined : JSON.parse(quoted);
  return typeof name === 'string' ? name : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No cause: the parser quotes what it could not parse, and that would put what people wrote into the log.
    throw new Unreadable('it is not JSON');
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function isStreamFile(file: unknown): file is StreamFile {
  if (!isObject(file) || !('stream' in file) || !('entries' in file)) return false;
  const { stream, entries } = file;
  return typeof stream === 'string' && Array.isArray(entries) && entries.length > 0 && entries.every(isEntry);
}

// Not a schema: what the store itself relies on. Whether the content was changed is for the chain to say.
function isEntry(entry: unknown): entry is Entry {
  if (!isObject(entry) || !('stream' in entry && 'number' in entry && 'digest' in entry && 'data' in entry))
    return false;
  const { stream, number, digest, data } = entry;
  return typeof stream === 'string' && Number.isSafeInteger(number) && typeof digest === 'string' && isObject(data);
}

/** How lowdb reaches the file of one stream. */
export class StreamAdapter implements Adapter<StreamFile> {
  /** Bytes of the file as it was last read or written. */
  size = 0;
  readonly #path: string;
  readonly #get: () => Promise<Buffer | undefined>;
  readonly #put: (bytes: Buffer) => Promise<void>;

  /** `get` answers undefined when there is no file; `put` resolves when the bytes are durable. */
  constructor(path: string, get: () => Promise<Buffer | undefined>, put: (bytes: Buffer) => Promise<void>) {
    this.#path = path;
    this.#get = get;
    this.#put = put;
  }

  async read(): Promise<StreamFile | null> {
    const bytes = await this.#get();
    if (!bytes) return null;
    this.size = bytes.length;
    return parse(bytes.toString(), this.#path);
  }

  async write(file: StreamFile): Promise<void> {
    const bytes = Buffer.from(format(file));
    await this.#put(bytes);
    this.size = bytes.length;
  }
}
