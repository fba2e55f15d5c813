/** A form that was asked for where it does not stand well is a button, whose dialog opens. */
import { expect, test } from 'vitest';
import { mentions, says } from './activities.ts';
import { hands } from './hands.ts';
import { emma, office } from './office.ts';

const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

test.each(['iOS', 'Android'])('on a phone (%s) "report" is a button, whose dialog opens', async (platform) => {
  const place = await office();
  const { chat } = place;
  await place.installed(emma);
  await place.post(says(emma, 'report', platform));
  await chat.reaches(chatOf(emma), 2);
  const { card } = chat.newest(chatOf(emma));
  expect(JSON.stringify(card)).not.toContain('Input.');
  expect((await hands(place).opens(emma, card, 'report.new')).title).toBe('Report a mention');
});

test('a form asked for in a channel is a button there, whose dialog is one’s own', async () => {
  const place = await office();
  const { chat } = place;
  const { opens } = hands(place);
  await place.post(mentions(emma, 'report', '19:other@thread.tacv2'));
  await chat.reaches('19:other@thread.tacv2;messageid=1', 1);
  const { card } = chat.newest('19:other@thread.tacv2;messageid=1');
  expect(JSON.stringify(card)).not.toContain('Input.');
  expect((await opens(emma, card, 'report.new', '19:other@thread.tacv2')).title).toBe('Report a mention');
});
