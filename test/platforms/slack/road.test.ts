/** The main road over the real receiver: every step as Slack would send it, every answer as Slack would get it. */
import { expect, test } from 'vitest';
import { hands } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { walksTheRoad } from './walk.ts';

test('a case walks from report to its end, and everybody is answered where they are', async () => {
  const place = await office();
  await walksTheRoad(place, place.post);
});

test('a line typed in a channel is a report as well, answered to nobody but its writer', async () => {
  const place = await office();
  const answer = await hands(place).types('U0EMMA', '/report', 'https://weibo.com/1234567/Nabcdef too hot to touch');
  const said = JSON.parse(answer.body);
  expect(answer.status).toBe(200);
  expect(said.response_type).toBe('ephemeral');
  expect(said.text).toMatch(/RM-\d{4}-\d+/);
  await place.house.outbox.idle();
  expect(place.chat.at('C0GENERAL')).toEqual([]);
  expect(place.chat.at(CHANNEL)).toHaveLength(1);
});
