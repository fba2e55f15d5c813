/** The rates of a thread, over a clock that does not wait. */
import { expect, test } from 'vitest';
import { RATES } from '#src/platforms/teams/limits.ts';
import { pace } from '#src/platforms/teams/pace.ts';

/** Asks for so many turns at once, and says when each was had; waiting moves nobody's clock but its own. */
async function turns(many: number, stop = new AbortController()) {
  const at: number[] = [];
  const paced = pace({ clock: () => 0, stop: stop.signal, wait: async (ms) => void at.push(ms) });
  for (let index = 0; index < many; index += 1) {
    const waits = at.length;
    await paced.turn('a');
    if (at.length === waits) at.push(0);
  }
  return { at, paced };
}

test('four thousand messages to one thread keep to every rate, and go as soon as that allows', async () => {
  const { at } = await turns(4_000);
  for (const { most, within } of RATES) {
    const gaps = at.slice(most).map((ms, index) => ms - (at[index] ?? 0));
    expect([most, Math.min(...gaps) >= within]).toEqual([most, true]);
  }
  expect(at.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000]);
  expect(at.at(1_800)).toBe(3_600_000);
});

test('another thread does not wait for a busy one, and a rest concerns its own thread alone', async () => {
  const { at, paced } = await turns(100);
  const before = at.length;
  await paced.turn('b');
  expect(at).toHaveLength(before);
  paced.rest('c', 5_000);
  await paced.turn('d');
  expect(at).toHaveLength(before);
  await paced.turn('c');
  expect(at.at(-1)).toBe(5_000);
});

test('whoever waits when we stop is told to come again', async () => {
  const stop = new AbortController();
  const { paced } = await turns(7, stop);
  stop.abort();
  await expect(paced.turn('a')).rejects.toMatchObject({ why: 'later' });
});
