/** A disk in memory whose power can be cut: it then has lost what was not synced, bytes and names alike. */
import { sha256 } from '#src/core/chain.ts';
import type { Disk } from '#src/stores/disk.ts';

type File = { readonly kind: 'file'; bytes: Buffer; synced: Buffer };
type Folder = { readonly kind: 'folder'; names: Map<string, Node>; synced: Map<string, Node> };
type Node = File | Folder;

/** Both happen: a journal may hold the new names, or still the old ones. Bytes that were not synced are always gone. */
export type Loss = 'names too' | 'bytes only';

export type PowerDisk = {
  readonly disk: Disk;
  /** What was asked of the disk, in order: `create`, `write`, `sync`, `close`, `rename`, `syncFolder` … and the path. */
  readonly asked: string[];
  /** Lets this many more requests through; all after them fail. */
  cutAfter(requests: number): void;
  /** Works again and has lost nothing: it was the process that died. Says whether requests had begun to fail. */
  on(): boolean;
  /** Loses what was not synced, and works again. Says whether requests had begun to fail. */
  restore(loss: Loss): boolean;
};

export const errno = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'test' });

const emptyFolder = (): Folder => ({ kind: 'folder', names: new Map(), synced: new Map() });

/** An empty disk with power. */
export function powerDisk(): PowerDisk {
  const top = emptyFolder();
  const asked: string[] = [];
  let left = Number.POSITIVE_INFINITY;

  function ask(what: string, path: string): void {
    if (left <= 0) throw errno('EIO');
    left -= 1;
    asked.push(`${what} ${path}`);
  }

  const find = (path: string): Node => path.split('/').filter(Boolean).reduce(child, top);

  function child(parent: Node, name: string): Node {
    const node = parent.kind === 'folder' ? parent.names.get(name) : undefined;
    if (!node) throw errno('ENOENT');
    return node;
  }

  function folder(path: string): Folder {
    const node = find(path);
    if (node.kind !== 'folder') throw errno('ENOTDIR');
    return node;
  }

  function file(path: string): File {
    const node = find(path);
    if (node.kind !== 'file') throw errno('EISDIR');
    return node;
  }

  function split(path: string): [Folder, string] {
    const slash = path.lastIndexOf('/');
    return [folder(path.slice(0, slash)), path.slice(slash + 1)];
  }

  const disk: Disk = {
    async create(path) {
      ask('create', path);
      const [parent, name] = split(path);
      if (parent.names.has(name)) throw errno('EEXIST');
      const made: File = { kind: 'file', bytes: Buffer.alloc(0), synced: Buffer.alloc(0) };
      parent.names.set(name, made);
      return {
        async write(bytes) {
          ask('write', path);
          made.bytes = Buffer.concat([made.bytes, bytes]);
        },
        async sync() {
          ask('sync', path);
          made.synced = made.bytes;
        },
        close: async () => ask('close', path),
      };
    },
    read: async (path) => file(path).bytes,
    head: async (path, size) => file(path).bytes.subarray(0, size),
    mark: async (path) => sha256(file(path).bytes),
    folderMark: async () => undefined,
    list: async (path) => [...folder(path).names.keys()],
    async makeFolder(path) {
      const [parent, name] = split(path);
      if (parent.names.has(name)) return false;
      ask('makeFolder', path);
      parent.names.set(name, emptyFolder());
      return true;
    },
    async rename(from, to) {
      ask('rename', to);
      const node = find(from);
      const [before, oldName] = split(from);
      const [after, newName] = split(to);
      before.names.delete(oldName);
      after.names.set(newName, node);
    },
    async remove(path) {
      ask('remove', path);
      const [parent, name] = split(path);
      parent.names.delete(name);
    },
    async syncFolder(path) {
      ask('syncFolder', path);
      const node = folder(path || '/');
      node.synced = new Map(node.names);
    },
  };

  function on(): boolean {
    const wasOff = left <= 0;
    left = Number.POSITIVE_INFINITY;
    return wasOff;
  }

  return {
    disk,
    asked,
    cutAfter(requests) {
      left = requests;
    },
    on,
    restore(loss) {
      lose(top, loss);
      return on();
    },
  };
}

function lose(node: Node, loss: Loss): void {
  if (node.kind === 'file') {
    node.bytes = node.synced;
    return;
  }
  if (loss === 'names too') node.names = new Map(node.synced);
  for (const inner of node.names.values()) lose(inner, loss);
}
