/** What a page may ask, what comes in from it, and what it gets back. */
import { describe, expect, test } from 'vitest';
import type { Answered } from '#src/platforms/console/protocol.ts';
import { input } from '#src/view/form.ts';
import { ask } from '#test/server/ask.ts';
import { eventsAs } from './events.ts';
import { direct, opened, simple } from './place.ts';

const CAUSE = 'c0ffee00-0000-4000-8000-000000000000';
const HOME = { as: 'emma', does: { type: 'home' }, cause: CAUSE };
const post = (url: string, body: unknown, headers: Record<string, string> = {}) =>
  ask(`${url}/console/interact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const answer = async (url: string, body: unknown): Promise<Answered> => JSON.parse((await post(url, body)).body);

test('an interaction comes in as it was made, with who it was from the list and not from the page', async () => {
  const { url, seen } = await opened(undefined, { now: () => '2026-01-01T00:00:00.000Z' });
  const does = { type: 'command', name: 'report', text: '<!channel> 你好' };
  expect(await answer(url, { as: 'james', channel: 'response', does, cause: CAUSE })).toEqual({ type: 'done' });
  expect(seen).toEqual([
    {
      cause: `console/james/${CAUSE}`,
      platform: 'console',
      account: 'james',
      profile: { name: 'James Porter', locale: 'en', timeZone: 'Europe/London' },
      channel: 'response',
      at: '2026-01-01T00:00:00.000Z',
      does,
    },
  ]);
});

describe('is refused, and nothing comes in', () => {
  test.each([
    ['an unknown person', { ...HOME, as: 'mallory' }, 403],
    ['a channel that the person is not in', { ...HOME, channel: 'response' }, 403],
    ['a channel that there is not', { ...HOME, channel: 'nowhere' }, 403],
    ['no cause', { as: 'emma', does: { type: 'home' } }, 400],
    ['an empty cause', { ...HOME, cause: '' }, 400],
    ['an unknown deed', { ...HOME, does: { type: 'delete' } }, 400],
    ['arguments that are not text', { ...HOME, does: { type: 'act', action: 'a', args: { a: 1 } } }, 400],
    ['more than was asked', { ...HOME, roles: ['admin'] }, 400],
    ['a list', [], 400],
    ['broken JSON', '{', 400],
    ['too much', { ...HOME, does: { type: 'message', text: 'x'.repeat(1024 * 1024) } }, 413],
  ])('%s', async (_what, body, status) => {
    const { url, seen, faults } = await opened();
    const refused = await post(url, body);
    expect(refused.status).toBe(status);
    expect(JSON.parse(refused.body)).toEqual({ error: expect.stringMatching(/./) });
    expect([seen, faults]).toEqual([[], []]);
  });

  test.each([{ host: 'evil.example' }, { origin: 'https://evil.example' }, { 'content-type': 'text/plain' }])(
    'with %j',
    async (headers) => {
      const { url, seen } = await opened();
      expect((await post(url, HOME, headers)).status).toBeGreaterThanOrEqual(400);
      expect(seen).toEqual([]);
    },
  );

  test('the stream of an unknown person, or for another host or site', async () => {
    const { url } = await opened();
    const events = `${url}/console/events?as=`;
    expect((await ask(`${events}mallory`)).status).toBe(403);
    expect((await ask(`${events}emma`, { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask(`${events}emma`, { headers: { origin: 'https://evil.example' } })).status).toBe(403);
  });
});

test('a hundred thousand characters are no problem of the wire', async () => {
  const { url, seen } = await opened();
  const text = '长'.repeat(100_000);
  await answer(url, { ...HOME, does: { type: 'message', text } });
  expect(seen).toMatchObject([{ does: { type: 'message', text } }]);
});

test('a fault of the desk is 500 without its inside, and the log has it', async () => {
  const { url, faults } = await opened(() => {
    throw new Error('inside');
  });
  const failed = await post(url, HOME);
  expect([failed.status, failed.body.includes('inside')]).toEqual([500, false]);
  expect(faults).toEqual([new Error('inside')]);
});

test('cards come back rendered', async () => {
  const { url } = await opened(() => ({ type: 'show', card: simple('Hello') }));
  expect(await answer(url, HOME)).toMatchObject({
    type: 'show',
    summary: 'Hello',
    card: { type: 'AdaptiveCard', version: '1.5' },
  });
});

const form = {
  form: 'f',
  args: { case: 'c1' },
  view: {
    title: 'Form',
    submit: 'Send',
    inputs: { said: input.line('Said', { max: 5 }), who: input.person('Who') },
  },
};

test('a form offers the people of the company', async () => {
  const { url } = await opened(() => ({ type: 'open', form }));
  const opening = await answer(url, { ...HOME, does: { type: 'open', form: 'f', args: {} } });
  expect(opening).toMatchObject({ type: 'open', title: 'Form' });
  expect(JSON.stringify(opening)).toContain('{"title":"李梅","value":"mei"}');
});

test('errors come back with the form and what was typed; an error at no input is said above', async () => {
  const { url, seen } = await opened(({ does }) =>
    does.type === 'open'
      ? { type: 'open', form }
      : { type: 'errors', fields: { said: 'At most 5.', elsewhere: 'And this.' }, form: 'No.' },
  );
  const values = { said: 'far too long', who: 'mei' };
  const wrong = await answer(url, { ...HOME, does: { type: 'submit', form: 'f', args: { case: 'c1' }, values } });
  expect(wrong).toMatchObject({ type: 'errors', form: 'No. And this.' });
  const text = JSON.stringify(wrong);
  for (const part of ['"value":"far too long"', '"value":"mei"', 'At most 5.', 'No. And this.'])
    expect(text).toContain(part);
  expect(seen.map(({ cause }) => cause)).toEqual([`console/emma/${CAUSE}`, `console/emma/${CAUSE}/again`]);
});

test('one cause from two people is two, and never one of the desk’s own', async () => {
  const { url, seen } = await opened();
  for (const as of ['emma', 'james']) await answer(url, { ...HOME, as, cause: 'due/case/1' });
  expect(seen.map(({ cause }) => cause)).toEqual(['console/emma/due/case/1', 'console/james/due/case/1']);
});

test('a card in direct messages that was replaced stays replaced, for its person alone', async () => {
  const { url, platform } = await opened(() => ({ type: 'replace', card: simple('After') }));
  const ref = await platform.send(direct('emma'), simple('Before'), 'k');
  const press = { does: { type: 'act', action: 'a', args: {} }, cause: CAUSE, ref };
  await answer(url, { ...press, as: 'mei' });
  expect((await eventsAs(url, 'emma').sync()).messages).toMatchObject([{ summary: 'Before' }]);
  await answer(url, { ...press, as: 'emma' });
  expect((await eventsAs(url, 'emma').sync()).messages).toMatchObject([{ summary: 'After', version: 1 }]);
});
