/** Files in the console: sent up before their form, and handed only to those whose cards show them, as what they are. */
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { type Card, file, heading, picture } from '#src/view/card.ts';
import { HTML, PNG, SVG } from '#test/core/file/pictures.ts';
import { ask } from '#test/server/ask.ts';
import { channel, direct, opened, type Place } from './place.ts';

const shown = (digest: string, media: 'image/png' = 'image/png'): Card => ({
  ...{ summary: 'Shown', locale: 'en', timeZone: 'UTC' },
  blocks: [heading('Shown'), picture({ digest, media, alt: 'A post', width: 1, height: 1 })],
});
const offered = (digest: string, name: string): Card => ({
  ...{ summary: 'Offered', locale: 'en', timeZone: 'UTC' },
  blocks: [file({ digest, name, media: 'text/html', size: 40 })],
});
const get = ({ url }: Place, digest: string, as: string) => ask(`${url}/console/files/${digest}?as=${as}`);

/** Sends bytes as a page does. */
const put = ({ url }: Place, as: string, name: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  new Promise<{ status: number; said: { digest?: string; error?: string } }>((resolve, reject) => {
    const to = `${url}/console/files?${new URLSearchParams({ as, name })}`;
    const sent = request(to, { method: 'PUT', headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve({ status: response.statusCode ?? 0, said: JSON.parse(Buffer.concat(chunks).toString()) });
    });
    sent.on('error', reject);
    sent.end(bytes);
  });
const submit = ({ url }: Place, as: string, digests: string) =>
  ask(`${url}/console/interact`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      as,
      cause: crypto.randomUUID(),
      does: { type: 'submit', form: 'report.new', args: {}, values: { said: 'x', 'files.shots': digests } },
    }),
  });

test('whoever is shown a picture may have it, as a picture; others may not, nor anybody any other', async () => {
  const place = await opened();
  const digest = await place.store.put(PNG);
  const secret = await place.store.put(new Uint8Array([...PNG, 0]));
  await place.platform.send(channel('response'), shown(digest), 'k1');
  const { status, headers, body } = await get(place, digest, 'james');
  expect([status, headers['content-type'], headers['content-disposition']]).toEqual([200, 'image/png', 'inline']);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  expect(body).toContain('PNG');
  expect((await get(place, digest, 'emma')).status).toBe(404);
  expect((await get(place, secret, 'james')).status).toBe(404);
  expect((await get(place, digest, 'nobody')).status).toBe(403);
});

test('what an answer showed to one person only they may have', async () => {
  const place: Place = await opened(async () => ({ type: 'show', card: shown(await place.store.put(PNG)) }));
  const digest = await place.store.put(PNG);
  expect((await get(place, digest, 'emma')).status).toBe(404);
  await submit(place, 'emma', '');
  expect((await get(place, digest, 'emma')).status).toBe(200);
  expect((await get(place, digest, 'james')).status).toBe(404);
});

test('a picture that a card does not show any more is not handed out any more', async () => {
  const place = await opened();
  const digest = await place.store.put(PNG);
  const ref = await place.platform.send(channel('response'), shown(digest), 'k1');
  await place.platform.update(channel('response'), ref, { ...shown(digest), blocks: [heading('Gone')] });
  expect((await get(place, digest, 'james')).status).toBe(404);
});

test.each([
  ['page.html', HTML],
  ['drawing.svg', SVG],
])('%s is saved and never shown, whatever its card calls it', async (name, bytes) => {
  const place = await opened();
  const digest = await place.store.put(bytes);
  await place.platform.send(direct('emma'), offered(digest, name), 'k1');
  await place.platform.send(direct('james'), shown(digest), 'k2');
  for (const as of ['emma', 'james']) {
    const { status, headers } = await get(place, digest, as);
    expect([status, headers['content-type']]).toEqual([200, 'application/octet-stream']);
    expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''/);
  }
});

test('a name cannot break out of its header', async () => {
  const place = await opened();
  const digest = await place.store.put(HTML);
  await place.platform.send(direct('emma'), offered(digest, `a"\r\nset-cookie: x=1';截图.html`), 'k1');
  const { status, headers } = await get(place, digest, 'emma');
  expect([status, headers['set-cookie']]).toEqual([200, undefined]);
  expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%-]+$/);
});

test('a form carries the files that its sender sent up, and no others', async () => {
  const place = await opened();
  const mine = await put(place, 'emma', '截图.png', PNG);
  const theirs = await put(place, 'james', 'theirs.png', new Uint8Array([...PNG, 1]));
  await submit(place, 'emma', [mine.said.digest, theirs.said.digest, 'f'.repeat(64)].join(','));
  const file = {
    name: '截图.png',
    media: 'image/png',
    size: PNG.length,
    digest: mine.said.digest,
    width: 1,
    height: 1,
  };
  expect(place.seen[0]?.does).toMatchObject({ type: 'submit', values: { said: 'x', shots: [file] } });
});

test('what is no picture is not kept, and the form says so', async () => {
  const place = await opened();
  const { status, said } = await put(place, 'emma', 'shot.png', HTML);
  expect(status).toBe(200);
  expect(await place.store.get(said.digest ?? '')).toBeUndefined();
  await submit(place, 'emma', said.digest ?? '');
  expect(place.seen[0]?.does).toMatchObject({ values: { shots: [{ name: 'shot.png', media: '' }] } });
});

test('too much is refused, and so are another site and somebody whom nobody knows', async () => {
  const place = await opened();
  expect((await put(place, 'emma', 'big.png', new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await put(place, 'nobody', 'x.png', PNG)).status).toBe(403);
  expect((await put(place, 'emma', 'x.png', PNG, { origin: 'http://evil.example' })).status).toBe(403);
});
