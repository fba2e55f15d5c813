/** The company's texts in Teams: policies and the check answer in somebody's own chat, page by page. */
import { expect, test } from 'vitest';
import { shelf } from '#test/content/shelf.ts';
import { hands, wordsOf } from './hands.ts';
import { emma, mei, office } from './office.ts';

const { policies } = shelf;
const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

test('"policy" and some words search; a result is read, and the page turns in the card', async () => {
  const place = await office({ policies });
  const { chat } = place;
  const { says, presses } = hands(place);
  await place.installed(emma);
  await says(emma, 'policy do not comment');
  await chat.reaches(chatOf(emma), 2);
  const found = chat.newest(chatOf(emma));
  expect(wordsOf(found.card)).toContain('3.2 Report, do not answer');
  await presses(emma, found.card, 'policy.read');
  await chat.reaches(chatOf(emma), 3);
  const clause = chat.newest(chatOf(emma));
  expect(wordsOf(clause.card)).toMatch(/Clause \d+ of \d+/);
  const turned = await presses(emma, clause.card, 'policy.contents', undefined, { replyToId: clause.id });
  expect(wordsOf(turned.value)).toContain('Which part would you like to read?');
  expect(chat.wrong).toEqual([]);
  expect(place.faults).toEqual([]);
});

test('制度 alone lists them in Chinese', async () => {
  const place = await office({ policies });
  await place.installed(mei);
  await hands(place).says(mei, '制度');
  await place.chat.reaches(chatOf(mei), 2);
  expect(wordsOf(place.chat.newest(chatOf(mei)).card)).toContain('个人责任书');
  expect(place.chat.wrong).toEqual([]);
});

test('自查 puts its form into the chat; the answer takes its place without what was found', async () => {
  const place = await office({ policies });
  const { chat } = place;
  const { says, fills } = hands(place);
  await place.installed(mei);
  await says(mei, '自查');
  await chat.reaches(chatOf(mei), 2);
  const sent = await fills(mei, chat.newest(chatOf(mei)).card, { 'in.text': '客户电话13812345678' });
  expect(wordsOf(sent.value)).toContain('请不要照原样发布。');
  expect(JSON.stringify(sent)).not.toContain('13812345678');
  expect(chat.wrong).toEqual([]);
  expect(place.faults).toEqual([]);
});
