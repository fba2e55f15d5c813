/** What every store promises to those who follow it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OnFault } from '#src/stores/faults.ts';
import type { Store } from '#src/stores/store.ts';
import { noted, texts } from './entries.ts';

const CASE = 'case/2026-0001';

/** The part of the suite about followers. */
export function followersContract(name: string, open: (onFault: OnFault) => Promise<Store>): void {
  async function empty(): Promise<{ store: Store; faults: string[]; told: string[] }> {
    const faults: string[] = [];
    const store = await open((message, cause) => faults.push(`${message}: ${cause}`));
    onTestFinished(() => store.close());
    return { store, faults, told: [] };
  }

  describe(`${name}: a follower`, () => {
    test('has been told when an append resolves', async () => {
      const { store, told } = await empty();
      store.follow((stream, appended) => told.push(...texts(appended).map((text) => `${stream}: ${text}`)));
      await store.append(CASE, 0, noted(CASE, ['one', 'two']));
      expect(told).toEqual([`${CASE}: one`, `${CASE}: two`]);
    });

    test('is told in the order of the stream, however many write at once', async () => {
      const { store, told } = await empty();
      store.follow((_, appended) => told.push(...texts(appended)));
      const entries = noted(
        CASE,
        Array.from({ length: 10 }, (_, at) => `${at}`),
      );
      await Promise.all(entries.map((entry) => store.append(CASE, entry.number, [entry])));
      expect(told).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    });

    test('hears nothing of an append that was refused, nor after it stopped', async () => {
      const { store, told } = await empty();
      const stop = store.follow((_, appended) => told.push(...texts(appended)));
      await store.append(CASE, 0, noted(CASE, ['one']));
      await expect(store.append(CASE, 0, noted(CASE, ['refused']))).rejects.toThrow();
      stop();
      await store.append(CASE, 1, noted(CASE, ['one', 'unheard']).slice(1));
      expect(told).toEqual(['one']);
    });

    test('that throws loses neither the append nor the other followers', async () => {
      const { store, told, faults } = await empty();
      store.follow(() => {
        throw new Error('a bug of mine');
      });
      store.follow((_, appended) => told.push(...texts(appended)));
      await store.append(CASE, 0, noted(CASE, ['one']));
      expect(told).toEqual(['one']);
      expect(texts(await store.read(CASE))).toEqual(['one']);
      expect(faults).toEqual([`a follower failed on ${CASE}: Error: a bug of mine`]);
    });
  });
}
