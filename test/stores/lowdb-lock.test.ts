/** A data directory has one process at a time, and is free the moment that one is gone. Real processes, killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { flaw } from '#src/core/chain.ts';
import { DirectoryHeld } from '#src/stores/lock.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { all, texts } from './entries.ts';
import { temporary } from './folder.ts';

type Holder = { readonly child: ChildProcess; next(): Promise<string>; kill(): Promise<void> };

function start(dir: string, task = 'hold'): Holder {
  const child = spawn(process.execPath, [fileURLToPath(new URL('./holder.ts', import.meta.url)), dir, task], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = once(child, 'exit');
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await gone;
  }
  onTestFinished(kill);
  return { child, kill, next: async () => String((await lines.next()).value ?? 'ended') };
}

describe('a directory', () => {
  test('that another process has is refused, with its name and that process', async () => {
    const dir = temporary();
    const holder = start(dir);
    expect(await holder.next()).toBe('held');
    const refused = openLowdb(dir);
    await expect(refused).rejects.toBeInstanceOf(DirectoryHeld);
    await expect(refused).rejects.toMatchObject({ dir, pid: holder.child.pid });
  });

  test('is refused to a second store in the same process, until the first closes', async () => {
    const dir = temporary();
    const store = await openLowdb(dir);
    await expect(openLowdb(dir)).rejects.toMatchObject({ name: 'DirectoryHeld', dir, pid: process.pid });
    // The attempt must not have let go of the lock, as closing a file does that this process has locked.
    expect(await start(dir).next()).toContain(`process ${process.pid}`);
    await store.close();
    await store.close();
    await (await openLowdb(dir)).close();
  });

  test('is free at once when its process was killed, to exactly one of those who want it', async () => {
    const dir = temporary();
    const first = start(dir);
    expect(await first.next()).toBe('held');
    await first.kill();
    const answers = await Promise.all([start(dir), start(dir), start(dir), start(dir)].map((holder) => holder.next()));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
    expect(answers.filter((answer) => answer.startsWith('DirectoryHeld'))).toHaveLength(3);
  });

  test('is free though the note of a dead holder names a process that lives', async () => {
    const dir = temporary();
    writeFileSync(join(dir, 'holder'), `${process.ppid}\n`);
    await (await openLowdb(dir)).close();
  });
});

test('a process killed while it writes has lost nothing that it acknowledged', async () => {
  const dir = temporary();
  const writer = start(dir, 'write');
  let said = '';
  while (said !== '60') said = await writer.next();
  await writer.kill();
  const store = await openLowdb(dir);
  onTestFinished(() => store.close());
  const found: string[] = [];
  for (const stream of await all(store.streams('case/'))) {
    const entries = await store.read(stream);
    expect(flaw(entries)).toBeUndefined();
    found.push(...texts(entries));
  }
  expect(found).toEqual(expect.arrayContaining(Array.from({ length: 61 }, (_, number) => `${number}`)));
});
