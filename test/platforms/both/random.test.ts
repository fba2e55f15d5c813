/** The short form of `npm run trial -- platforms`. */
import { expect, test } from 'vitest';
import { play } from './play.ts';

test('people act at random from Slack and Teams at once while both fail, and both channels show what the records say', async () => {
  const { place, missing, more, statuses, cards, arrived } = await play(120, 3);
  expect(missing).toEqual({ slack: [], teams: [] });
  expect(more.slack).toEqual([]);
  // Teams lets nobody look: what arrived while the line broke may stand twice.
  expect(more.teams.length).toBeLessThanOrEqual(arrived);
  expect(cards).toBeGreaterThanOrEqual(3);
  expect(statuses.size).toBeGreaterThanOrEqual(3);
  expect([place.faults, place.right.wrong]).toEqual([[], []]);
});
