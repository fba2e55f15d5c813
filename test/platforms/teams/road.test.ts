/** The main road through Microsoft's own adapter over HTTP: every step as Teams sends it, every answer as Teams gets it. */
import { expect, test } from 'vitest';
import { hands, wordsOf } from './hands.ts';
import { ada, amy, CHANNEL, emma, office, rita } from './office.ts';

test('a case walks from report to its end, and everybody is answered where they are', async () => {
  const place = await office();
  const { chat, house } = place;
  const { says, presses, opens, sends } = hands(place);
  await place.installed(emma, rita, ada, amy);

  await says(emma, 'report https://weibo.com/1234567/Nabcdef the charger got too hot to touch');
  await chat.reaches(`a:${emma.aad}`, 2);
  expect(wordsOf(chat.at(`a:${emma.aad}`)[1]?.card)).toMatch(/RM-\d{4}-\d+/);
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
  const card = () => chat.newest(CHANNEL).card;
  expect(wordsOf(card())).toContain('the charger got too hot to touch');

  // Answered at once and by one line; the shared card is edited afterwards.
  const claimed = await presses(rita, card(), 'case.claim', CHANNEL);
  expect(claimed).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.activity.message' });
  await house.outbox.idle();
  expect(wordsOf(card())).toContain('Rita');
  expect(chat.at(CHANNEL)).toHaveLength(1);

  const facts = await opens(rita, card(), 'case.facts', CHANNEL);
  const fact = { 'in.claim': 'The charger overheats', 'in.verdict': 'true', 'in.evidence': 'Ticket 88213' };
  const verified = await sends(rita, facts, fact, CHANNEL);
  expect(verified?.task?.type ?? 'closed').not.toBe('continue');

  const draft = await opens(rita, card(), 'case.draft', CHANNEL);
  const template = { 'in.template': 'sorry', 'in.account': 'Northwind', 'in.text': '' };
  const second = await sends(rita, draft, template, CHANNEL);
  expect(JSON.stringify(second)).toContain('We are sorry about [what went wrong].');
  const text = 'We are sorry: the charger of your bike overheats. Please write to us, we replace it.';
  const filled = { 'in.account': 'Northwind', 'in.text': text };
  const saved = await sends(rita, { card: second.task.value.card.content }, filled, CHANNEL);
  expect(saved?.task?.type ?? 'closed').not.toBe('continue');
  await house.outbox.idle();

  await presses(rita, card(), 'case.submit', CHANNEL);
  await house.outbox.idle();
  const decision = chat.newest(`a:${ada.aad}`);
  expect(wordsOf(decision.card)).toContain(text);
  expect(wordsOf(chat.newest(`a:${amy.aad}`).card)).toMatch(/审批/);

  // The drafter cannot approve, whatever their card shows.
  const refused = await presses(rita, decision.card, 'case.approve');
  expect(JSON.stringify(refused)).not.toContain('Approved');
  await presses(ada, decision.card, 'case.approve');
  await house.outbox.idle();
  const publish = await opens(rita, card(), 'case.publish', CHANNEL);
  await sends(rita, publish, { 'in.link': 'https://weibo.com/1234567/Nreply' }, CHANNEL);
  await house.outbox.idle();
  expect(wordsOf(card())).toContain('Published');
  expect(chat.at(CHANNEL)).toHaveLength(1);
  expect(wordsOf(chat.newest(`a:${emma.aad}`).card)).toMatch(/RM-\d{4}-\d+/);
  expect([place.faults, chat.wrong]).toEqual([[], []]);
});
