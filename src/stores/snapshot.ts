/**
 * A data directory as it was at one moment, taken by another process than the one that writes to it. Files are never
 * written to, only replaced, and that changes the mark of their folder: so folders are looked at again, and what changed
 * is copied again, until a whole round finds nothing new. The moment is the beginning of that round.
 */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { sha256 } from '#src/core/chain.ts';
import { namesIn } from './damage.ts';
import { isAbsent } from './faults.ts';
import { ATTACHMENTS, DAMAGED, isFolder, isPathOfOurs, STREAMS } from './paths.ts';
import { realDisk } from './real-disk.ts';

/** The desk wrote so much meanwhile that no moment was found. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

type Copied = { readonly mark: string; readonly digest: string };
type Folder = { mark: string; readonly files: Map<string, Copied> };

// Two changes within one tick of a file system's clock look like one, so a folder that changed just now is looked at again.
const TICK = 50;
const PATIENCE = 120_000;

/**
 * Gives each file to `copy`, again when it changed meanwhile, and returns the digests of those there were at the moment.
 */
export async function snapshot(
  root: string,
  copy: (path: string, bytes: Buffer) => Promise<void>,
): Promise<Map<string, string>> {
  const folders = new Map<string, Folder>();
  const until = Date.now() + PATIENCE;
  for (let round = 0; await changed(root, folders, copy); round += 1) {
    if (Date.now() > until) throw new TooBusy(`${root} was written to all the time`);
    await after(round < 3 ? TICK : 4 * TICK);
  }
  return new Map([...folders.values()].flatMap(({ files }) => [...files].map(([path, { digest }]) => [path, digest])));
}

async function changed(
  root: string,
  folders: Map<string, Folder>,
  copy: (path: string, bytes: Buffer) => Promise<void>,
): Promise<boolean> {
  let news = false;
  const there = new Set<string>();
  for await (const path of leaves(root)) {
    there.add(path);
    const known = folders.get(path);
    const { mtimeMs, ino } = await stat(join(root, path));
    const mark = `${ino}.${mtimeMs}`;
    if (known?.mark === mark) continue;
    news = true;
    const folder = known ?? { mark: '', files: new Map<string, Copied>() };
    folders.set(path, folder);
    await update(root, path, folder, copy);
    folder.mark = Math.abs(Date.now() - mtimeMs) > TICK ? mark : '';
  }
  for (const path of folders.keys()) if (!there.has(path)) news = folders.delete(path);
  return news;
}

async function update(
  root: string,
  path: string,
  { files }: Folder,
  copy: (path: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const names = (await readdir(join(root, path))).map((name) => `${path}/${name}`).filter(isPathOfOurs);
  for (const gone of new Set(files.keys()).difference(new Set(names))) files.delete(gone);
  for (const name of names) {
    try {
      const mark = await realDisk.mark(join(root, name));
      if (files.get(name)?.mark === mark) continue;
      const bytes = await realDisk.read(join(root, name));
      await copy(name, bytes);
      files.set(name, { mark, digest: sha256(bytes) });
    } catch (error) {
      if (!isAbsent(error)) throw error;
      files.delete(name);
    }
  }
}

/** The folders with files of ours in them. */
async function* leaves(root: string): AsyncIterable<string> {
  const inside = async (path: string) =>
    (await namesIn(realDisk, join(root, path))).filter(isFolder).map((name) => `${path}/${name}`);
  for (const kind of await inside(STREAMS)) yield* await inside(kind);
  yield* await inside(ATTACHMENTS);
  if ((await namesIn(realDisk, root)).includes(DAMAGED)) yield DAMAGED;
}
