/** The main road over the real receiver: every step as Slack would send it, every answer as Slack would get it. */
import { expect, test } from 'vitest';
import { hands, wordsOf } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { homeOpened } from './payloads.ts';

test('a case walks from report to its end, and everybody is answered where they are', async () => {
  const place = await office();
  const { chat, house } = place;
  const { types, presses, opens, sends } = hands(place);

  // Somebody reports in a channel: only they read the answer, and nobody sees the command.
  const answer = await types('U0EMMA', '/report', 'https://weibo.com/1234567/Nabcdef the charger got too hot to touch');
  expect(answer.status).toBe(200);
  const said = JSON.parse(answer.body);
  expect(said.response_type).toBe('ephemeral');
  expect(said.text).toMatch(/RM-\d{4}-\d+/);
  await house.outbox.idle();
  expect(chat.at('C0GENERAL')).toEqual([]);
  const card = () => chat.at(CHANNEL)[0];
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(wordsOf(card()?.blocks)).toContain('the charger got too hot to touch');
  expect(chat.at('D0EMMA').map(({ text }) => text)).toEqual([expect.stringMatching(/RM-\d{4}/)]);

  await presses('U0RITA', card()?.blocks, 'act case.claim');
  await house.outbox.idle();
  expect(wordsOf(card()?.blocks)).toContain('Rita');

  const facts = await opens('U0RITA', card()?.blocks, 'open case.facts');
  const verified = await sends('U0RITA', facts, {
    claim: 'The charger overheats',
    verdict: 'true',
    evidence: 'Ticket 88213',
  });
  expect(verified).toEqual({ status: 200, said: undefined });

  const draft = await opens('U0RITA', card()?.blocks, 'open case.draft');
  const fromTemplate = await sends('U0RITA', draft, { template: 'sorry', account: 'Northwind', text: '' });
  expect(fromTemplate.said.response_action).toBe('update');
  const second = { id: draft.id, view: fromTemplate.said.view };
  expect(JSON.stringify(second.view)).toContain('We are sorry about [what went wrong].');
  const text = 'We are sorry: the charger of your bike overheats. Please write to us, we replace it.';
  expect(await sends('U0RITA', second, { account: 'Northwind', text })).toEqual({ status: 200, said: undefined });
  await house.outbox.idle();

  await presses('U0RITA', card()?.blocks, 'act case.submit');
  await house.outbox.idle();
  const decision = chat.at('D0ADA').at(-1);
  expect(wordsOf(decision?.blocks)).toContain(text);
  expect(wordsOf(chat.at('D0AMY').at(-1)?.blocks)).toMatch(/[\u4e00-\u9fff]/);

  await presses('U0ADA', decision?.blocks, 'act case.approve', 'D0ADA');
  await house.outbox.idle();
  const publish = await opens('U0RITA', card()?.blocks, 'open case.publish');
  const published = await sends('U0RITA', publish, { link: 'https://weibo.com/1234567/Nreply' });
  expect(published.status).toBe(200);
  await house.outbox.idle();
  expect(wordsOf(chat.at(CHANNEL))).toContain('Published');

  // The home shows the report's state to whoever reported, in a view of its own.
  const home = chat.next(({ method }) => method === 'views.publish');
  await place.post(homeOpened('U0EMMA'));
  await home;
  expect(wordsOf(chat.homes.get('U0EMMA'))).toMatch(/RM-\d{4}/);
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(place.faults).toEqual([]);
});
