/** What was acknowledged survives a power cut at any moment: every moment is tried, on a disk that forgets. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { flaw } from '#src/core/chain.ts';
import type { Disk } from '#src/stores/disk.ts';
import { openLowdb } from '#src/stores/lowdb.ts';
import { streamPath } from '#src/stores/paths.ts';
import { StoreFault } from '#src/stores/store.ts';
import { all, noted, texts } from './entries.ts';
import { temporary } from './folder.ts';
import { errno, type Loss, powerDisk } from './power-disk.ts';

const [ONE, TWO] = ['case/1', 'person/two'];
const one = noted(ONE, ['a', 'b', 'c']);
const work = [
  { stream: ONE, entries: one.slice(0, 1) },
  { stream: ONE, entries: one.slice(1) },
  { stream: TWO, entries: noted(TWO, ['x']) },
];
const bytes = Buffer.from('a screenshot');

describe('after a power cut at any moment', () => {
  test.each<Loss>(['names too', 'bytes only'])('all that was acknowledged is there (losing %s)', async (loss) => {
    const dir = join(temporary(), 'not', 'there', 'yet');
    mkdirSync(dir, { recursive: true }); // The lock is on the real disk.
    for (let cut = 0; ; cut += 1) {
      const power = powerDisk();
      power.cutAfter(cut);
      const acknowledged = await workUntilCut(dir, power.disk);
      const wasCut = power.restore(loss);

      const store = await openLowdb(dir, { disk: power.disk });
      expect(store.damaged).toEqual([]);
      for (const stream of [ONE, TWO]) {
        const found = await store.read(stream);
        expect(flaw(found)).toBeUndefined();
        const promised = acknowledged.filter((text) => text.startsWith(`${stream} `));
        expect(
          texts(found)
            .map((text) => `${stream} ${text}`)
            .slice(0, promised.length),
        ).toEqual(promised);
        expect([0, 1, 3]).toContain(found.length);
      }
      for (const digest of acknowledged.filter((text) => text.length === 64))
        expect(Buffer.from((await store.get(digest)) ?? [])).toEqual(bytes);
      const left = await all(store.streams(''));
      expect(left.filter((stream) => stream !== ONE && stream !== TWO)).toEqual([]);
      await store.close();
      if (!wasCut) break;
    }
  });
});

test('what was read after a kill at any moment is still there after a power cut', async () => {
  const dir = temporary();
  for (let kill = 0; ; kill += 1) {
    const power = powerDisk();
    power.cutAfter(kill);
    await workUntilCut(dir, power.disk);
    const wasKilled = power.on();
    const before = await lengths(dir, power.disk);
    power.restore('names too');
    expect(await lengths(dir, power.disk)).toEqual(before);
    if (!wasKilled) break;
  }
});

async function lengths(dir: string, disk: Disk): Promise<number[]> {
  const store = await openLowdb(dir, { disk });
  const found = [(await store.read(ONE)).length, (await store.read(TWO)).length];
  await store.close();
  return found;
}

async function workUntilCut(dir: string, disk: Disk): Promise<string[]> {
  const acknowledged: string[] = [];
  try {
    const store = await openLowdb(dir, { disk });
    try {
      for (const { stream, entries } of work) {
        await store.append(stream, entries[0]?.number ?? 0, entries);
        acknowledged.push(...texts(entries).map((text) => `${stream} ${text}`));
      }
      acknowledged.push(await store.put(bytes));
    } finally {
      await store.close();
    }
  } catch (error) {
    expect(error).toBeInstanceOf(StoreFault);
  }
  return acknowledged;
}

describe('an append', () => {
  test('is written, synced, renamed and its folder synced, in this order, before it resolves', async () => {
    const dir = temporary();
    const { disk, asked } = powerDisk();
    const store = await openLowdb(dir, { disk });
    await store.append(ONE, 0, one.slice(0, 1));
    asked.length = 0;
    await store.append(ONE, 1, one.slice(1));
    const path = join(dir, streamPath(ONE));
    const folder = path.slice(0, path.lastIndexOf('/'));
    const steps = asked.map((step) => step.replace(/new\.[0-9a-f-]{36}\.tmp$/, 'temporary'));
    expect(steps).toEqual([
      ...['create', 'write', 'sync', 'close'].map((step) => `${step} ${join(dir, 'writing', 'temporary')}`),
      `rename ${path}`,
      `syncFolder ${folder}`,
    ]);
    await store.close();
  });

  test('whose folder cannot be synced leaves a stream that answers nothing until a restart shows what is there', async () => {
    const dir = temporary();
    const { disk } = powerDisk();
    let broken = false;
    const failing = {
      ...disk,
      syncFolder: (path: string) => (broken ? Promise.reject(errno('EIO')) : disk.syncFolder(path)),
    };
    const store = await openLowdb(dir, { disk: failing });
    await store.append(ONE, 0, one.slice(0, 1));
    broken = true;
    await expect(store.append(ONE, 1, one.slice(1))).rejects.toMatchObject({ name: 'StoreFault', code: 'io' });
    broken = false;
    await expect(store.read(ONE)).rejects.toMatchObject({ name: 'StoreFault', code: 'io' });
    await expect(store.append(ONE, 1, one.slice(1))).rejects.toMatchObject({ name: 'StoreFault', code: 'io' });
    await store.close();
    const again = await openLowdb(dir, { disk });
    expect(texts(await again.read(ONE))).toEqual(['a', 'b', 'c']);
    await again.close();
  });
});
