/** Deliveries to Teams: what each failure means, how fast they go, and that nothing is lost or doubled by us. */
import { describe, expect, test } from 'vitest';
import type { Platform } from '#src/platforms/platform.ts';
import { ConnectorFault, connector } from '#src/platforms/teams/connector.ts';
import { type Card, heading, quote, text } from '#src/view/card.ts';
import { says } from './activities.ts';
import { hands, wordsOf } from './hands.ts';
import { CHANNEL, emma, mei, office } from './office.ts';
import type { Failure } from './teams.fixture.ts';

const simple = (words: string): Card => ({ summary: words, locale: 'en', timeZone: 'UTC', blocks: [heading(words)] });
const channel = { platform: 'teams', kind: 'channel', id: CHANNEL } as const;
const direct = (id: string) => ({ platform: 'teams', kind: 'direct', id }) as const;

/** An office that Emma has written to, so that Teams' address is known. */
async function reached() {
  const place = await office({ bare: true });
  await place.installed(emma);
  const [platform] = place.house.platforms;
  if (!platform) throw new Error('no platform');
  return { ...place, platform };
}

test('a card is posted, edited in place, and carries its summary and our token', async () => {
  const { chat, platform } = await reached();
  const ref = await platform.send(channel, simple('One'), 'k');
  expect(await platform.update(channel, ref, simple('Two'))).toBe(ref);
  expect(chat.at(CHANNEL)).toMatchObject([{ summary: 'Two', edits: 1 }]);
  expect(await platform.find(channel, 'k')).toBe('cannot');
  expect(new Set(chat.calls.map(({ token }) => token))).toEqual(new Set(['Bearer secret']));
});

test('somebody who never wrote is reached by their Entra id, in one conversation however many cards there are', async () => {
  const { chat, platform } = await reached();
  await Promise.all(['a', 'b', 'c'].map((key) => platform.send(direct(mei.aad), simple(key), key)));
  expect(chat.at(`a:${mei.aad}`)).toHaveLength(3);
  expect(chat.calls.filter(({ method, conversation }) => method === 'POST' && conversation === '')).toHaveLength(1);
});

test('before anybody has written from Teams a place is forbidden, and owed again once somebody has', async () => {
  const place = await office();
  const [platform] = place.house.platforms;
  await expect(platform?.send(channel, simple('One'), 'k')).rejects.toMatchObject({ why: 'forbidden' });
  const when = { at: new Date(place.clock()).toISOString(), cause: 'x' };
  await place.house.receive({
    ...{ platform: 'teams', account: emma.aad, ...when },
    does: { type: 'command', name: 'report', text: 'https://weibo.com/1/a it burns' },
  });
  await place.house.outbox.idle();
  expect(place.chat.at(CHANNEL)).toEqual([]);
  await place.installed(emma);
  await place.chat.reaches(CHANNEL, 1);
  expect(wordsOf(place.chat.newest(CHANNEL).card)).toContain('it burns');
});

const failures: readonly (readonly [Failure, sent: string, edited: string])[] = [
  [{ status: 401 }, 'later', 'later'],
  [{ status: 403, code: 'BotNotInConversationRoster' }, 'forbidden', 'forbidden'],
  [{ status: 404, code: 'ActivityNotFoundInConversation' }, 'gone', 'gone'],
  [{ status: 412 }, 'later', 'later'],
  [{ status: 413, code: 'MessageSizeTooBig' }, 'rejected', 'rejected'],
  [{ status: 400, code: 'BadSyntax' }, 'rejected', 'rejected'],
  [{ status: 429 }, 'later', 'later'],
  [{ status: 502 }, 'unknown', 'later'],
  [{ status: 504 }, 'unknown', 'later'],
  ['arrived', 'unknown', 'later'],
];
test.each(failures)(
  'after %j a post is %s and an edit %s, and neither is repeated by itself',
  async (failure, sent, edited) => {
    const { chat, platform } = await reached();
    const ref = await platform.send(channel, simple('One'), 'k');
    const before = chat.calls.length;
    chat.fails = () => failure;
    await expect(platform.send(channel, simple('Two'), 'l')).rejects.toMatchObject({ why: sent });
    await expect(platform.update(channel, ref, simple('Two'))).rejects.toMatchObject({ why: edited });
    expect(chat.calls.length - before).toBe(2);
  },
);

test('a limit that names a time is kept to', async () => {
  const { chat, platform, clock } = await reached();
  chat.fails = () => ({ status: 429, after: 20 });
  await expect(platform.send(channel, simple('One'), 'k')).rejects.toMatchObject({ why: 'later', retryAfter: 20_000 });
  chat.fails = () => undefined;
  const from = clock();
  await platform.send(channel, simple('One'), 'k');
  expect((chat.calls.at(-1)?.at ?? 0) - from).toBe(20_000);
});

describe('a call', () => {
  test('that takes too long is given up, and that it may have arrived is said', async () => {
    const { chat } = await reached();
    chat.fails = () => 'hangs';
    const calls = connector(async () => undefined, 50);
    const failed = calls.post({ serviceUrl: chat.url, conversation: 'x' }, {});
    await expect(failed).rejects.toBeInstanceOf(ConnectorFault);
    await expect(failed).rejects.toMatchObject({ status: 0, unsent: false });
  });

  test('to nobody certainly was not sent', async () => {
    const { chat } = await reached();
    await chat.stop();
    const calls = connector(async () => undefined);
    const failed = calls.post({ serviceUrl: chat.url, conversation: 'x' }, {});
    await expect(failed).rejects.toMatchObject({ status: 0, unsent: true });
  });
});

test('the longest card keeps below 25 KB, and says what it left out', async () => {
  const { chat, platform } = await reached();
  const long = '充电器烫手 '.repeat(3_000);
  const blocks = [heading('Long'), quote(long, 'somebody'), text(long), quote(long)];
  await platform.send(channel, { ...simple('Long'), blocks }, 'k');
  expect(wordsOf(chat.newest(CHANNEL).card)).toMatch(/… [\d,]+ more characters/);
  expect(chat.wrong).toEqual([]);
});

test('an edit that Teams does not find is posted anew, by the outbox', async () => {
  const place = await office();
  const { chat, house } = place;
  await place.installed(emma);
  await hands(place).says(emma, 'report https://weibo.com/1/a it burns');
  await chat.reaches(CHANNEL, 1);
  await house.outbox.idle();
  chat.messages.splice(0, chat.messages.length);
  await place.post(says(mei, 'report https://weibo.com/1/a it still burns'));
  await chat.reaches(CHANNEL, 1);
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
});

test('after a restart everybody is reached where they were, and nothing is sent twice', async () => {
  const first = await office();
  const { chat, store } = first;
  await first.installed(emma);
  await hands(first).says(emma, 'report https://weibo.com/1/a it burns');
  await chat.reaches(CHANNEL, 1);
  await first.house.outbox.idle();
  await first.stop();
  const before = chat.messages.length;
  const second = await office({ chat, store });
  await second.house.outbox.idle();
  expect(chat.messages).toHaveLength(before);
  const [platform]: readonly Platform[] = second.house.platforms;
  await platform?.send(direct(emma.aad), simple('Still here'), 'k');
  expect(chat.newest(`a:${emma.aad}`).summary).toBe('Still here');
});
