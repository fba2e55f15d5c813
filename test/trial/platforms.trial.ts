/** A thousand random deeds from Slack and Teams at once, with both failing: no card is lost, stale or doubled where that can be known. */
import { expect, test } from 'vitest';
import { play } from '#test/platforms/both/play.ts';
import { found } from './found.ts';

const COUNT = Number(process.env['TRIAL_RUNS'] ?? 1000);
const given = Number(process.env['TRIAL_SEED']);
const seed = Number.isSafeInteger(given) && given > 0 ? given : Date.now() % 1_000_000;

test(`${COUNT} deeds on two platforms, seed ${seed}`, { timeout: 3_600_000 }, async () => {
  const { place, missing, more, statuses, cards, arrived } = await play(COUNT, seed);
  expect(missing).toEqual({ slack: [], teams: [] });
  expect(more.slack).toEqual([]);
  expect(more.teams.length).toBeLessThanOrEqual(arrived);
  expect([place.faults, place.right.wrong]).toEqual([[], []]);
  const tried = `${COUNT} deeds, seed ${seed}; ${cards} cards, cases that were ${[...statuses].join(', ')}`;
  const twice = `${more.teams.length} doubled on Teams of ${arrived} whose answer was lost`;
  found('platforms', tried, `both channels as the records say; ${twice}`);
});
