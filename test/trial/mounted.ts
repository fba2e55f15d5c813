/** Small file systems of a trial's own, where this machine lets one be made (root on Linux). */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Runs a program of the system; throws with what it complained of. */
export const system = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Why no file system can be mounted here; undefined when one can. */
export function cannotMount(kind: 'tmpfs' | 'loop'): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'goodword-mount-'));
  try {
    if (kind === 'tmpfs') system('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
    else system('mount', '-o', 'loop', image(`${folder}.img`, '4M'), folder);
    system('umount', folder);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n').at(-2) ?? error.message) : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${folder}.img`, { force: true });
  }
}

/** An empty ext4 file system in a file. */
export function image(path: string, size: string): string {
  system('truncate', '-s', size, path);
  system('mkfs.ext4', '-q', path);
  return path;
}

/** Mounts below `folder` for one test. */
export function mounted(folder: string, ...args: readonly string[]): string {
  sweep();
  mkdirSync(folder);
  writeFileSync(ownerOf(folder), String(process.pid));
  system('mount', ...args, folder);
  system('mount', '--make-private', folder);
  onTestFinished(() => unmount(folder));
  return folder;
}

/** Names the process that mounted a folder, so that what a trial stopped from outside left behind can be told from ours. */
const ownerOf = (folder: string): string => `${folder}.owner`;

function unmount(folder: string): void {
  // Also what was mounted inside it.
  system('umount', '--lazy', '--recursive', folder);
  rmSync(ownerOf(folder));
}

/** Unmounts what processes that live no more have left mounted. */
function sweep(): void {
  const folders = readFileSync('/proc/mounts', 'utf8').matchAll(/^\S+ (\S+) /gmu);
  for (const [, folder = ''] of folders)
    if (folder.startsWith(join(tmpdir(), 'goodword-')) && existsSync(ownerOf(folder)))
      if (!existsSync(join('/proc', readFileSync(ownerOf(folder), 'utf8')))) unmount(folder);
}
