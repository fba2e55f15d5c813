/** One data directory, one process. The lock is the kernel's, so it ends with its holder however that one ends. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreFault } from './store.ts';

/** Another live process has this data directory open. */
export class DirectoryHeld extends Error {
  override readonly name = 'DirectoryHeld';
  readonly dir: string;
  /** The holder by its own note; in the instant before it wrote one, undefined or a killed predecessor. */
  readonly pid: number | undefined;
  constructor(dir: string, pid: number | undefined) {
    super(`${dir} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}: stop that one first`);
    this.dir = dir;
    this.pid = pid;
  }
}

const [BUSY, READONLY, CANTOPEN] = [5, 8, 14];

/**
 * Holds a directory until the returned function is called or this process dies, else throws `DirectoryHeld`.
 *
 * Node has no flock. SQLite has the same thing on every system: a transaction that is begun exclusively and never
 * written. A note of our own with a pid in it could be stale, and the pid could meanwhile be somebody else's.
 * The lock file must not be opened by other means in this process: closing it would end the lock (POSIX).
 */
export function holdDirectory(dir: string): () => void {
  const note = join(dir, 'holder');
  const lock = lockOf(dir, note);
  try {
    writeFileSync(note, `${process.pid}\n`);
  } catch {
    // The note is a courtesy to whoever is refused: a full disk must not keep the desk from starting and reading.
  }
  return () => {
    if (!lock.isOpen) return;
    rmSync(note, { force: true });
    lock.close();
  };
}

function lockOf(dir: string, note: string): DatabaseSync {
  const path = join(dir, 'lock');
  const lock = new DatabaseSync(path, { open: false, timeout: 0 });
  try {
    lock.open();
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    if (lock.isOpen) lock.close();
    const code = error instanceof Error && 'errcode' in error ? error.errcode : undefined;
    if (code === BUSY) throw new DirectoryHeld(dir, holderIn(note));
    throw new StoreFault(code === READONLY || code === CANTOPEN ? 'readonly' : 'io', path, error);
  }
}

function holderIn(note: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(note, 'utf8'), 10);
    return Number.isNaN(pid) ? undefined : pid;
  } catch {
    return undefined;
  }
}
