/** A data directory as one file: a compressed tar archive that ends with what it must contain. */
import { createReadStream, createWriteStream, linkSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Header, Pack, Parser, ReadEntry } from 'tar';
import { z } from 'zod';
import { sha256 } from '#src/core/chain.ts';
import { realDisk } from './real-disk.ts';

/** The newest bytes of a path count, so that a file that changed while it was copied is simply added again. */
export type Packed = { readonly path: string; readonly bytes: Buffer };

/** The last entry. `gone` are files that went away after they were added. */
const LABEL = 'backup.json';
const label = z.object({
  backup: z.literal(1),
  at: z.string(),
  files: z.int(),
  digest: z.string(),
  gone: z.array(z.string()),
});

/** What an archive holds: the digest of each file by its path. */
export type Contents = ReadonlyMap<string, string>;

/** The archive is not whole, or none of ours. */
class BadArchive extends Error {
  override readonly name = 'BadArchive';
}

/** One digest for all of them. */
export function digestOfAll(contents: Contents): string {
  const lines = [...contents].map(([path, digest]) => `${digest}  ${path}\n`);
  return sha256(lines.sort().join(''));
}

/**
 * Writes an archive that nobody else can read. `fill` adds the files and returns those that must count. The file is
 * there when this resolves, whole and durable, or not at all; one that is there already is left alone (`EEXIST`).
 */
export async function writeArchive(
  file: string,
  at: string,
  fill: (add: (one: Packed) => Promise<void>) => Promise<Contents>,
): Promise<void> {
  const path = resolve(file);
  const temporary = `${path}.${process.pid}.tmp`;
  const pack = new Pack({ gzip: true, portable: true });
  const out = createWriteStream(temporary, { flags: 'wx', mode: 0o600, flush: true });
  const added = new Set<string>();
  async function add({ path, bytes }: Packed): Promise<void> {
    added.add(path);
    const header = new Header({ path, size: bytes.length, mode: 0o600, type: 'File', mtime: new Date(at) });
    header.encode(Buffer.alloc(512));
    const entry = new ReadEntry(header);
    const flows = pack.add(entry);
    entry.end(bytes);
    if (!flows) await new Promise((resume) => pack.once('drain', resume));
  }
  async function all(): Promise<void> {
    const contents = await fill(add);
    const gone = [...added].filter((path) => !contents.has(path));
    const last = { backup: 1, at, files: contents.size, digest: digestOfAll(contents), gone };
    await add({ path: LABEL, bytes: Buffer.from(`${JSON.stringify(last)}\n`) });
    pack.end();
  }
  try {
    await Promise.all([pipeline(pack, out), all().catch((error: unknown) => void pack.emit('error', error))]);
    linkSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  await realDisk.syncFolder(dirname(path));
}

/** Every file of an archive in order, the label last. Throws when it is cut short or damaged. */
export async function* readArchive(file: string): AsyncIterable<Packed> {
  let ready: Packed[] = [];
  let failed: unknown;
  const parser = new Parser({
    strict: true,
    onReadEntry(entry) {
      const parts: Buffer[] = [];
      entry.on('data', (part: Buffer) => parts.push(part));
      entry.on('end', () => ready.push({ path: entry.path, bytes: Buffer.concat(parts) }));
    },
  });
  const over = new Promise<void>((done) => {
    parser.once('end', done);
    parser.on('error', (error: unknown) => {
      failed ??= error;
      done();
    });
  });
  const mustBeSound = () => {
    if (failed !== undefined) throw new BadArchive(`${file} is damaged`, { cause: failed });
  };
  for await (const chunk of createReadStream(file)) {
    if (!parser.write(chunk)) await Promise.race([over, new Promise((resume) => parser.once('drain', resume))]);
    mustBeSound();
    yield* ready;
    ready = [];
  }
  parser.end();
  await over;
  mustBeSound();
  yield* ready;
}

/** What an archive holds, when it is whole; else `BadArchive`. `isOurs` says which paths may be in it at all. */
export async function contentsOf(file: string, isOurs: (path: string) => boolean): Promise<Contents> {
  const contents = new Map<string, string>();
  let last: Packed | undefined;
  for await (const one of readArchive(file)) {
    if (last) contents.set(last.path, sha256(last.bytes));
    if (one.path !== LABEL && !isOurs(one.path))
      throw new BadArchive(`${file} holds ${one.path}, which is none of ours`);
    last = one;
  }
  const said = label.safeParse(last?.path === LABEL ? parsed(last.bytes) : undefined);
  if (!said.success)
    throw new BadArchive(`${file} does not end as a backup ends: it was cut short, or is something else`);
  for (const path of said.data.gone) contents.delete(path);
  if (contents.size !== said.data.files || digestOfAll(contents) !== said.data.digest)
    throw new BadArchive(`${file} does not hold what it says: it was changed`);
  return contents;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}
