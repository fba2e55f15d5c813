/** What every store promises about notes: they come back as long as their stream is as it was, and never after. */
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OnFault } from '#src/stores/faults.ts';
import type { Store } from '#src/stores/store.ts';
import { all, noted, sorted } from './entries.ts';

const [ONE, TWO, SHOWN] = ['case/1', 'case/2', 'delivery/case/1'];

/** The part of the suite about notes. */
export function notesContract(name: string, open: (onFault: OnFault) => Promise<Store>): void {
  async function withTwo(): Promise<Store> {
    const store = await open((message, cause) => expect.fail(`${message}: ${cause}`));
    onTestFinished(() => store.close());
    for (const stream of [ONE, TWO, SHOWN]) await store.append(stream, 0, noted(stream, ['a', 'b']));
    return store;
  }
  const recalled = async (store: Store, stream: string) =>
    (await all(store.recall('case/'))).flat().find((one) => one.stream === stream);

  describe(`${name}: a note`, () => {
    test('is recalled with its stream, and streams without one are named too', async () => {
      const store = await withTwo();
      store.remember(ONE, 2, { title: '水' });
      expect(await recalled(store, ONE)).toEqual({ stream: ONE, noted: { length: 2, note: { title: '水' } } });
      expect(await recalled(store, TWO)).toEqual({ stream: TWO });
      expect(sorted((await all(store.recall(''))).flat().map(({ stream }) => stream))).toEqual(
        sorted([ONE, TWO, SHOWN]),
      );
      expect((await all(store.recall('person/'))).flat()).toEqual([]);
    });

    test('replaces the one before', async () => {
      const store = await withTwo();
      for (const note of ['first', 'second']) store.remember(ONE, 2, note);
      expect(await recalled(store, ONE)).toMatchObject({ noted: { note: 'second' } });
    });

    test('is worth nothing once its stream went on', async () => {
      const store = await withTwo();
      store.remember(ONE, 2, 'two entries');
      await store.append(ONE, 2, noted(ONE, ['a', 'b', 'c']).slice(2));
      expect(await recalled(store, ONE)).toEqual({ stream: ONE });
      store.remember(ONE, 2, 'late');
      expect(await recalled(store, ONE)).toEqual({ stream: ONE });
    });

    test('on a stream that there is not is not kept', async () => {
      const store = await withTwo();
      store.remember('case/3', 0, 'nothing');
      store.remember('case/3', 1, 'nothing');
      expect(await recalled(store, 'case/3')).toBeUndefined();
    });
  });
}
