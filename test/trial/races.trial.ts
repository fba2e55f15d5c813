/** Fifty people in one instant, and merges that cross with a crash at every append, over the embedded store. */
import { describe, test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import { appendsOf, stories, tell } from '#test/road/merges.ts';
import { claimAtOnce, decideAtOnce, pressTwice, raced, reportAtOnce, resignAtOnce } from '#test/road/races.ts';
import { temporary } from '#test/stores/folder.ts';

const CROWD = 50;
/** How often each race is run; on a disk no two go alike. */
const ROUNDS = Number(process.env['TRIAL_RUNS'] ?? 10);
const rounds = Array.from({ length: ROUNDS }, (_, index) => index + 1);

/** On the embedded store, in a folder of its own. */
const run = async (race: (whole: Awaited<ReturnType<typeof raced>>) => Promise<void>) =>
  race(await raced(await openLowdb(temporary())));

describe.each(rounds)('round %i', { timeout: 120_000 }, () => {
  test('fifty approve or reject', () => run((whole) => decideAtOnce(whole, CROWD)));
  test('fifty report one post', () => run((whole) => reportAtOnce(whole, CROWD)));
  test('fifty claim one case', () => run((whole) => claimAtOnce(whole, CROWD)));
  test('one person presses in two windows', () => run(pressTwice));
  test.each(['form', 'line', 'list'] as const)('the last two administrators resign by %s', (way) =>
    run((whole) => resignAtOnce(whole, way)),
  );
});

describe.each(stories)('%s', { timeout: 600_000 }, (story) => {
  /** A store in a folder of its own for each telling, closed before the next. */
  async function onDisk<T>(told: (store: Awaited<ReturnType<typeof openLowdb>>) => Promise<T>): Promise<T> {
    const store = await openLowdb(temporary());
    try {
      return await told(store);
    } finally {
      await store.close();
    }
  }
  test('in one instant', async () => {
    for (let ahead = 0; ahead < 60; ahead += 1) await onDisk((store) => tell(store, story, { ahead }));
  });
  test('with a crash before and after every append', async () => {
    const appends = await onDisk((store) => appendsOf(store, story));
    for (let at = 0; at < appends; at += 1)
      for (const dies of ['before', 'after'] as const)
        await onDisk((store) => tell(store, story, { crash: { at, dies } }));
  });
});
