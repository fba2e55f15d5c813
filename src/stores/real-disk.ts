/** This machine's disk. */
import {
  closeSync,
  fdatasync,
  fstatSync,
  fsync,
  mkdirSync,
  openSync,
  read,
  renameSync,
  statSync,
  unlinkSync,
  write,
  writeSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Disk } from './disk.ts';
import { errnoOf } from './faults.ts';

// What people wrote is nobody else's on this machine.
const OWNER_ONLY = 0o600;
const OWNER_ONLY_FOLDER = { mode: 0o700 };

// Longer than a tick of any file system's clock (FAT: two seconds). Milliseconds.
const TICK = 2500;

const readAsync = promisify(read);
const writeAsync = promisify(write);
const syncData = promisify(fdatasync);
const syncAll = promisify(fsync);

/**
 * The disk of this machine. Only what waits for the device goes to the thread pool: syncing, reading, large writes.
 * Opening, closing and renaming work on the kernel's memory in less time than the way to the pool and back takes; with
 * them inline, half as many durable updates again fit into a second.
 */
export const realDisk: Disk = {
  async create(path) {
    const file = openSync(path, 'wx', OWNER_ONLY);
    return {
      write: (bytes) => writeAll(file, bytes),
      sync: () => syncData(file),
      close: async () => closeSync(file),
    };
  },
  read: (path) => reading(path, (file) => fstatSync(file).size),
  head: (path, size) => reading(path, () => size),
  async mark(path) {
    const { ino, size, ctimeNs } = statSync(path, { bigint: true });
    return `${ino}.${size}.${ctimeNs}`;
  },
  async folderMark(folder) {
    const { ino, ctimeNs, ctimeMs } = statSync(folder, { bigint: true });
    return Math.abs(Date.now() - Number(ctimeMs)) < TICK ? undefined : `${ino}.${ctimeNs}`;
  },
  list: (folder) => readdir(folder),
  async makeFolder(path) {
    try {
      mkdirSync(path, OWNER_ONLY_FOLDER);
      return true;
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') return false;
      throw error;
    }
  },
  rename: async (from, to) => renameSync(from, to),
  remove: async (path) => unlinkSync(path),
  async syncFolder(path) {
    // Windows cannot open a folder to sync it; NTFS journals the rename by itself.
    if (process.platform === 'win32') return;
    await opened(path, syncAll);
  },
};

async function opened<T>(path: string, use: (file: number) => Promise<T>): Promise<T> {
  const file = openSync(path, 'r');
  try {
    return await use(file);
  } finally {
    closeSync(file);
  }
}

function reading(path: string, size: (file: number) => number): Promise<Buffer> {
  return opened(path, async (file) => {
    const bytes = Buffer.allocUnsafe(size(file));
    let length = 0;
    while (length < bytes.length) {
      const { bytesRead } = await readAsync(file, bytes, length, bytes.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  });
}

const SMALL = 64 * 1024;

async function writeAll(file: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) {
    if (bytes.length <= SMALL) at += writeSync(file, bytes, at);
    else at += (await writeAsync(file, bytes, at)).bytesWritten;
  }
}
