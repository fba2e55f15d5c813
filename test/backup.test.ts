/** Backups as a person takes them, of a desk that is running; and a restored desk walks on. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import { streamPath } from '#src/stores/paths.ts';
import { person } from '#test/road/person.ts';
import { backedUp, restored, started, verified } from '#test/road/process.ts';
import { speech } from '#test/road/speech.ts';
import { noted } from '#test/stores/entries.ts';
import { temporary } from '#test/stores/folder.ts';

const { label } = speech('en');

/** A closed directory with a case, and a backup of it. */
async function withBackup(): Promise<{ dir: string; file: string }> {
  const [dir, file] = [temporary(), join(temporary(), 'backup.tar.gz')];
  const store = await openLowdb(dir);
  await store.append('case/1', 0, noted('case/1', ['one', 'two']));
  await store.put(Buffer.from('a screenshot'));
  await store.close();
  expect(await backedUp(file, dir)).toMatchObject({ status: 0, said: expect.stringContaining('2 files') });
  return { dir, file };
}

test('a desk that was restored walks on where it was, with its cards, its claims and its numbers', async () => {
  const [dir, file, elsewhere] = [temporary(), join(temporary(), 'backup.tar.gz'), temporary()];
  const desk = started(dir, {});
  let url = await desk.url;
  const [emma, james] = [person(() => url, 'emma'), person(() => url, 'james')];
  await emma.types('report https://weibo.com/1/N1 the kettle leaks');
  await james.presses(await cardIn(james), label.claim);
  expect(await backedUp(file, join(dir, 'demo'))).toMatchObject({ status: 0, complained: '' });
  await emma.types('report https://weibo.com/1/N2 this is not in the backup');
  await desk.end('SIGKILL');

  const home = join(elsewhere, 'demo');
  expect(await restored(file, home)).toMatchObject({ status: 0, said: expect.stringContaining('all whole') });
  const again = started(elsewhere);
  url = await again.url;
  expect(JSON.stringify(await cardIn(james))).toContain('James');
  await james.sends(await james.opens(await cardIn(james), label.verify), {
    ...{ claim: 'The kettle leaks', verdict: 'true', evidence: 'Order 88123' },
  });
  expect(await emma.types('report https://weibo.com/1/N1 leaks here, too')).toMatchObject({ type: 'done' });
  expect(await emma.types('report https://weibo.com/1/N3 another')).toMatchObject({
    say: expect.stringContaining('-0002'),
  });
  expect(await again.end('SIGTERM')).toMatchObject({ status: 0, complained: '' });
  expect(await verified(home)).toMatchObject({ status: 0 });
});

/** The newest card in the channel that the person reads; waits for it. */
async function cardIn(somebody: ReturnType<typeof person>) {
  for (;;) {
    const found = (await somebody.reads()).findLast(({ place }) => place.kind === 'channel');
    if (found) return found.card;
  }
}

describe('a backup', () => {
  test('is for its owner alone, and never takes the place of an earlier one', async () => {
    const { dir, file } = await withBackup();
    expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
    const before = readFileSync(file);
    expect(await backedUp(file, dir)).toMatchObject({
      status: 1,
      complained: expect.stringContaining('there already'),
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(join(file, '..'))).toEqual(['backup.tar.gz']);
  });

  test('of a record that is wrong is taken, and says so', async () => {
    const { dir } = await withBackup();
    const path = join(dir, streamPath('case/1'));
    writeFileSync(path, readFileSync(path, 'utf8').replace('"by":"alice"', '"by":"mallory"'));
    const file = join(temporary(), 'again.tar.gz');
    const wrong = { status: 1, said: expect.stringContaining('WRONG  case/1: entry 0 was changed') };
    expect(await backedUp(file, dir)).toMatchObject(wrong);
    expect(await restored(file, join(temporary(), 'new'))).toMatchObject(wrong);
  });

  test('of what is no data directory is refused', async () => {
    const file = join(temporary(), 'backup.tar.gz');
    expect(await backedUp(file, temporary())).toMatchObject({
      status: 1,
      complained: expect.stringContaining('no data'),
    });
    expect(existsSync(file)).toBe(false);
  });
});

describe('a restore', () => {
  test('gives back every byte', async () => {
    const { dir, file } = await withBackup();
    const target = join(temporary(), 'new');
    expect(await restored(file, target)).toMatchObject({ status: 0, complained: '' });
    expect(readFileSync(join(target, streamPath('case/1')))).toEqual(readFileSync(join(dir, streamPath('case/1'))));
    const store = await openLowdb(target);
    expect(await store.read('case/1')).toHaveLength(2);
    await store.close();
  });

  test('into a directory that is not empty is refused, and changes nothing', async () => {
    const { dir, file } = await withBackup();
    const before = readdirSync(dir, { recursive: true });
    expect(await restored(file, dir)).toMatchObject({ status: 1, complained: expect.stringContaining('not empty') });
    expect(readdirSync(dir, { recursive: true })).toEqual(before);
  });

  test('begun by a process that was killed is begun anew', async () => {
    const { file } = await withBackup();
    const target = temporary();
    mkdirSync(join(target, 'restoring', 'streams'), { recursive: true });
    writeFileSync(join(target, 'restoring', 'streams', 'half'), 'half');
    expect(await restored(file, target)).toMatchObject({ status: 0 });
    expect(readdirSync(target).sort()).toEqual(['files', 'lock', 'streams']);
  });

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['changed in the middle', (bytes: Buffer) => Buffer.from(bytes).fill(7, 300, 320)],
    ['something else', () => Buffer.from('a letter')],
    ['empty', () => Buffer.alloc(0)],
  ])('of an archive that is %s is refused, and writes nothing', async (_, change) => {
    const { file } = await withBackup();
    writeFileSync(file, change(readFileSync(file)));
    const target = join(temporary(), 'new');
    const { status, complained } = await restored(file, target);
    expect([status, complained.trim().split('\n').length, existsSync(target)]).toEqual([1, 1, false]);
  });
});
