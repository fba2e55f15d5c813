/** Merges that cross or meet something else, also over a crash: nothing is lost, nobody hears of an end twice. */
import { describe, test } from 'vitest';
import { memoryStore } from '#test/stores/memory.ts';
import { appendsOf, stories, tell } from './merges.ts';

/** Every so many turns and appends; test/trial takes each. */
const STRIDE = 5;

describe.each(stories)('%s', (story) => {
  test('in one instant', async () => {
    for (let ahead = 0; ahead < 40; ahead += STRIDE) await tell(memoryStore(), story, { ahead });
  });
  test('with a crash between two appends', async () => {
    const appends = await appendsOf(memoryStore(), story);
    for (let at = 0; at < appends; at += STRIDE)
      await tell(memoryStore(), story, { crash: { at, dies: at % 2 === 0 ? 'before' : 'after' } });
  });
});
