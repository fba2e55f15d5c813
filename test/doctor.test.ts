/** `npm run doctor` names what is wrong with settings and data directory, and what to do; its exit status says whether. */
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storageChecks } from '#src/stores/doctor.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { asideName, streamPath } from '#src/stores/paths.ts';
import { examined, started } from '#test/road/process.ts';
import { noted } from '#test/stores/entries.ts';
import { temporary } from '#test/stores/folder.ts';

const path = streamPath('case/1');

/** A closed directory with a case that the desk knows of. */
async function withCase(): Promise<string> {
  const dir = join(temporary(), 'data');
  const store = await openLowdb(dir);
  await store.append('case/1', 0, noted('case/1', ['one', 'two']));
  store.remember('case/1', 2, 'known');
  await store.close();
  return dir;
}

/** What is not good, in English, and how to mend it. */
async function complaints(dir: string): Promise<readonly string[]> {
  const found = await Promise.all(storageChecks(dir).map(({ run }) => run()));
  return found.flat().flatMap(({ is, say, mend }) => (is === 'good' ? [] : [`${is}: ${say.en} ${mend?.en ?? ''}`]));
}

test('a running desk is well, is named, and is left alone', async () => {
  const dir = temporary();
  const desk = started(dir);
  await desk.url;
  const { status, said } = await examined(dir);
  expect(said).toContain(`as process ${desk.child.pid}`);
  // Late in a year the holidays of the next are not published yet, which is said and is nobody's fault.
  const lines = said.replace(/^! The holidays of .*\n.*→ .*\n/mu, '');
  expect(lines).toMatch(/✓ The settings are valid.*\n(✓ .*\n)+\nNothing is in the way\.\n$/);
  expect(status).toBe(0);
  expect(await desk.end('SIGTERM')).toMatchObject({ status: 0, complained: '' });
});

test('wrong settings are explained, in the language of the terminal', async () => {
  const { status, said } = await examined(temporary(), { PORT: 'abc', LC_ALL: 'zh_CN.UTF-8' });
  expect([status, said.includes('PORT = abc'), said.includes('需要处理')]).toEqual([1, true, true]);
});

describe('of a directory, it says', () => {
  test('nothing bad when all is well, or when there is none yet', async () => {
    expect(await complaints(await withCase())).toEqual([]);
    const dir = join(temporary(), 'not', 'yet');
    expect(await complaints(dir)).toEqual([]);
    expect(() => statSync(dirname(dir))).toThrow('ENOENT');
  });

  test('that it is a file', async () => {
    const dir = join(temporary(), 'file');
    writeFileSync(dir, '');
    expect(await complaints(dir)).toEqual([`bad: ${dir} is a file, not a directory. Set DATA_DIR to a directory.`]);
  });

  test.runIf(process.platform !== 'win32')('that others can look into it', async () => {
    const dir = await withCase();
    chmodSync(dir, 0o755);
    expect(await complaints(dir)).toEqual([`poor: Other users of this machine can look into ${dir}. chmod 700 ${dir}`]);
  });

  test('which record was changed, damaged, set aside or is missing', async () => {
    const dir = await withCase();
    const place = join(dir, path);
    const good = readFileSync(place, 'utf8');
    writeFileSync(place, good.replace('"by":"alice"', '"by":"mallory"'));
    expect(await complaints(dir)).toEqual([expect.stringContaining('bad: case/1: entry 0 was changed')]);
    writeFileSync(place, good.slice(0, 50));
    expect(await complaints(dir)).toEqual([expect.stringContaining(`bad: ${path}: it is not JSON`)]);
    mkdirSync(join(dir, 'damaged'));
    const aside = join(dir, 'damaged', asideName(path, 'ab'));
    renameSync(place, aside);
    expect(await complaints(dir)).toEqual([expect.stringContaining(`bad: ${place} was damaged and is now ${aside}`)]);
    rmSync(aside);
    expect(await complaints(dir)).toEqual([`bad: case/1 is gone: there is no ${path}. Put it back from a backup.`]);
  });

  test('that a restore was interrupted', async () => {
    const dir = await withCase();
    mkdirSync(join(dir, 'restoring'));
    expect(await complaints(dir)).toEqual([expect.stringContaining('was interrupted')]);
  });
});
