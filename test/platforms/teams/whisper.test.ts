/** A command with a slash is seen by nobody else in its channel, and neither is its answer. */
import { expect, test } from 'vitest';
import { whispers } from './activities.ts';
import { hands, wordsOf } from './hands.ts';
import { emma, office, rita } from './office.ts';

const OTHER = '19:other@thread.tacv2';
const THREAD = `${OTHER};messageid=1`;
const chatOf = ({ aad }: { aad: string }) => `a:${aad}`;

test('what is asked unseen is answered there, unseen, and belongs to its question', async () => {
  const place = await office();
  const { chat } = place;
  await place.installed(rita);
  const asked = whispers(rita, 'desk open', OTHER);
  await place.post(asked);
  await chat.reaches(THREAD, 1);
  expect(chat.at(THREAD)).toMatchObject([{ only: `29:${rita.aad}` }]);
  expect(wordsOf(chat.newest(THREAD).card)).toContain('No case is open');
  expect(chat.calls.at(-1)?.body['entities']).toEqual([{ type: 'targetedMessageInfo', messageId: asked.id }]);
  expect(chat.at(chatOf(rita))).toHaveLength(1);
});

test('a form asked for unseen is a button that only they see, whose dialog opens', async () => {
  const place = await office();
  const { chat } = place;
  await place.post(whispers(emma, 'report', OTHER));
  await chat.reaches(THREAD, 1);
  const { card, only } = chat.newest(THREAD);
  expect(only).toBe(`29:${emma.aad}`);
  expect((await hands(place).opens(emma, card, 'report.new', OTHER)).title).toBe('Report a mention');
});

test('where Teams takes no whisper the answer comes in their own chat, and nothing is said aloud', async () => {
  const place = await office();
  const { chat } = place;
  await place.installed(rita);
  chat.fails = ({ targeted }) => (targeted ? { status: 403, code: 'Forbidden' } : undefined);
  await place.post(whispers(rita, 'desk open', OTHER));
  await chat.reaches(chatOf(rita), 2);
  expect(wordsOf(chat.newest(chatOf(rita)).card)).toContain('No case is open');
  await place.stop();
  expect(chat.at(THREAD)).toEqual([]);
  expect(place.faults).toEqual([]);
});
