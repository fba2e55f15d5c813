/** Goodword is taken out of a team: an administrator hears of it in their own chat, and that it is well again. */
import { expect, test } from 'vitest';
import { hands, wordsOf } from './hands.ts';
import { CHANNEL, emma, max, office } from './office.ts';

const chatOf = ({ aad }: { readonly aad: string }) => `a:${aad}`;

test('not installed in the team any more: one card, and the same one once it is', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(emma, max);
  const before = chat.at(chatOf(max)).length;
  chat.fails = ({ conversation }) =>
    conversation === CHANNEL ? { status: 403, code: 'BotNotInConversationRoster' } : undefined;
  await hands(place).says(emma, 'report https://weibo.com/1/a it burns');
  await hands(place).says(emma, 'report https://weibo.com/1/b it burns still');
  await house.idle();
  const [card, ...more] = chat.at(chatOf(max)).slice(before);
  expect([card?.summary, more]).toEqual(['Nothing arrives in the response channel on Teams.', []]);
  expect(wordsOf(card?.card)).toMatch(/not installed there[\s\S]*Add Goodword to the team/);
  expect(wordsOf(card?.card)).not.toContain('it burns');
  chat.fails = () => undefined;
  await hands(place).presses(max, card?.card, 'obstacle.retry');
  await house.idle();
  expect(chat.at(CHANNEL)).toHaveLength(2);
  expect(chat.at(chatOf(max)).slice(before)).toMatchObject([
    { summary: 'Messages arrive again in the response channel on Teams.' },
  ]);
  expect(chat.wrong).toEqual([]);
});

test('before anybody has written from Teams no channel is at fault', async () => {
  const place = await office();
  const { house } = place;
  await house.receive({
    ...{ cause: 'x', platform: 'teams', account: emma.aad, at: new Date(place.clock()).toISOString() },
    does: { type: 'command', name: 'report', text: 'https://weibo.com/1/a it burns' },
  });
  await house.idle();
  expect(house.desk.obstacles.standing()).toEqual([]);
});
