/** Where many streams lie in a folder, the folder speaks for them; never for one that changed since. */
import { lutimesSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Disk } from '#src/stores/disk.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { folderOf, notesPath, streamPath } from '#src/stores/paths.ts';
import { realDisk } from '#src/stores/real-disk.ts';
import { all, noted } from './entries.ts';
import { temporary } from './folder.ts';

const COUNT = 120;

/** So many names whose files lie in one folder. */
const names: readonly string[] = (() => {
  const found: string[] = [];
  const folder = folderOf(streamPath('case/0'));
  for (let index = 0; found.length < COUNT; index += 1)
    if (folderOf(streamPath(`case/${index}`)) === folder) found.push(`case/${index}`);
  return found;
})();
const [ONE = '', TWO = '', NEW = ''] = names;
const PATH = streamPath(ONE);

/** This machine's disk with a clock that never leaves a doubt, and what was asked of it. */
function disk(): { disk: Disk; marked: string[] } {
  const marked: string[] = [];
  return {
    marked,
    disk: {
      ...realDisk,
      mark(path) {
        marked.push(path);
        return realDisk.mark(path);
      },
      folderMark: async (path) => {
        const { ino, ctimeNs } = statSync(path, { bigint: true });
        return `${ino}.${ctimeNs}`;
      },
    },
  };
}

/** A closed directory with a note on every stream but the one named `NEW`, which there is not. */
async function withMany(): Promise<string> {
  const dir = temporary();
  const store = await openLowdb(dir, { disk: disk().disk });
  for (const stream of names.filter((name) => name !== NEW)) {
    await store.append(stream, 0, noted(stream, ['a', 'b']));
    store.remember(stream, 2, stream);
  }
  await store.close();
  return dir;
}

/** The streams on which a restart has no note, and how many files it looked at. */
async function restarted(dir: string) {
  const { disk: counted, marked } = disk();
  const store = await openLowdb(dir, { disk: counted });
  const recalled = (await all(store.recall('case/'))).flat();
  const looks = marked.length;
  await store.close();
  const unknown = recalled.filter((one) => one.noted?.note !== one.stream).map(({ stream }) => stream);
  return { streams: recalled.length, unknown, looks };
}

test('a restart looks at the folder alone', async () => {
  const dir = await withMany();
  expect(await restarted(dir)).toEqual({ streams: COUNT - 1, unknown: [], looks: 0 });
});

test('a stream that went on, began, was put back or taken away is not overlooked', async () => {
  const dir = await withMany();
  const notes = join(dir, notesPath(folderOf(PATH)));
  const before = readFileSync(notes);
  const store = await openLowdb(dir);
  await store.append(ONE, 2, noted(ONE, ['a', 'b', 'c']).slice(2));
  await store.append(NEW, 0, noted(NEW, ['a']));
  await store.close();
  // As a killed process leaves it: the notes of before.
  writeFileSync(notes, before);
  expect(await restarted(dir)).toMatchObject({ streams: COUNT, unknown: expect.toSatisfy(same([ONE, NEW])) });
  const path = join(dir, streamPath(TWO));
  writeFileSync(`${path}.copy`, readFileSync(path));
  renameSync(`${path}.copy`, path);
  expect((await restarted(dir)).unknown).toContain(TWO);
  rmSync(path);
  expect((await restarted(dir)).streams).toBe(COUNT - 1);
});

test('a folder whose time was set back is not believed', async () => {
  const dir = await withMany();
  const folder = dirname(join(dir, PATH));
  const { atime, mtime } = statSync(folder);
  const store = await openLowdb(dir);
  const notes = join(dir, notesPath(folderOf(PATH)));
  const before = readFileSync(notes);
  await store.append(ONE, 2, noted(ONE, ['a', 'b', 'c']).slice(2));
  await store.close();
  writeFileSync(notes, before);
  lutimesSync(folder, atime, mtime);
  expect(await restarted(dir)).toMatchObject({ unknown: [ONE] });
});

test('it is looked at file by file while the clock leaves a doubt, and once more is known of it no more', async () => {
  const dir = await withMany();
  rmSync(join(dir, 'notes'), { recursive: true });
  const store = await openLowdb(dir);
  for (const stream of names.filter((name) => name !== NEW)) {
    await store.read(stream);
    store.remember(stream, 2, stream);
  }
  await store.close();
  expect(readdirSync(join(dir, 'notes'))).toHaveLength(1);
  expect(await restarted(dir)).toEqual({ streams: COUNT - 1, unknown: [], looks: COUNT - 1 });
  expect(await restarted(dir)).toEqual({ streams: COUNT - 1, unknown: [], looks: 0 });
});

const same = (wanted: readonly string[]) => (found: readonly string[]) =>
  JSON.stringify([...found].sort()) === JSON.stringify([...wanted].sort());
