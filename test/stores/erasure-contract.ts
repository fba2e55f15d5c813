/** What every store promises about erasing: what people wrote is gone, and the chain still holds. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { erase, flaw } from '#src/core/chain.ts';
import type { OnFault } from '#src/stores/faults.ts';
import { Conflict, type Store } from '#src/stores/store.ts';
import { all, noted } from './entries.ts';

const CASE = 'case/2026-0001';
const SHOWN = 'delivery/case/2026-0001';

/** The part of the suite about rewriting. */
export function erasureContract(name: string, open: (onFault: OnFault) => Promise<Store>): void {
  async function withCase(): Promise<{ store: Store; entries: ReturnType<typeof noted> }> {
    const store = await open((message, cause) => expect.fail(`${message}: ${cause}`));
    onTestFinished(() => store.close());
    const entries = noted(CASE, ['my neighbour Li', 'her telephone', 'closed']);
    await store.append(CASE, 0, entries);
    return { store, entries };
  }

  describe(`${name}: erasing`, () => {
    test('takes away what was written, keeps every digest, and the stream goes on', async () => {
      const { store, entries } = await withCase();
      await store.rewrite(CASE, 3, [...entries.slice(0, 1).map(erase), ...entries.slice(1)]);
      const now = await store.read(CASE);
      expect(now.map((entry) => entry.private?.value)).toEqual([
        { text: '' },
        { text: 'her telephone' },
        { text: 'closed' },
      ]);
      expect(now.map(({ digest }) => digest)).toEqual(entries.map(({ digest }) => digest));
      expect(flaw(now)).toBeUndefined();
      await store.append(CASE, 3, noted(CASE, ['reopened'], now));
      expect(flaw(await store.read(CASE))).toBeUndefined();
    });

    test('may be asked for twice', async () => {
      const { store, entries } = await withCase();
      await store.rewrite(CASE, 3, entries.map(erase));
      const once = await store.read(CASE);
      await store.rewrite(CASE, 3, once.map(erase));
      expect(await store.read(CASE)).toEqual(once);
    });

    test('changes nothing else: not a fact, not a word, not the order or number of entries', async () => {
      const { store, entries } = await withCase();
      const [first, ...rest] = entries;
      const forged = [
        [{ ...first, by: 'mallory' }, ...rest],
        [{ ...first, private: { ...first?.private, value: { text: 'somebody else' } } }, ...rest],
        [{ ...first, private: { ...first?.private, salt: '', value: { text: '', more: 1 } } }, ...rest],
        entries.toReversed(),
        rest,
        [...entries, ...noted(CASE, ['one more'], entries)],
      ].map((attempt): typeof entries => JSON.parse(JSON.stringify(attempt)));
      for (const attempt of forged) await expect(store.rewrite(CASE, 3, attempt)).rejects.toThrow(RangeError);
      expect(await store.read(CASE)).toEqual(entries);
    });

    test('is refused by a stream that went on', async () => {
      const { store, entries } = await withCase();
      await expect(store.rewrite(CASE, 2, entries.slice(0, 2).map(erase))).rejects.toEqual(new Conflict(CASE, 2, 3));
      expect(await store.read(CASE)).toEqual(entries);
    });

    test('tells those who follow to forget what they know, and leaves no note behind', async () => {
      const { store, entries } = await withCase();
      await store.append(SHOWN, 0, noted(SHOWN, ['kept']));
      store.remember(CASE, 3, 'my neighbour Li');
      store.remember(SHOWN, 1, 'kept');
      const told: unknown[] = [];
      store.follow((stream, appended) => told.push([stream, appended]));
      await store.rewrite(CASE, 3, entries.map(erase));
      expect(told).toEqual([[CASE, []]]);
      expect((await all(store.recall(''))).flat()).toContainEqual({ stream: CASE });
      expect((await all(store.recall(''))).flat()).toContainEqual({
        stream: SHOWN,
        noted: { length: 1, note: 'kept' },
      });
    });
  });
}
