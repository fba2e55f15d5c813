/** A channel of Slack is archived: an administrator gets it in Block Kit, and mends it from there. */
import { expect, test } from 'vitest';
import { button, hands, wordsOf } from './hands.ts';
import { CHANNEL, type Office, office } from './office.ts';
import { wrongBlocks } from './valid.ts';

/** What Max has in his direct messages. */
const told = ({ chat }: Office) => chat.at('D0MAX');

/** Emma reports while the channel is like this. */
async function blocked(channel: { readonly archived?: true } | undefined): Promise<Office> {
  const place = await office();
  place.chat.channels.delete(CHANNEL);
  if (channel) place.chat.channels.set(CHANNEL, channel);
  await hands(place).types('U0EMMA', '/report', 'They say the kettle is bad');
  await place.house.idle();
  return place;
}

test('an archived channel: one message, what Slack takes, with what to do and a button', async () => {
  const place = await blocked({ archived: true });
  await hands(place).types('U0EMMA', '/report', 'They say the cup is bad');
  await place.house.idle();
  expect(told(place)).toHaveLength(1);
  const [message] = told(place);
  expect(message?.text).toBe('Nothing arrives in the response channel on Slack.');
  expect(wrongBlocks(message?.blocks)).toEqual([]);
  expect(wordsOf(message?.blocks)).toMatch(/The channel is archived\.[\s\S]*Nothing is lost[\s\S]*invite Goodword/);
  expect(wordsOf(message?.blocks)).not.toMatch(/kettle|cup/);
});

test('restored, the button brings what was owed, and the same message says that it is well', async () => {
  const place = await blocked({ archived: true });
  const { chat, house } = place;
  const [before] = told(place);
  chat.channels.set(CHANNEL, {});
  await hands(place).presses('U0MAX', before?.blocks, 'act obstacle.retry', 'D0MAX');
  await house.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
  const [after, ...more] = told(place);
  expect([after?.ts, more]).toEqual([before?.ts, []]);
  expect(after?.text).toBe('Messages arrive again in the response channel on Slack.');
  expect(() => button(after?.blocks, 'act obstacle.retry')).toThrow();
});

test('being let into the channel again is enough', async () => {
  const place = await blocked(undefined);
  expect(wordsOf(told(place)[0]?.blocks)).toContain('No such channel is found on Slack');
  place.chat.channels.set(CHANNEL, {});
  await place.house.outbox.recheck();
  await place.house.idle();
  expect(told(place).map(({ text }) => text)).toEqual(['Messages arrive again in the response channel on Slack.']);
});

test('a message that is not ours to edit is posted anew, and nobody is told that the channel is closed', async () => {
  const place = await blocked({});
  const { chat, house } = place;
  chat.refuses = ({ method, args }) =>
    method === 'chat.update' && args['channel'] === CHANNEL ? 'cant_update_message' : undefined;
  const [card] = chat.at(CHANNEL);
  await hands(place).presses('U0RITA', card?.blocks, 'act case.claim');
  await house.idle();
  expect(chat.at(CHANNEL)).toHaveLength(2);
  expect(told(place)).toEqual([]);
});
