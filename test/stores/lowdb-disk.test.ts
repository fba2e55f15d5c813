/** A disk that is full, read-only or littered: the store says which, loses nothing and cleans up. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Disk } from '#src/stores/disk.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { attachmentPath, folderOf, notesPath, streamPath } from '#src/stores/paths.ts';
import { realDisk } from '#src/stores/real-disk.ts';
import type { Store } from '#src/stores/store.ts';
import { noted, sorted, texts } from './entries.ts';
import { temporary } from './folder.ts';
import { errno } from './power-disk.ts';

const CASE = 'case/1';
const entries = noted(CASE, ['one', 'two']);

/** This machine's disk, of which one operation fails while `code` is set. */
function failing(operation: 'write' | 'sync' | 'rename' | 'create'): { disk: Disk; fail: { code?: string } } {
  const fail: { code?: string } = {};
  const unless = <T>(name: typeof operation, go: () => Promise<T>): Promise<T> =>
    fail.code && name === operation ? Promise.reject(errno(fail.code)) : go();
  const disk: Disk = {
    ...realDisk,
    rename: (from, to) => unless('rename', () => realDisk.rename(from, to)),
    create: (path) =>
      unless('create', async () => {
        const file = await realDisk.create(path);
        return {
          ...file,
          write: (bytes) => unless('write', () => file.write(bytes)),
          sync: () => unless('sync', () => file.sync()),
        };
      }),
  };
  return { disk, fail };
}

async function opened(dir: string, disk: Disk = realDisk): Promise<Store> {
  const store = await openLowdb(dir, { disk });
  onTestFinished(() => store.close());
  return store;
}

const leftIn = (dir: string): string[] => readdirSync(dirname(join(dir, streamPath(CASE))));

describe('a write that fails', () => {
  test.each([
    ['write', 'ENOSPC', 'full'],
    ['sync', 'EDQUOT', 'full'],
    ['create', 'EROFS', 'readonly'],
    ['create', 'EACCES', 'readonly'],
    ['rename', 'EPERM', 'readonly'],
    ['sync', 'EIO', 'io'],
  ] as const)('at %s with %s is a fault "%s", and changes nothing', async (operation, errnoCode, code) => {
    const dir = temporary();
    const { disk, fail } = failing(operation);
    const store = await opened(dir, disk);
    const told: string[] = [];
    store.follow((_, appended) => told.push(...texts(appended)));
    await store.append(CASE, 0, entries.slice(0, 1));
    fail.code = errnoCode;
    const refused = store.append(CASE, 1, entries.slice(1));
    await expect(refused).rejects.toMatchObject({ name: 'StoreFault', code, path: join(dir, streamPath(CASE)) });
    await expect(store.put(Buffer.from('x'))).rejects.toMatchObject({ name: 'StoreFault', code });
    expect(texts(await store.read(CASE))).toEqual(['one']);
    expect(leftIn(dir)).toHaveLength(1);
    delete fail.code;
    await store.append(CASE, 1, entries.slice(1));
    expect(texts(await store.read(CASE))).toEqual(['one', 'two']);
    expect(told).toEqual(['one', 'two']);
  });
});

test('what a kill left half written is swept when the directory is opened, and nothing else', async () => {
  const dir = temporary();
  const store = await openLowdb(dir);
  await store.append(CASE, 0, entries);
  await store.close();
  const path = join(dir, streamPath(CASE));
  writeFileSync(join(dir, 'writing', 'new.3f2a1b00-0000-4000-8000-00000000abcd.tmp'), '{"stream":"ca');
  writeFileSync(join(dir, 'writing', '.DS_Store'), 'not ours');
  writeFileSync(join(dirname(path), '.DS_Store'), 'not ours');
  const again = await opened(dir);
  expect(sorted(leftIn(dir))).toEqual(['.DS_Store', path.slice(dirname(path).length + 1)]);
  expect(readdirSync(join(dir, 'writing'))).toEqual(['.DS_Store']);
  expect(texts(await again.read(CASE))).toEqual(['one', 'two']);
  expect(again.damaged).toEqual([]);
});

test('what people wrote can be read by nobody else on this machine', async () => {
  const dir = join(temporary(), 'data');
  const store = await openLowdb(dir);
  await store.append(CASE, 0, entries);
  const attached = attachmentPath(await store.put(Buffer.from('a screenshot'))) ?? '';
  store.remember(CASE, 2, 'one, two');
  await store.close();
  const modes = (...paths: string[]) => paths.map((path) => (statSync(join(dir, path)).mode & 0o777).toString(8));
  const files = [streamPath(CASE), attached, notesPath(folderOf(streamPath(CASE)))];
  expect(modes(...files)).toEqual(['600', '600', '600']);
  expect(modes('', ...files.map(dirname))).toEqual(['700', '700', '700', '700']);
});
