/** Writes a file so that it survives a power cut: data synced, renamed into place, folder synced (and its parents). */
import { randomUUID } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import type { Disk } from './disk.ts';
import { isAbsent } from './faults.ts';

/** The new content is in place but the disk would not promise to keep it: what a restart finds is unknown. */
export class Unsettled extends Error {
  override readonly name = 'Unsettled';
}

const TEMPORARY = /\.[0-9a-f-]{36}\.tmp$/;

/** Whether a name is that of a file which a kill left half written. */
export const isTemporary = (name: string): boolean => TEMPORARY.test(name);

export type DurableFiles = {
  /** Resolves when `path` has the new content and a power cut cannot take it back. If it throws anything but
   *  `Unsettled`, the old content is untouched. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
  /** Moves a file so that a power cut cannot lose it. */
  move(from: string, to: string): Promise<void>;
  /** Makes sure that a folder exists and outlives a power cut. Costs nothing after the first time. */
  folder(path: string): Promise<void>;
};

/**
 * Durable writing below `root`. Half-written files lie in `scratch`, so that after a kill one folder shows them all and
 * nobody has to look through the others; beside their targets when it is left out.
 */
export function durableFiles(disk: Disk, root: string, scratch?: string): DurableFiles {
  const ready = new Map<string, Promise<void>>();

  function folder(path: string): Promise<void> {
    const known = ready.get(path);
    if (known !== undefined) return known;
    const making = make(path).catch((error: unknown) => {
      ready.delete(path);
      throw error;
    });
    ready.set(path, making);
    return making;
  }

  async function make(path: string): Promise<void> {
    const inside = path !== root && !relative(root, path).startsWith('..');
    if (inside) await folder(dirname(path));
    const made = await disk.makeFolder(path).catch(async (error: unknown) => {
      if (inside || !isAbsent(error) || dirname(path) === path) throw error;
      await folder(dirname(path));
      return disk.makeFolder(path);
    });
    // A folder found below the root may be one whose maker was killed before it could sync.
    if (made || inside) await disk.syncFolder(dirname(path));
  }

  async function replace(path: string, bytes: Uint8Array): Promise<void> {
    await folder(dirname(path));
    if (scratch !== undefined) await folder(scratch);
    const temporary = `${scratch === undefined ? path : join(scratch, 'new')}.${randomUUID()}.tmp`;
    try {
      await writeSynced(disk, temporary, bytes);
      await disk.rename(temporary, path);
    } catch (error) {
      // The failure that matters is the first one; what cannot be removed now is swept at the next start.
      await disk.remove(temporary).catch(() => undefined);
      throw error;
    }
    await disk.syncFolder(dirname(path)).catch((cause: unknown) => {
      throw new Unsettled(`could not sync the folder of ${path}`, { cause });
    });
  }

  async function move(from: string, to: string): Promise<void> {
    await folder(dirname(to));
    await disk.rename(from, to);
    await disk.syncFolder(dirname(to));
    await disk.syncFolder(dirname(from));
  }

  return { replace, move, folder };
}

async function writeSynced(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.create(path);
  try {
    await file.write(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
