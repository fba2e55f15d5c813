/** What a supervisor is told of the running process: that it works and how fast, and nothing of what it works on. */
import { expect, test } from 'vitest';
import { told } from '#test/metrics/told.ts';
import { ask } from '#test/server/ask.ts';
import { temporary } from '#test/stores/folder.ts';
import { person } from './person.ts';
import { started } from './process.ts';

/** All that a label may say: closed lists of ours, never a word of a person or a case. */
const LABELS =
  /^(?:platform="console"|does="(?:command|message|act|open|submit|home|join|send|edit|find)"|reply="(?:show|replace|open|errors|home|done)"|outcome="(?:ok|conflict|later|unknown)"|lane="(?:urgent|ordinary|bulk)"|le="[\d.+Inf]+"|,)*$/;

test('a scraper reads how the desk has been, and not a word of a case', async () => {
  const desk = started(temporary());
  const url = await desk.url;
  const emma = person(() => url, 'emma');
  await emma.types('report https://weibo.com/1/Nmetrics the kettle of Mr Wang burns');
  await emma.types('report');
  const metrics = async () => (await ask(`${url}/metrics`)).body;
  await expect
    .poll(async () => told(await metrics(), 'goodword_delivery_seconds_count'))
    .toMatchObject({ 'platform="console",does="send",outcome="ok"': expect.any(Number) });
  await expect
    .poll(async () => told(await metrics(), 'goodword_deliveries_waiting'))
    .toEqual({ 'lane="urgent"': 0, 'lane="ordinary"': 0, 'lane="bulk"': 0 });

  const answer = await ask(`${url}/metrics`);
  expect(answer).toMatchObject({ status: 200, headers: { 'content-type': expect.stringContaining('version=0.0.4') } });
  expect(await told(answer.body, 'goodword_interaction_seconds_count')).toEqual({
    'platform="console",does="command",reply="done"': 1,
    'platform="console",does="command",reply="open"': 1,
  });
  expect((await told(answer.body, 'goodword_append_seconds_count'))['outcome="ok"']).toBeGreaterThan(5);
  expect(await told(answer.body, 'goodword_faults_total')).toEqual({ '': 0 });
  expect(await told(answer.body, 'process_resident_memory_bytes')).toEqual({ '': expect.any(Number) });
  expect(answer.body).not.toMatch(/kettle|Wang|weibo|emma|RM-/i);
  for (const [, labels] of answer.body.matchAll(/^goodword_\w+\{(.*)\}/gm)) expect(labels).toMatch(LABELS);
});

test('what a proxy hands on is told nothing of it', async () => {
  const url = await started(temporary()).url;
  for (const header of ['X-Forwarded-For', 'Forwarded', 'Via', 'X-Real-IP']) {
    const answer = await ask(`${url}/metrics`, { headers: { [header]: '203.0.113.7' } });
    expect([header, answer.status]).toEqual([header, 403]);
    expect(answer.body).not.toContain('goodword_');
  }
});
