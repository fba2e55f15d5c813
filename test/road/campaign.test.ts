/** A campaign to two hundred people, killed three times on its way, beside a critical case. */
import { expect, test } from 'vitest';
import { memoryStore } from '#test/stores/memory.ts';
import { asked, campaignOf, START } from './campaign.ts';
import { virtualTime } from './virtual.ts';

const PEOPLE = 200;
const PER_MINUTE = 20;

test('everybody is asked once, within the chat’s rate, and an alert does not wait for them', async () => {
  const time = virtualTime(Date.parse(START));
  const { chat, desk, opened, alerted } = await campaignOf(memoryStore(), time, PEOPLE, PER_MINUTE);
  expect(opened).toContain(`${PEOPLE} people will be asked`);
  expect(alerted).toBeLessThanOrEqual(60_000);
  expect(asked(chat).size).toBe(PEOPLE);
  expect([...asked(chat).values()].filter((times) => times !== 1)).toEqual([]);
  expect(chat.most()).toBeLessThanOrEqual(PER_MINUTE);
  expect(desk.faults).toEqual([]);
});
