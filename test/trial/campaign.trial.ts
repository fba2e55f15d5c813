/**
 * Five thousand people in one campaign over the embedded store: within the chat's rate, killed at each quarter of the
 * way, everybody reached once, an alert not delayed, and the loop free while they are asked.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { openLowdb } from '#src/stores/lowdb.ts';
import type { Store } from '#src/stores/store.ts';
import { asked, campaignOf, company, life, limitedChat, opensCampaign, START, until } from '#test/road/campaign.ts';
import { virtualTime } from '#test/road/virtual.ts';
import { temporary } from '#test/stores/folder.ts';
import { found } from './found.ts';

const PEOPLE = Number(process.env['TRIAL_PEOPLE'] ?? 5000);
/** Direct messages that Slack opens in a minute. */
const PER_MINUTE = 50;
const BLOCKED = 50;

/** How long the loop was away at worst while something went on, in milliseconds. */
async function away(during: () => Promise<void>): Promise<{ worst: number; usual: number }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await during();
  histogram.disable();
  return { worst: histogram.max / 1e6, usual: histogram.percentile(99) / 1e6 };
}

test('everybody is asked once, whatever happens on the way', async () => {
  const store = await openLowdb(temporary());
  const time = virtualTime(Date.parse(START));
  const { chat, desk, opened, alerted } = await campaignOf(store, time, PEOPLE, PER_MINUTE);
  expect(opened).toContain(`${PEOPLE} people will be asked`);
  expect(asked(chat).size).toBe(PEOPLE);
  expect([...asked(chat).values()].filter((times) => times !== 1)).toEqual([]);
  expect(chat.most()).toBeLessThanOrEqual(PER_MINUTE);
  expect(alerted).toBeLessThanOrEqual(60_000);
  expect(desk.faults).toEqual([]);
  await store.close();
  const minutes = Math.round((time.now() - Date.parse(START)) / 60_000);
  found(
    'campaign',
    `${PEOPLE} people, ${PER_MINUTE} messages a minute, three kills`,
    `all asked once in ${minutes} min of chat time; a critical case shown after ${alerted / 1000} s`,
  );
});

test('opening it holds nobody up, and asks nobody inside the interaction', async () => {
  const store: Store = await openLowdb(temporary());
  const time = virtualTime(Date.parse(START));
  const chat = limitedChat(time, 1_000_000);
  const desk = life(store, chat, time);
  await desk.begin();
  await company(desk, PEOPLE);
  time.jump(1000);
  const { signers } = desk.house.desk.signing;
  const written = () => [...signers.open()].length;
  let [took, during] = [0, 0];
  const opening = await away(async () => {
    const before = performance.now();
    await opensCampaign(desk, time);
    [took, during] = [performance.now() - before, written()];
  });
  const asking = await away(() => until(time, () => chat.chat.messages.length === PEOPLE, 600_000));
  expect(during).toBeLessThan(50);
  expect(opening.worst).toBeLessThan(BLOCKED);
  expect(asking.usual).toBeLessThan(BLOCKED);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  found(
    'campaign',
    `opening it for ${PEOPLE} people`,
    `answered in ${ms(took)}, loop away ${ms(opening.worst)}; while they are asked p99 ${ms(asking.usual)}, worst ${ms(asking.worst)}`,
  );
  await store.close();
});
