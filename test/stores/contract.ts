/** What every store promises; run against each of them. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { flaw, sha256 } from '#src/core/chain.ts';
import type { OnFault } from '#src/stores/faults.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import { all, noted, sorted, texts } from './entries.ts';
import { erasureContract } from './erasure-contract.ts';
import { followersContract } from './followers-contract.ts';
import { notesContract } from './notes-contract.ts';

/** Opens an empty store; the suite closes it. */
export type Open = (onFault: OnFault) => Promise<Store>;

const CASE = 'case/2026-0001';
const SHOWN = 'delivery/case/2026-0001';

// Paths that climb, letters that some file systems confuse, broken surrogates that UTF-8 confuses, names too long.
const odd = [
  ...['claim/post/https://例子.cn/帖子?a=../../..', '../escape', '/', '', 'con', '__proto__', 'q/"\\', 'a\u0000b'],
  ...['Case/a', 'case/A', 'case/a', 'case/é', 'case/e\u0301', 'a/\ud800', 'a/\udbff', `long/${'长'.repeat(2000)}`],
];

/** The suite for the stores that `open` opens. */
export function storeContract(name: string, open: Open): void {
  async function empty(): Promise<Store> {
    const store = await open((message, cause) => expect.fail(`${message}: ${cause}`));
    onTestFinished(() => store.close());
    return store;
  }

  describe(`${name}: a stream`, () => {
    test('that was never written is empty', async () => {
      const store = await empty();
      expect(await store.read(CASE)).toEqual([]);
    });

    test('is read back whole and in order', async () => {
      const store = await empty();
      const first = noted(CASE, ['有人说我们闭嘴', 'we looked\n"into" it']);
      const second = noted(CASE, ['closed 🎉'], first);
      await store.append(CASE, 0, first);
      await store.append(CASE, 2, second);
      expect(await store.read(CASE)).toEqual([...first, ...second]);
      expect(flaw(await store.read(CASE))).toBeUndefined();
    });

    test('does not change when the writer changes its objects afterwards', async () => {
      const store = await empty();
      const mine = noted(CASE, ['first']).map((entry) => ({ ...entry, data: { points: 1 } }));
      await store.append(CASE, 0, mine);
      for (const entry of mine) entry.data.points = 2;
      expect((await store.read(CASE)).map(({ data }) => data)).toEqual([{ points: 1 }]);
    });

    test('that is not as long as the writer believes refuses with what it is, and stays as it was', async () => {
      const store = await empty();
      await store.append(CASE, 0, noted(CASE, ['first']));
      const refused = store.append(CASE, 0, noted(CASE, ['also first']));
      await expect(refused).rejects.toEqual(new Conflict(CASE, 0, 1));
      await expect(refused).rejects.toMatchObject({ name: 'Conflict', stream: CASE, expected: 0, actual: 1 });
      expect(texts(await store.read(CASE))).toEqual(['first']);
    });

    test('lets exactly one of sixteen writers win at each length', async () => {
      const store = await empty();
      for (const round of [0, 1, 2]) {
        const before = await store.read(CASE);
        const tries = Array.from({ length: 16 }, (_, writer) =>
          store.append(CASE, round, noted(CASE, [`${round} by ${writer}`], before)),
        );
        const results = await Promise.allSettled(tries);
        expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        for (const result of results) if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(Conflict);
      }
      expect(flaw(await store.read(CASE))).toBeUndefined();
      expect(await store.read(CASE)).toHaveLength(3);
    });

    test('shows entries appended together together', async () => {
      const store = await empty();
      const writing = store.append(CASE, 0, noted(CASE, ['one', 'two', 'three']));
      const during = await store.read(CASE);
      expect([0, 3]).toContain(during.length);
      await writing;
      expect(await store.read(CASE)).toHaveLength(3);
    });

    test('refuses entries that are numbered otherwise or of another stream', async () => {
      const store = await empty();
      await expect(store.append(CASE, 1, noted(CASE, ['first']))).rejects.toThrow(RangeError);
      await expect(store.append(CASE, 0, noted('case/2026-0002', ['first']))).rejects.toThrow(RangeError);
      expect(await store.read(CASE)).toEqual([]);
    });

    test('stays absent when nothing is appended to it', async () => {
      const store = await empty();
      await store.append(CASE, 0, []);
      expect(await all(store.streams(''))).toEqual([]);
    });

    test('takes no more once the store is closed', async () => {
      const store = await empty();
      const [last, late] = [noted(CASE, ['last words']), noted(CASE, ['last words', 'too late']).slice(1)];
      const writing = store.append(CASE, 0, last);
      await store.close();
      await writing;
      await expect(store.append(CASE, 1, late)).rejects.toThrow('closed');
    });
  });

  describe(`${name}: a name`, () => {
    test('can be anything at all, and no two are one', async () => {
      const store = await empty();
      for (const stream of odd) await store.append(stream, 0, noted(stream, [`in ${stream}`]));
      for (const stream of odd) expect(texts(await store.read(stream))).toEqual([`in ${stream}`]);
      expect(sorted(await all(store.streams('')))).toEqual(sorted(odd));
    });

    test('is found by what it starts with', async () => {
      const store = await empty();
      for (const stream of ['case/1', 'case/12', 'case/2', 'claim/number/1', 'settings'])
        await store.append(stream, 0, noted(stream, ['x']));
      expect(sorted(await all(store.streams('case/1')))).toEqual(['case/1', 'case/12']);
      expect(sorted(await all(store.streams('c')))).toEqual(['case/1', 'case/12', 'case/2', 'claim/number/1']);
      expect(await all(store.streams('settings'))).toEqual(['settings']);
      expect(await all(store.streams('person/'))).toEqual([]);
    });
  });

  describe(`${name}: compaction`, () => {
    test('leaves one snapshot, from which the stream goes on', async () => {
      const store = await empty();
      const long = noted(SHOWN, ['one', 'two', 'three']);
      await store.append(SHOWN, 0, long.slice(0, 2));
      const snapshot = long.slice(2);
      for (const entry of snapshot) await store.compact(SHOWN, 2, entry);
      expect(texts(await store.read(SHOWN))).toEqual(['three']);
      await store.append(SHOWN, 3, noted(SHOWN, ['four'], long));
      expect(texts(await store.read(SHOWN))).toEqual(['three', 'four']);
    });

    test('is refused by a stream that went on, and by the audit trail', async () => {
      const store = await empty();
      await store.append(SHOWN, 0, noted(SHOWN, ['one', 'two']));
      for (const entry of noted(SHOWN, ['x', 'y']).slice(1))
        await expect(store.compact(SHOWN, 1, entry)).rejects.toEqual(new Conflict(SHOWN, 1, 2));
      for (const entry of noted(CASE, ['x'])) await expect(store.compact(CASE, 0, entry)).rejects.toThrow(RangeError);
      expect(texts(await store.read(SHOWN))).toEqual(['one', 'two']);
    });
  });

  describe(`${name}: an attachment`, () => {
    test('is kept under the digest of its bytes, once', async () => {
      const store = await empty();
      const bytes = new Uint8Array([0, 255, 13, 10, 26]);
      expect(await Promise.all([store.put(bytes), store.put(bytes.slice())])).toEqual([sha256(bytes), sha256(bytes)]);
      const found = await store.get(sha256(bytes));
      expect([...(found ?? [])]).toEqual([...bytes]);
    });

    test('may be empty, or large', async () => {
      const store = await empty();
      const large = new Uint8Array(3_000_000).map((_, at) => at % 251);
      expect((await store.get(await store.put(new Uint8Array())))?.length).toBe(0);
      expect(sha256((await store.get(await store.put(large))) ?? '')).toBe(sha256(large));
    });

    test('that nobody put there is not there', async () => {
      const store = await empty();
      expect(await store.get(sha256('never'))).toBeUndefined();
      expect(await store.get('../../etc/passwd')).toBeUndefined();
    });
  });

  erasureContract(name, open);
  notesContract(name, open);
  followersContract(name, open);
}
