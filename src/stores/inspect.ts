/** Looks at every stream of a data directory without its lock and without changing anything, beside a running desk. */
import { join } from 'node:path';
import type { Entry } from '#src/core/event.ts';
import { namesIn } from './damage.ts';
import { isAbsent } from './faults.ts';
import { DAMAGED, placeOf } from './paths.ts';
import { realDisk } from './real-disk.ts';
import { parse, Unreadable } from './stream-file.ts';
import { streamFilesOf } from './walk.ts';

/** A stream as it is on the disk at one moment, or the path of a file that is none and why. */
export type Seen =
  | { readonly stream: string; readonly entries: readonly Entry[] }
  | { readonly path: string; readonly why: string };

/** Every stream in a data directory, each whole, and every file that was or should be set aside. */
export async function* inspect(dir: string): AsyncIterable<Seen> {
  for (const name of await namesIn(realDisk, join(dir, DAMAGED)))
    if (placeOf(name) !== undefined) yield { path: `${DAMAGED}/${name}`, why: 'it was set aside as damaged' };
  for await (const paths of streamFilesOf(realDisk, dir, ''))
    for (const path of paths) {
      const seen = await lookAt(dir, path);
      if (seen) yield seen;
    }
}

/** What the bytes of a file at this path say. */
export function seenIn(path: string, bytes: Buffer): Seen {
  try {
    return parse(bytes.toString(), path);
  } catch (error) {
    if (error instanceof Unreadable) return { path, why: error.message };
    throw error;
  }
}

/** The file at this path; undefined when it is not there any more. */
export async function lookAt(dir: string, path: string): Promise<Seen | undefined> {
  try {
    return seenIn(path, await realDisk.read(join(dir, path)));
  } catch (error) {
    // The desk set it aside in the meantime.
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
