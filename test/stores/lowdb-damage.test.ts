/** A damaged file is set aside, never deleted, and never taken for a stream that does not exist. */
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import { attachmentPath, streamPath } from '#src/stores/paths.ts';
import type { Store } from '#src/stores/store.ts';
import { all, noted, texts } from './entries.ts';
import { temporary } from './folder.ts';

const [CASE, OTHER] = ['case/1', 'case/2'];
const path = streamPath(CASE);

async function opened(dir: string, faults: string[] = []): Promise<Store> {
  const store = await openLowdb(dir, { onFault: (message) => faults.push(message) });
  onTestFinished(() => store.close());
  return store;
}

/** A closed directory with two cases. */
async function withTwo(): Promise<string> {
  const dir = temporary();
  const store = await openLowdb(dir);
  for (const stream of [CASE, OTHER]) await store.append(stream, 0, noted(stream, ['one']));
  await store.close();
  return dir;
}

const damage = {
  'not JSON': () => '{"stream":"case/1","entr',
  empty: () => '',
  'JSON of something else': () => '{"name":"package"}',
  'another stream': (dir: string) => readFileSync(join(dir, streamPath(OTHER)), 'utf8'),
  'a stream without entries': () => '{"stream":"case/1","entries":[]}',
  'another stream’s entries': () => JSON.stringify({ stream: CASE, entries: noted(OTHER, ['one']) }),
};

describe.each(Object.entries(damage))('a file that holds %s', (_, content) => {
  test('is set aside, and the rest keeps working', async () => {
    const dir = await withTwo();
    const found = content(dir);
    writeFileSync(join(dir, path), found);
    const faults: string[] = [];
    const store = await opened(dir, faults);
    await expect(store.read(CASE)).rejects.toMatchObject({ name: 'StoreFault', code: 'damaged' });
    expect(store.damaged).toMatchObject([{ path }]);
    for (const { movedTo } of store.damaged) expect(readFileSync(join(dir, movedTo), 'utf8')).toBe(found);
    expect(existsSync(join(dir, path))).toBe(false);
    expect(faults).toHaveLength(1);
    expect(texts(await store.read(OTHER))).toEqual(['one']);
    expect(await all(store.streams(''))).toEqual([OTHER]);
  });
});

describe('a stream whose file was set aside', () => {
  async function aside(): Promise<{ dir: string; movedTo: string }> {
    const dir = await withTwo();
    writeFileSync(join(dir, path), 'scrambled');
    const store = await openLowdb(dir, { onFault: () => undefined });
    await expect(store.append(CASE, 1, noted(CASE, ['one', 'two']).slice(1))).rejects.toThrow('damaged');
    await store.close();
    const [only] = store.damaged;
    return { dir, movedTo: join(dir, only?.movedTo ?? 'nowhere') };
  }

  test('cannot be begun anew, not even after a restart', async () => {
    const { dir } = await aside();
    const store = await opened(dir);
    expect(store.damaged).toMatchObject([{ path, why: 'set aside before this start' }]);
    for (const attempt of [store.read(CASE), store.append(CASE, 0, noted(CASE, ['forked'])), store.read(CASE)])
      await expect(attempt).rejects.toMatchObject({ name: 'StoreFault', code: 'damaged' });
  });

  test('is back as soon as a good file is in its place', async () => {
    const { dir, movedTo } = await aside();
    const store = await opened(dir);
    await expect(store.read(CASE)).rejects.toThrow('damaged');
    writeFileSync(movedTo, JSON.stringify({ stream: CASE, entries: noted(CASE, ['one', 'restored']) }));
    renameSync(movedTo, join(dir, path));
    expect(texts(await store.read(CASE))).toEqual(['one', 'restored']);
  });

  test('may begin anew once an administrator took the file away', async () => {
    const { dir, movedTo } = await aside();
    rmSync(movedTo);
    const store = await opened(dir);
    await store.append(CASE, 0, noted(CASE, ['anew']));
    expect(texts(await store.read(CASE))).toEqual(['anew']);
  });
});

test('a damaged file is found by a listing, which goes on', async () => {
  const dir = await withTwo();
  writeFileSync(join(dir, path), 'scrambled');
  const store = await opened(dir);
  expect(await all(store.streams('case/'))).toEqual([OTHER]);
  expect(store.damaged).toMatchObject([{ path }]);
});

test('an attachment that changed on the disk is set aside, and healed by putting it again', async () => {
  const dir = temporary();
  const store = await opened(dir);
  const digest = await store.put(Buffer.from('the screenshot'));
  writeFileSync(join(dir, attachmentPath(digest) ?? ''), 'another one');
  for (const _ of ['when found', 'and after'])
    await expect(store.get(digest)).rejects.toMatchObject({ name: 'StoreFault', code: 'damaged' });
  expect(store.damaged).toMatchObject([{ path: attachmentPath(digest), why: 'it is not what was put there' }]);
  await store.put(Buffer.from('the screenshot'));
  expect(Buffer.from((await store.get(digest)) ?? []).toString()).toBe('the screenshot');
});
