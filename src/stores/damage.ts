/** Files that could not be read: moved to `damaged/`, never deleted, and remembered across restarts by their names. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from './disk.ts';
import type { DurableFiles } from './durable-file.ts';
import { isAbsent, type OnFault } from './faults.ts';
import { asideName, DAMAGED, placeOf } from './paths.ts';
import { type Store, StoreFault } from './store.ts';

export type Damage = {
  readonly list: Store['damaged'];
  /** Whether the file of this relative path was set aside, now or before an earlier start. */
  has(path: string): boolean;
  /** Moves a file away and returns the fault to throw. A file that cannot be moved stays, and stays unreadable. */
  setAside(path: string, why: unknown): Promise<StoreFault>;
};

/**
 * What was set aside so far. Whose file is there must not be taken for absent: its number or claim would be given
 * away again. An administrator ends that by putting a good file back in place (works at once), or by taking the file
 * out of `damaged/`, which says that it is gone for good (works at the next start).
 */
export async function openDamage(disk: Disk, files: DurableFiles, root: string, onFault: OnFault): Promise<Damage> {
  const list: { path: string; movedTo: string; why: string }[] = [];
  const places = new Set<string>();
  for (const name of await namesIn(disk, join(root, DAMAGED))) {
    const path = placeOf(name);
    if (path === undefined) continue;
    places.add(path);
    list.push({ path, movedTo: `${DAMAGED}/${name}`, why: 'set aside before this start' });
  }

  async function setAside(path: string, why: unknown): Promise<StoreFault> {
    const movedTo = `${DAMAGED}/${asideName(path, randomBytes(4).toString('hex'))}`;
    const fault = new StoreFault('damaged', join(root, path), why);
    try {
      await files.move(join(root, path), join(root, movedTo));
      list.push({ path, movedTo, why: why instanceof Error ? why.message : String(why) });
      places.add(path);
      onFault(`${path} is damaged and was moved to ${movedTo}`, why);
    } catch (error) {
      onFault(`${path} is damaged and could not be moved to ${movedTo}`, error);
    }
    return fault;
  }

  return { list, has: (path) => places.has(path), setAside };
}

/** The names in a folder; none when there is no such folder. */
export async function namesIn(disk: Disk, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
}
