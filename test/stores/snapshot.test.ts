/** A copy of a directory is of one moment, whatever is written to it meanwhile. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sha256 } from '#src/core/chain.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { asideName, streamPath } from '#src/stores/paths.ts';
import { snapshot } from '#src/stores/snapshot.ts';
import type { Store } from '#src/stores/store.ts';
import { parse } from '#src/stores/stream-file.ts';
import { noted } from './entries.ts';
import { temporary } from './folder.ts';

const [CLAIM, CASE] = ['claim/post/1', 'case/1'];

async function opened(): Promise<{ dir: string; store: Store }> {
  const dir = temporary();
  const store = await openLowdb(dir);
  onTestFinished(() => store.close());
  return { dir, store };
}

/** One more entry. */
async function goOn(store: Store, stream: string): Promise<void> {
  const before = await store.read(stream);
  await store.append(stream, before.length, noted(stream, [`${before.length}`], before));
}

/** Copies, and does this before each file is taken; returns how long each stream is in the copy, by its path. */
async function copied(dir: string, meanwhile: (path: string) => Promise<void>) {
  const copies = new Map<string, Buffer>();
  const contents = await snapshot(dir, async (path, bytes) => {
    await meanwhile(path);
    copies.set(path, bytes);
  });
  for (const [path, digest] of contents) expect(sha256(copies.get(path) ?? '')).toBe(digest);
  const length = (path: string) => parse(String(copies.get(path)), path).entries.length;
  return { lengths: new Map([...contents.keys()].map((path) => [path, length(path)])), contents };
}

test('what changes while it is copied is copied again, so that nothing is older than what followed from it', async () => {
  const { dir, store } = await opened();
  for (const stream of [CLAIM, CASE]) await goOn(store, stream);
  let left = 20;
  const { lengths } = await copied(dir, async () => {
    left -= 1;
    if (left > 0) for (const stream of [CLAIM, CASE]) await goOn(store, stream);
  });
  const [claims, cases] = [lengths.get(streamPath(CLAIM)), lengths.get(streamPath(CASE))];
  expect(claims).toBe(cases);
  expect(claims).toBe((await store.read(CASE)).length);
});

test('a stream that begins or is set aside meanwhile is there, or is not there', async () => {
  const { dir, store } = await opened();
  for (const stream of [CLAIM, CASE]) await goOn(store, stream);
  const damaged = `damaged/${asideName(streamPath(CLAIM), 'ab')}`;
  let done = false;
  const { contents } = await copied(dir, async () => {
    if (done) return;
    done = true;
    await goOn(store, 'case/2');
    writeFileSync(join(dir, '.damaged'), '');
    renameSync(join(dir, streamPath(CLAIM)), join(dir, 'moved'));
  }).catch((error: unknown) => expect.fail(String(error)));
  expect([...contents.keys()].sort()).toEqual([streamPath(CASE), streamPath('case/2')].sort());
  expect(contents.has(damaged)).toBe(false);
  expect(readFileSync(join(dir, 'moved'), 'utf8')).toContain(CLAIM);
});

test('neither the lock nor notes nor what is half written is in it', async () => {
  const { dir, store } = await opened();
  await goOn(store, CASE);
  store.remember(CASE, 1, 'a note');
  const digest = await store.put(Buffer.from('a screenshot'));
  await store.close();
  writeFileSync(join(dir, 'writing', 'new.tmp'), 'half');
  const contents = await snapshot(dir, async () => undefined);
  expect([...contents.keys()].sort()).toEqual([`files/${digest.slice(0, 2)}/${digest}`, streamPath(CASE)].sort());
});
