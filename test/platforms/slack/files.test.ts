/** Pictures and files of cards on Slack, and files that people send: once, to Slack alone, and never in the way. */
import { describe, expect, test } from 'vitest';
import { PICTURES } from '#src/core/file/file.ts';
import { type Card, file, heading, picture } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';
import { HTML, PNG } from '#test/core/file/pictures.ts';
import { hands, wordsOf } from './hands.ts';
import { command, directMessage, globalShortcut } from './payloads.ts';
import { channel, direct, opened, type Place } from './place.ts';
import { slack } from './slack.fixture.ts';

const alt = 'A post that says the kettle leaks';
async function shown({ store }: Place): Promise<Card> {
  const digest = await store.put(PNG);
  const drawn = picture({ digest, media: 'image/png', alt, width: 1, height: 1 });
  return { summary: 'Shown', locale: 'en', timeZone: 'UTC', blocks: [heading('Shown'), drawn] };
}
async function offered({ store }: Place): Promise<Card> {
  const digest = await store.put(HTML);
  const csv = file({ digest, name: 'cases.csv', media: 'text/csv', size: HTML.length });
  return { summary: 'Offered', locale: 'en', timeZone: 'UTC', blocks: [heading('Offered'), csv] };
}
const uploads = ({ chat }: Place) =>
  chat.calls.filter(({ method }) => method === 'files.completeUploadExternal').length;
const image = { type: 'image', slack_file: { id: 'F001' }, alt_text: alt };

describe('a picture of a card', () => {
  test('goes up before the card, is shared with nobody, and is shown by its id', async () => {
    const place = await opened();
    await place.platform.send(channel(), await shown(place), 'k1');
    expect(place.chat.at('C0RESPONSE')[0]?.blocks).toEqual([expect.anything(), image]);
    expect(place.chat.files.all.get('F001')).toMatchObject({ bytes: Buffer.from(PNG), shared: [] });
  });

  test('goes up once: neither an edit, nor another place, nor a restart sends it again', async () => {
    const place = await opened();
    place.chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
    const card = await shown(place);
    const ref = await place.platform.send(channel(), card, 'k1');
    await place.platform.update(channel(), ref, { ...card, summary: 'Edited' });
    await place.platform.send(direct('U0EMMA'), card, 'k2');
    const after = await opened(undefined, { chat: place.chat, store: place.store });
    await after.platform.send(channel(), card, 'k3');
    expect(uploads(place)).toBe(1);
    expect(place.chat.at('C0RESPONSE')).toHaveLength(2);
  });

  test('is waited for while Slack looks at it', async () => {
    const place = await opened();
    place.chat.files.slow(4);
    await place.platform.send(channel(), await shown(place), 'k1');
    expect(place.chat.at('C0RESPONSE')[0]?.blocks).toEqual([expect.anything(), image]);
    expect(place.waited()).toBeGreaterThanOrEqual(1500);
  });

  test('is shown also where we may send files and not read them', async () => {
    const chat = await slack();
    chat.scopes = 'chat:write,im:write,files:write,users:read';
    const place = await opened(undefined, { chat });
    await place.platform.send(channel(), await shown(place), 'k1');
    expect(chat.at('C0RESPONSE')[0]?.blocks).toEqual([expect.anything(), image]);
  });

  test('that Slack has lost goes up anew', async () => {
    const place = await opened();
    const card = await shown(place);
    await place.platform.send(channel(), card, 'k1');
    place.chat.files.all.delete('F001');
    const tries = async (left: number): Promise<string> =>
      place.platform.send(channel(), card, 'k2').catch((error: unknown) => {
        if (left === 0) throw error;
        return tries(left - 1);
      });
    await tries(5);
    expect(uploads(place)).toBe(2);
    expect(JSON.stringify(place.chat.at('C0RESPONSE').at(-1)?.blocks)).toContain('slack_file');
  });

  test('is told in words where we may not send files, where its bytes are gone, and where Slack will not have it', async () => {
    const place = await opened();
    const { chat, platform } = place;
    const card = await shown(place);
    chat.refuses = ({ method }) => (method === 'files.getUploadURLExternal' ? 'missing_scope' : undefined);
    await platform.send(channel(), card, 'k1');
    chat.refuses = () => undefined;
    const [first, second] = card.blocks;
    if (!first || second?.type !== 'picture') throw new Error('no picture');
    await platform.send(channel(), { ...card, blocks: [first, { ...second, digest: '0'.repeat(64) }] }, 'k2');
    expect(chat.at('C0RESPONSE').map(({ blocks }) => wordsOf(blocks))).toEqual(
      Array.from({ length: 2 }, () => `Shown Picture: ${alt}`),
    );
    expect(place.faults).toHaveLength(2);
  });

  test('that cannot go up now keeps the card owed', async () => {
    const place = await opened();
    place.chat.fails = ({ method }) => (method === 'files.completeUploadExternal' ? 'limited' : undefined);
    const card = await shown(place);
    await expect(place.platform.send(channel(), card, 'k1')).rejects.toMatchObject({ why: 'later' });
    expect(place.chat.at('C0RESPONSE')).toEqual([]);
  });

  test('does not keep a card back for ever where Slack is reached and its place for files is not', async () => {
    const place = await opened();
    const { chat, platform } = place;
    const card = await shown(place);
    chat.files.shut(true);
    for (let tries = 1; tries <= 20; tries += 1)
      await expect(platform.send(channel(), card, 'k1')).rejects.toMatchObject({ why: 'later' });
    const ref = await platform.send(channel(), card, 'k1');
    expect(wordsOf(chat.at('C0RESPONSE')[0]?.blocks)).toBe(`Shown Picture: ${alt}`);
    expect(String(place.faults.at(-1))).toContain('is files.slack.com let through?');
    chat.files.shut(false);
    await platform.update(channel(), ref, card);
    expect(chat.at('C0RESPONSE')[0]?.blocks).toContainEqual(expect.objectContaining({ type: 'image' }));
  });

  test('is in an answer to a command, which comes when the picture is there, for the person alone', async () => {
    const place = await opened(async () => ({ type: 'show', card: await shown(place) }));
    const told = place.chat.next(({ method }) => method === 'response_url');
    const answered = await place.post(command('U0EMMA', '/desk', 'case 1', { respond: place.respond }));
    await told;
    expect(answered.body).toBe('');
    expect(place.chat.responses.at(-1)).toMatchObject({
      response_type: 'ephemeral',
      blocks: [expect.anything(), image],
    });
  });

  test('comes into a dialog that opened without waiting for it', async () => {
    const place = await opened(async () => ({ type: 'show', card: await shown(place) }));
    const updated = place.chat.next(({ method }) => method === 'views.update');
    await place.post(globalShortcut('U0EMMA', 'report_mention'));
    await updated;
    expect(place.chat.views.map(({ how }) => how)).toEqual(['open', 'update']);
    expect(wordsOf(place.chat.views[0]?.view)).toContain(`Picture: ${alt}`);
    expect(place.chat.views[1]?.view['blocks']).toEqual([expect.anything(), image]);
  });
});

test('a picture of a kind that Slack does not draw is handed out as a file, and those beside it are drawn', async () => {
  const place = await opened(async () => {
    const card = await shown(place);
    const digest = await place.store.put(HTML);
    const other = picture({ digest, media: 'image/webp', alt: 'The same on a phone', width: 1, height: 1 });
    return { type: 'show', card: { ...card, blocks: [...card.blocks, other] } };
  });
  const { chat } = place;
  chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
  const told = chat.next(({ method }) => method === 'response_url');
  await place.post(command('U0EMMA', '/desk', 'case 1', { respond: place.respond }));
  await told;
  const blocks = chat.responses.at(-1)?.['blocks'];
  expect(blocks).toEqual([expect.anything(), image, expect.objectContaining({ type: 'rich_text' })]);
  expect(JSON.stringify(blocks)).toContain('/F002/picture.webp","text":"Picture: The same on a phone"');
  expect([...chat.files.all.values()].map(({ name, shared }) => [name, shared])).toEqual([
    ['picture.png', []],
    ['picture.webp', ['D0EMMA']],
  ]);
});

test('a dialog in which somebody has gone on is not put back when its picture is there', async () => {
  const place = await opened(async () => ({ type: 'show', card: await shown(place) }));
  const { chat } = place;
  chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
  chat.fails = ({ method }) => {
    // While the picture goes up, another click fills the same dialog with something else.
    if (method === 'files.completeUploadExternal')
      chat.views.push({ id: 'V1', how: 'update', view: { title: 'next' } });
    return undefined;
  };
  const tried = chat.next(({ method }) => method === 'views.update');
  await place.post(globalShortcut('U0EMMA', 'report_mention'));
  await tried;
  await place.platform.stop();
  expect(chat.views.at(-1)?.view).toEqual({ title: 'next' });
  expect(place.faults).toEqual([]);
});

test('a dialog that was closed before its picture is there stays closed, and nothing has failed', async () => {
  const place = await opened(async () => ({ type: 'show', card: await shown(place) }));
  const { chat } = place;
  chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
  chat.fails = ({ method }) => {
    if (method === 'files.completeUploadExternal') chat.closed.add('V1');
    return undefined;
  };
  const tried = chat.next(({ method }) => method === 'views.update');
  await place.post(globalShortcut('U0EMMA', 'report_mention'));
  await tried;
  await place.platform.stop();
  expect(place.faults).toEqual([]);
});

test('a picture in the answer to a form follows in the dialog, and the form was answered at once', async () => {
  const said = input.line('Words', { max: 9 });
  const view = { title: 'Report', submit: 'Send', inputs: { said } };
  const place: Place = await opened(async ({ does }) =>
    does.type === 'open'
      ? { type: 'open', form: { form: 'f', args: {}, view } }
      : { type: 'show', card: await shown(place) },
  );
  const { shows, sends } = hands(place);
  const form = await shows(() => place.post(globalShortcut('U0EMMA', 'report_mention')));
  const updated = place.chat.next(({ method }) => method === 'views.update');
  const answered = await sends('U0EMMA', form, { said: 'x' });
  expect(wordsOf(answered.said)).toContain(`Picture: ${alt}`);
  await updated;
  expect(place.chat.views.at(-1)).toMatchObject({ id: form.id, view: { blocks: [expect.anything(), image] } });
});

test('an answer that may have arrived is not said again in words', async () => {
  const place = await opened(async () => ({ type: 'show', card: await shown(place) }));
  place.chat.fails = ({ method }) => (method === 'chat.postMessage' ? 'arrived' : undefined);
  const posted = place.chat.next(({ method }) => method === 'chat.postMessage');
  await place.post(directMessage('U0EMMA', 'hello'));
  await posted;
  await expect.poll(() => place.faults).toHaveLength(1);
  expect(place.chat.messages).toHaveLength(1);
});

describe('a file to download', () => {
  test('is shared where its card is, and the card leads to it', async () => {
    const place = await opened();
    await place.platform.send(channel(), await offered(place), 'k1');
    expect(place.chat.files.all.get('F001')?.shared).toEqual(['C0RESPONSE']);
    expect(JSON.stringify(place.chat.at('C0RESPONSE')[0]?.blocks)).toContain(
      '"url":"https://northwind.slack.com/files/U0GOODWORD/F001/cases.csv","text":"File: cases.csv (40 B)"',
    );
  });

  test('of an answer for one person is shared with that person alone', async () => {
    const place = await opened(async () => ({ type: 'show', card: await offered(place) }));
    place.chat.users.set('U0EMMA', { id: 'U0EMMA', name: 'Emma', locale: 'en-GB' });
    const told = place.chat.next(({ method }) => method === 'response_url');
    await place.post(command('U0EMMA', '/desk', 'export', { respond: place.respond, channel: 'C0GENERAL' }));
    await told;
    expect(place.chat.files.all.get('F001')?.shared).toEqual(['D0EMMA']);
  });
});

test('a form asks for files only where we may read them, and opens all the same', async () => {
  const shots = input.files('Screenshots', { accept: PICTURES, most: 3, maxBytes: 1000, optional: true });
  const view = { title: 'Report', submit: 'Send', inputs: { said: input.line('Words', { max: 9 }), shots } };
  const opens = async (scopes?: string) => {
    const chat = await slack();
    if (scopes !== undefined) chat.scopes = scopes;
    const place = await opened(() => ({ type: 'open', form: { form: 'f', args: {}, view } }), { chat });
    const shown = chat.next(({ method }) => method === 'views.open');
    await place.post(globalShortcut('U0EMMA', 'report_mention'));
    await shown;
    return JSON.stringify(chat.views.at(-1)?.view['blocks']);
  };
  expect(await opens()).toContain('"type":"file_input","action_id":"shots","filetypes":["png"');
  expect(await opens('')).toContain('file_input');
  const without = await opens('commands,chat:write');
  expect(without).not.toContain('file_input');
  expect(without).toContain('Files cannot be added here.');
});

describe('a file that somebody sent', () => {
  const MOST = 1_000_000;

  test('is fetched with our token', async () => {
    const { platform, chat } = await opened();
    const { id } = chat.files.add('screen.png', PNG);
    expect(Buffer.from(await platform.fetch(id, MOST))).toEqual(Buffer.from(PNG));
    expect(chat.files.fetched).toEqual([{ path: `/files-pri/${id}/screen.png`, authorization: 'Bearer xoxb-test' }]);
  });

  test.each([
    'https://evil.example/x',
    'http://files.slack.com/x',
    'https://files.slack.com.evil.example/x',
    'file:///etc/passwd',
  ])('is not fetched from %s', async (lies) => {
    const { platform, chat } = await opened();
    const sent = chat.files.add('screen.png', PNG);
    sent.lies = lies;
    await expect(platform.fetch(sent.id, MOST)).rejects.toMatchObject({ why: 'forbidden' });
  });

  test('that is too large is not fetched whole, whatever Slack says of it', async () => {
    const { platform, chat } = await opened();
    const { id } = chat.files.add('screen.png', PNG);
    await expect(platform.fetch(id, 10)).rejects.toMatchObject({ why: 'rejected' });
    expect(chat.files.fetched).toEqual([]);
  });

  test('that was deleted is gone, and one that we may not see is forbidden', async () => {
    const { platform, chat } = await opened();
    const sent = chat.files.add('screen.png', PNG);
    sent.deleted = true;
    await expect(platform.fetch(sent.id, MOST)).rejects.toMatchObject({ why: 'gone' });
    await expect(platform.fetch('F999', MOST)).rejects.toMatchObject({ why: 'gone' });
    chat.refuses = () => 'missing_scope';
    await expect(platform.fetch('F999', MOST)).rejects.toMatchObject({ why: 'forbidden' });
  });
});
