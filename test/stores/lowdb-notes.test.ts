/** Notes outlive a restart and a kill, and are forgotten for every stream whose file is not the one they are of. */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { erase } from '#src/core/chain.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { folderOf, notesPath, streamPath } from '#src/stores/paths.ts';
import { all, noted } from './entries.ts';
import { temporary } from './folder.ts';

const [ONE, TWO] = ['case/1', 'case/2'];

/** A closed directory with two cases, each with a note. */
async function withTwo(): Promise<string> {
  const dir = temporary();
  const store = await openLowdb(dir);
  for (const stream of [ONE, TWO]) {
    await store.append(stream, 0, noted(stream, ['a', 'b']));
    store.remember(stream, 2, `of ${stream}`);
  }
  await store.close();
  return dir;
}

/** The notes that a restart finds, by stream. */
async function found(dir: string): Promise<Record<string, unknown>> {
  const store = await openLowdb(dir);
  const recalled = (await all(store.recall('case/'))).flat();
  await store.close();
  return Object.fromEntries(recalled.map(({ stream, noted }) => [stream, noted?.note]));
}

test('they are there after a restart, and the next, and beside newer ones', async () => {
  const dir = await withTwo();
  for (const _ of [1, 2]) expect(await found(dir)).toEqual({ [ONE]: `of ${ONE}`, [TWO]: `of ${TWO}` });
  const store = await openLowdb(dir);
  await store.read(ONE);
  store.remember(ONE, 2, 'newer');
  await store.close();
  expect(await found(dir)).toEqual({ [ONE]: 'newer', [TWO]: `of ${TWO}` });
});

test('what a killed process wrote after its notes is not hidden by them', async () => {
  const dir = await withTwo();
  const notes = join(dir, notesPath(folderOf(streamPath(ONE))));
  const before = readFileSync(notes);
  const store = await openLowdb(dir);
  await store.append(ONE, 2, noted(ONE, ['a', 'b', 'c']).slice(2));
  store.remember(ONE, 3, 'never written by a killed process');
  await store.close();
  writeFileSync(notes, before);
  expect(await found(dir)).toEqual({ [ONE]: undefined, [TWO]: `of ${TWO}` });
});

test('a record put back, copied, edited or touched by hand is read anew, one taken away is gone', async () => {
  const dir = await withTwo();
  const path = join(dir, streamPath(ONE));
  const good = readFileSync(path);
  const { atime, mtime } = statSync(path);
  writeFileSync(`${path}.copy`, good);
  utimesSync(`${path}.copy`, atime, mtime);
  renameSync(`${path}.copy`, path);
  expect(await found(dir)).toMatchObject({ [ONE]: undefined });
  rmSync(path);
  expect(await found(dir)).toEqual({ [TWO]: `of ${TWO}` });
});

test('a file of notes that is torn or somebody else’s costs a reading, nothing more', async () => {
  const dir = await withTwo();
  const notes = join(dir, notesPath(folderOf(streamPath(ONE))));
  for (const torn of ['', '["case/1",2,"x', '{"a":1}\n[1,2,3,4]\nnull\n', readFileSync(notes).subarray(0, 30)]) {
    writeFileSync(notes, torn);
    expect(await found(dir)).toMatchObject({ [ONE]: undefined });
  }
});

test('what is erased is in no file any more, also when it was in a note', async () => {
  const dir = await withTwo();
  const store = await openLowdb(dir);
  const entries = await store.read(ONE);
  store.remember(ONE, 2, 'the telephone of her neighbour');
  await store.close();
  const again = await openLowdb(dir);
  await again.rewrite(ONE, 2, entries.map(erase));
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain('neighbour');
  await again.close();
});
