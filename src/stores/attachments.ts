/** Files that people attach, each under the SHA-256 of its bytes, which is checked whenever it is read. */
import { join } from 'node:path';
import { sha256 } from '#src/core/chain.ts';
import type { Damage } from './damage.ts';
import type { Disk } from './disk.ts';
import type { DurableFiles } from './durable-file.ts';
import { faulting, isAbsent } from './faults.ts';
import { attachmentPath } from './paths.ts';
import type { Queue } from './queue.ts';
import { type Store, StoreFault } from './store.ts';

type Ground = {
  readonly root: string;
  readonly disk: Disk;
  readonly files: DurableFiles;
  readonly damage: Damage;
  readonly tasks: Queue;
};

/** Attachments below `root`. Putting the bytes again heals an attachment that was set aside as damaged. */
export function attachments({ root, disk, files, damage, tasks }: Ground): Pick<Store, 'put' | 'get'> {
  async function checked(digest: string, path: string): Promise<Uint8Array | undefined> {
    const bytes = await disk.read(join(root, path)).catch((error: unknown) => {
      if (!isAbsent(error)) throw error;
      if (damage.has(path)) throw new StoreFault('damaged', join(root, path), error);
      return undefined;
    });
    if (bytes && sha256(bytes) !== digest) throw await damage.setAside(path, new Error('it is not what was put there'));
    return bytes;
  }

  return {
    async put(bytes) {
      const digest = sha256(bytes);
      const path = attachmentPath(digest) ?? digest;
      // Written even when it is there: the file found may be damaged, or of a process killed before it could sync.
      await tasks.run(path, () => faulting(join(root, path), () => files.replace(join(root, path), bytes)));
      return digest;
    },
    async get(digest) {
      const path = attachmentPath(digest);
      if (path === undefined) return undefined;
      return tasks.run(path, () => faulting(join(root, path), () => checked(digest, path)));
    },
  };
}
