/** Single streams of a data directory as they are on the disk, beside a running desk; for a doctor, who changes nothing. */
import type { Entry } from '#src/core/event.ts';
import { lookAt } from './inspect.ts';
import { realDisk } from './real-disk.ts';
import { streamFilesOf } from './walk.ts';

/** Every stream whose name starts with `prefix`. What cannot be read is left out: another check names it. */
export async function* peek(dir: string, prefix: string): AsyncIterable<readonly Entry[]> {
  for await (const paths of streamFilesOf(realDisk, dir, prefix))
    for (const path of paths) {
      const seen = await lookAt(dir, path);
      if (seen && 'stream' in seen && seen.stream.startsWith(prefix)) yield seen.entries;
    }
}
