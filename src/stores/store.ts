/** What a store promises. Every implementation passes the same contract suite (test/stores/contract.ts). */
import type { Entry, Json } from '#src/core/event.ts';

/** The stream was not as long as the writer believed: read again, decide again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly stream: string;
  readonly expected: number;
  readonly actual: number;
  constructor(stream: string, expected: number, actual: number) {
    super(`${stream} has ${actual} entries, not ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/**
 * The store could not write or read. Nothing was half done: the stream is as it was. The one exception is a disk that
 * took a write and then would not promise to keep it (`io`): that stream answers `io` until a restart shows which.
 * `damaged` stays until an administrator acts, because an empty answer would let a number or a claim be taken again.
 */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly code: 'full' | 'readonly' | 'damaged' | 'io';
  readonly path: string;
  constructor(code: StoreFault['code'], path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause });
    this.code = code;
    this.path = path;
  }
}

/** Told that nothing was appended, it is told that the stream was rewritten: what it knew of it may be erased by now. */
export type Follower = (stream: string, appended: readonly Entry[]) => void;

/** A stream and, unless it has changed since, what was last remembered of it. */
export type Recalled = { readonly stream: string; readonly noted?: { readonly length: number; readonly note: Json } };

export type Store = {
  /** The entries of a stream in order; `[]` for one that does not exist. A compacted stream starts at its snapshot. */
  read(stream: string): Promise<readonly Entry[]>;
  /**
   * Appends when the stream has exactly `expectedLength` entries (the last one's number + 1), else throws `Conflict`.
   * Resolves only when the entries survive a power cut and every follower in this process has been told; what a
   * follower throws is logged and changes nothing. Entries of another stream or number are a `RangeError`.
   */
  append(stream: string, expectedLength: number, entries: readonly Entry[]): Promise<void>;
  /**
   * Replaces a stream by one snapshot entry whose number is `expectedLength`, else throws `Conflict`. Only for streams
   * outside the chain (`RangeError`). Followers are not told: a snapshot says nothing that they have not heard.
   */
  compact(stream: string, expectedLength: number, snapshot: Entry): Promise<void>;
  /**
   * Replaces entries by themselves erased (`erase` in core/chain.ts), so that every digest stays as it is; anything else
   * is a `RangeError`, another length a `Conflict`. When it resolves, the store has no other copy of what was erased,
   * also not in a note, and every follower has been told to forget it. Backups are not the store's.
   */
  rewrite(stream: string, expectedLength: number, entries: readonly Entry[]): Promise<void>;
  /** Keeps bytes under their SHA-256 (hex); the same bytes twice are kept once. Durable when it resolves. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes kept under a digest, checked against it, or undefined. */
  get(digest: string): Promise<Uint8Array | undefined>;
  /**
   * Every stream there is whose name starts with `prefix`, in no particular order; one that begins meanwhile may be
   * missing. A prefix with a `/` spares the store from looking at other kinds of streams.
   */
  streams(prefix: string): AsyncIterable<string>;
  /**
   * Keeps a note on a stream that has this length, in place of an earlier one, so that a restart need not read it. Only a
   * hint: it is written some time later, may be lost, and is not kept when the stream is longer or was not just in use.
   */
  remember(stream: string, length: number, note: Json): void;
  /**
   * Like `streams`, with the notes, in portions. A note on a stream that was written to since, by whomever, is never among
   * them.
   */
  recall(prefix: string): AsyncIterable<readonly Recalled[]>;
  /** Calls back on each append, in order within a stream, once it is durable and before it resolves. Returns how to stop. */
  follow(follower: Follower): () => void;
  /** What was found damaged and set aside at opening or reading: the original stream or path, and where it went. */
  readonly damaged: readonly { readonly path: string; readonly movedTo: string; readonly why: string }[];
  /** Waits for writes under way, then lets go of what it holds. */
  close(): Promise<void>;
};
