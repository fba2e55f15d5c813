/** What is owed arrives, once, whatever Slack's Web API does meanwhile. */
import { describe, expect, test } from 'vitest';
import type { Card } from '#src/view/card.ts';
import { wordsOf } from './hands.ts';
import { CHANNEL, office } from './office.ts';
import { channel, direct, opened, simple } from './place.ts';
import { type Call, type Failure, slack } from './slack.fixture.ts';

describe('a failure means for a delivery', () => {
  const send = (call: Call) => call.method === 'chat.postMessage';
  test.each<[Failure, string, string]>([
    ['limited', 'later', 'later'],
    ['broken', 'unknown', 'later'],
    ['arrived', 'unknown', 'later'],
    ['reset', 'unknown', 'later'],
    ['hangs', 'unknown', 'later'],
  ])('%s: a post is %s, an edit %s', async (failure, post, edit) => {
    const { platform, chat } = await opened(undefined, failure === 'hangs' ? { timeout: 2_000 } : {});
    const ref = await platform.send(channel(), simple('One'), 'k0');
    chat.fails = () => failure;
    await expect(platform.send(channel(), simple('Two'), 'k1')).rejects.toMatchObject({
      name: 'DeliveryFault',
      why: post,
    });
    await expect(platform.update(channel(), ref, simple('Three'))).rejects.toMatchObject({ why: edit });
  });

  test('a limit is waited for as long as Slack says, by whoever comes next to the same channel', async () => {
    const { platform, chat, waited } = await opened();
    chat.retryAfter = 30;
    chat.fails = (call) => (send(call) ? 'limited' : undefined);
    const limited = platform.send(channel(), simple('One'), 'k1');
    await expect(limited).rejects.toMatchObject({ why: 'later', retryAfter: 30_000 });
    chat.fails = () => undefined;
    await platform.send(channel(), simple('Two'), 'k2');
    expect(waited()).toBe(30_000);
  });

  test.each([
    ['channel_not_found', 'gone'],
    ['is_archived', 'forbidden'],
    ['not_in_channel', 'forbidden'],
    ['restricted_action', 'forbidden'],
    ['team_access_not_granted', 'forbidden'],
    ['invalid_blocks', 'rejected'],
    ['msg_blocks_too_long', 'rejected'],
    ['internal_error', 'unknown'],
    ['ratelimited', 'later'],
    ['invalid_auth', 'later'],
    ['token_revoked', 'later'],
    ['account_inactive', 'later'],
    ['accesslimited', 'later'],
    ['message_limit_exceeded', 'later'],
  ])('%s: a post is %s', async (word, why) => {
    const { platform, chat } = await opened();
    chat.refuses = (call) => (send(call) ? word : undefined);
    await expect(platform.send(channel(), simple('One'), 'k1')).rejects.toMatchObject({ why });
  });

  test.each([
    ['message_not_found', 'gone'],
    ['cant_update_message', 'gone'],
    ['is_archived', 'forbidden'],
    ['is_inactive', 'forbidden'],
    ['fatal_error', 'later'],
  ])('%s: an edit is %s', async (word, why) => {
    const { platform, chat } = await opened();
    const ref = await platform.send(channel(), simple('One'), 'k1');
    chat.refuses = () => word;
    await expect(platform.update(channel(), ref, simple('Two'))).rejects.toMatchObject({ why });
  });

  test('a refusal that nobody has heard of is no promise, and comes back as it is', async () => {
    const { platform, chat } = await opened();
    chat.refuses = (call) => (send(call) ? 'something_new' : undefined);
    await expect(platform.send(channel(), simple('One'), 'k1')).rejects.toMatchObject({
      data: { error: 'something_new' },
    });
  });

  test('Slack that cannot be reached at all was sent nothing', async () => {
    const { platform, chat } = await opened();
    await chat.stop();
    await expect(platform.send(channel(), simple('One'), 'k1')).rejects.toMatchObject({ why: 'later' });
  });
});

test('direct messages are opened once for a person', async () => {
  const { platform, chat } = await opened();
  chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en' });
  await platform.send(direct('U0EMMA'), simple('One'), 'k1');
  await platform.send(direct('U0EMMA'), simple('Two'), 'k2');
  expect(chat.calls.filter(({ method }) => method === 'conversations.open')).toHaveLength(1);
  expect(chat.at('D0EMMA').map(({ text }) => text)).toEqual(['One', 'Two']);
  await expect(platform.send(direct('U0NOBODY'), simple('x'), 'k3')).rejects.toMatchObject({ why: 'gone' });
  chat.users.set('U0LEFT', { id: 'U0LEFT', name: 'Left', locale: 'en', deleted: true });
  await expect(platform.send(direct('U0LEFT'), simple('x'), 'k4')).rejects.toMatchObject({ why: 'forbidden' });
});

test('a channel gets a message a second at most, a workspace fifty edits a minute', async () => {
  const { platform, chat } = await opened();
  chat.channels.set('C0OTHER', {});
  const refs: string[] = [];
  for (let count = 0; count < 20; count += 1) refs.push(await platform.send(channel(), simple('x'), `k${count}`));
  const posts = chat.calls.filter(({ method }) => method === 'chat.postMessage').map(({ at }) => at);
  expect((posts.at(-1) ?? 0) - (posts[0] ?? 0)).toBe(19_000);
  for (let count = 0; count < 120; count += 1) await platform.update(channel(), refs[0] ?? '', simple(`${count}`));
  const edits = chat.calls.filter(({ method }) => method === 'chat.update').map(({ at }) => at);
  // Ten go at once, the others 1.2 seconds apart.
  expect((edits.at(-1) ?? 0) - (edits[0] ?? 0)).toBe(110 * 1_200);
  const before = chat.clock();
  await platform.send(channel('C0OTHER'), simple('x'), 'k');
  expect(chat.clock()).toBe(before);
});

describe('a delivery that may have arrived', () => {
  test('is found by its key, and by no other', async () => {
    const { platform } = await opened();
    const ref = await platform.send(channel(), simple('One'), 'k1');
    expect(await platform.find(channel(), 'k1')).toBe(ref);
    expect(await platform.find(channel(), 'k2')).toBeUndefined();
  });

  test('cannot be looked up without the permission to read', async () => {
    const chat = await slack();
    chat.scopes = 'commands,chat:write';
    const { platform } = await opened(undefined, { chat });
    expect(await platform.find(channel(), 'k1')).toBe('cannot');
    expect(chat.calls.some(({ method }) => method === 'conversations.history')).toBe(false);
  });

  test('nor where Slack says that we may not read', async () => {
    const { platform, chat } = await opened();
    chat.refuses = ({ method }) => (method === 'conversations.history' ? 'not_in_channel' : undefined);
    expect(await platform.find(channel(), 'k1')).toBe('cannot');
  });
});

test('thirty of a hundred calls fail, for a thousand changes: everything ends as it is, and nothing is there twice', async () => {
  const place = await office({ timeout: 150 });
  const { chat, house } = place;
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const ways: readonly Failure[] = ['limited', 'broken', 'arrived', 'stuck', 'reset', 'limited', 'broken', 'arrived'];
  let failed = 0;
  chat.fails = ({ method }) => {
    if (!/^(?:chat\.|conversations\.)/.test(method) || random() > 0.3) return undefined;
    failed += 1;
    return ways[Math.floor(random() * ways.length)];
  };
  const CASES = 50;
  const FACTS = 19;
  const act = (cause: string, account: string, does: Parameters<typeof house.receive>[0]['does']) =>
    house.receive({ cause, platform: 'slack', account, at: new Date(place.clock()).toISOString(), does });
  const report = (index: number) =>
    act(`r${index}`, 'U0EMMA', {
      type: 'command',
      name: 'report',
      text: `https://weibo.com/1234567/N${index}x kettle ${index}`,
    });
  await Promise.all(Array.from({ length: CASES }, (_, index) => report(index)));
  const ids = [...house.desk.cases.list({ me: '', roles: ['responder'] }, () => true)].map(({ id }) => id);
  expect(ids).toHaveLength(CASES);
  for (let count = 1; count <= FACTS; count += 1) {
    // Now and then everything is delivered in between; otherwise many changes become one edit.
    if (count % 4 === 0) await house.outbox.idle();
    await Promise.all(
      ids.map((id) =>
        act(`f${count}/${id}`, 'U0RITA', {
          type: 'submit',
          form: 'case.facts',
          args: { case: id },
          values: { which: 'new', claim: `fact ${count} of ${id}`, verdict: 'true', evidence: 'seen' },
        }),
      ),
    );
  }
  await house.outbox.idle();
  chat.fails = () => undefined;

  const cards = chat.at(CHANNEL);
  const keys = chat.messages.map(({ metadata }) => metadata?.event_payload.key);
  expect(failed).toBeGreaterThan(100);
  expect(new Set(keys).size).toBe(keys.length);
  expect(cards).toHaveLength(CASES);
  for (const id of ids) {
    const [card, ...more] = cards.filter(({ blocks }) => JSON.stringify(blocks).includes(id));
    expect(more).toEqual([]);
    expect(wordsOf(card?.blocks)).toContain(`fact ${FACTS} of ${id}`);
  }
  expect(place.faults).toEqual([]);
}, 60_000);

test('a deleted message or an archived channel blocks nobody else', async () => {
  const place = await office();
  const { chat, house } = place;
  chat.channels.set(CHANNEL, { archived: true });
  const does = { type: 'command', name: 'report', text: 'They say the kettle is bad' } as const;
  await house.receive({
    cause: 'r1',
    platform: 'slack',
    account: 'U0EMMA',
    at: new Date(place.clock()).toISOString(),
    does,
  });
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toEqual([]);
  expect(chat.at('D0EMMA')).toHaveLength(1);
  // Once for each state of the case: it is tried again when the case has changed, for instance because it is late.
  const told = place.faults.filter((fault) => fault.includes('does not take'));
  expect(new Set(told.map((fault) => fault.split('\n')[0])).size).toBe(1);
  expect(told.length).toBeLessThanOrEqual(2);
  chat.channels.set(CHANNEL, {});
  await house.outbox.recheck();
  await house.outbox.idle();
  expect(chat.at(CHANNEL)).toHaveLength(1);
});

test('a card too long for Slack arrives shortened, and says so', async () => {
  const { platform, chat } = await opened();
  const blocks = Array.from({ length: 200 }, (_, index) => [
    { type: 'heading', text: `Part ${index}` } as const,
    { type: 'quote', text: '长'.repeat(2000) } as const,
    { type: 'divider' } as const,
  ]).flat();
  const card: Card = { summary: 'x'.repeat(9000), locale: 'zh', timeZone: 'Asia/Shanghai', blocks };
  await platform.send(channel(), card, 'k1');
  const [message] = chat.at('C0RESPONSE');
  expect(wordsOf(message?.blocks)).toMatch(/另有 [\d,]+ 项未在此显示/);
  expect(message?.text).toMatch(/另有 7,500 字$/);
});
