/** The heads of streams, saved outside the store: against them one sees what was cut or rewritten since. */
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Entry } from '#src/core/event.ts';
import { durableFiles } from './durable-file.ts';
import { lengthOf } from './entries.ts';
import { realDisk } from './real-disk.ts';

const schema = z.object({ stream: z.string(), length: z.int().positive(), digest: z.string() });

/** How long a stream was and the digest of its last entry, which covers all before it. */
export type Head = z.output<typeof schema>;

/** The head of a stream that has entries. */
export function headOf(stream: string, entries: readonly Entry[]): Head {
  return { stream, length: lengthOf(entries), digest: entries.at(-1)?.digest ?? '' };
}

/** How a stream contradicts its saved head, or undefined when it only went on. */
export function contradiction(head: Head, entries: readonly Entry[]): string | undefined {
  if (lengthOf(entries) < head.length) return `was cut: it had ${head.length} entries and has ${lengthOf(entries)}`;
  const then = entries.find(({ number }) => number === head.length - 1);
  return then?.digest === head.digest ? undefined : `was rewritten: entry ${head.length - 1} is not the one it had`;
}

/** Saves heads, one JSON a line; what was in the file stays until all is written. */
export async function saveHeads(file: string, heads: readonly Head[]): Promise<void> {
  const text = heads.map((head) => `${JSON.stringify(head)}\n`).join('');
  const path = resolve(file);
  await durableFiles(realDisk, dirname(path)).replace(path, Buffer.from(text));
}

/** Saved heads by stream. */
export async function readHeads(file: string): Promise<Map<string, Head>> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return new Map(lines.map((line) => schema.parse(JSON.parse(line))).map((head) => [head.stream, head]));
}
