/** `npm run verify`, run as a person runs it: on a directory that a desk has open, and on one that was tampered with. */
import { execFile } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import { streamPath } from '#src/stores/paths.ts';
import type { Store } from '#src/stores/store.ts';
import { noted } from '#test/stores/entries.ts';
import { temporary } from '#test/stores/folder.ts';

const CASE = 'case/2026-0001';
const SHOWN = `delivery/${CASE}`;
const main = fileURLToPath(new URL('../src/verify.ts', import.meta.url));

/** The exit status and what was printed. */
async function verify(...args: readonly string[]): Promise<{ status: unknown; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [main, ...args]);
    return { status: 0, said: stdout + stderr };
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'stdout' in error && 'stderr' in error)) throw error;
    return { status: error.code, said: `${error.stdout}${error.stderr}` };
  }
}

/** A directory that a running desk has open, with a case of three entries and deliveries that were compacted. */
async function running(): Promise<{ dir: string; store: Store; edit(change: (text: string) => string): void }> {
  const dir = temporary();
  const store = await openLowdb(dir);
  onTestFinished(() => store.close());
  await store.append(CASE, 0, noted(CASE, ['reported', 'claimed', 'closed']));
  const sent = noted(SHOWN, ['one', 'two']);
  await store.append(SHOWN, 0, sent.slice(0, 1));
  for (const snapshot of sent.slice(1)) await store.compact(SHOWN, 1, snapshot);
  const path = join(dir, streamPath(CASE));
  return { dir, store, edit: (change) => writeFileSync(path, change(readFileSync(path, 'utf8'))) };
}

const withoutLine = (text: string, line: number) => text.split('\n').toSpliced(line, 1).join('\n');

test('whole records pass while the desk is running', async () => {
  const { dir } = await running();
  const { status, said } = await verify(dir);
  expect(said).toContain(`1 records checked in ${dir}: all whole`);
  expect(status).toBe(0);
});

test('a changed entry, a changed confidential part and a removed entry are named', async () => {
  const { dir, edit } = await running();
  edit((text) => text.replace('"by":"alice"', '"by":"mallory"'));
  expect(await verify(dir)).toMatchObject({ status: 1, said: expect.stringContaining(`${CASE}: entry 0 was changed`) });
  edit((text) => text.replace('"by":"mallory"', '"by":"alice"').replace('"text":"claimed"', '"text":"ignored"'));
  expect(await verify(dir)).toMatchObject({ status: 1, said: expect.stringContaining(`${CASE}: entry 1 has a conf`) });
  edit((text) => withoutLine(text, 2));
  expect(await verify(dir)).toMatchObject({ status: 1, said: expect.stringContaining(`${CASE}: entry 1 is not the`) });
});

test('saved heads show what was cut, rewritten or removed since, and allow what was added', async () => {
  const { dir, store, edit } = await running();
  const heads = join(temporary(), 'heads');
  expect(await verify(dir, '--save', heads)).toMatchObject({ status: 0 });
  const { said, status } = await verify(dir, '--against', heads);
  expect({ said, status }).toMatchObject({ status: 0, said: expect.stringContaining('all whole') });
  await store.append(CASE, 3, noted(CASE, ['reopened'], await store.read(CASE)));
  expect(await verify(dir, '--against', heads)).toMatchObject({ status: 0 });

  const forged = { stream: CASE, entries: noted(CASE, ['reported', 'claimed', 'never closed']) };
  edit(() => JSON.stringify({ ...forged, entries: forged.entries.slice(0, 2) }));
  expect(await verify(dir)).toMatchObject({ status: 0 });
  expect(await verify(dir, '--against', heads)).toMatchObject({
    status: 1,
    said: expect.stringContaining(`${CASE} was cut: it had 3 entries and has 2`),
  });
  edit(() => JSON.stringify(forged));
  expect(await verify(dir, '--against', heads, '--save', heads)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/was rewritten: entry 2 is not the one it had.*\n(.*\n)*Heads were not saved/),
  });
  rmSync(join(dir, streamPath(CASE)));
  expect(await verify(dir, '--against', heads)).toMatchObject({
    status: 1,
    said: expect.stringContaining(`${CASE} is gone: it had 3 entries`),
  });
});

test('heads saved of what has come to stand outside the audit trail ask for nothing', async () => {
  const { dir } = await running();
  const heads = join(temporary(), 'heads');
  writeFileSync(heads, `${JSON.stringify({ stream: 'nudges/emma', length: 3, digest: 'then' })}\n`);
  expect(await verify(dir, '--against', heads)).toMatchObject({ status: 0 });
});

test('a file that is no record is named and left where it is', async () => {
  const { dir, edit } = await running();
  edit(() => 'scrambled');
  expect(await verify(dir)).toMatchObject({ status: 1, said: expect.stringContaining('it is not JSON') });
  expect(readFileSync(join(dir, streamPath(CASE)), 'utf8')).toBe('scrambled');
});

test('a directory that is not there, or is no data directory, is not taken for one without faults', async () => {
  expect(await verify(temporary())).toMatchObject({ status: 1, said: expect.stringContaining('no data directory') });
  expect(await verify(join(temporary(), 'nowhere'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('no data directory'),
  });
});
