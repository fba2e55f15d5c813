/** Pictures and files in Teams: shown from an address that is signed and ends; taken when somebody pastes one into the chat. */
import { expect, test } from 'vitest';
import { FILES_PATH, links } from '#src/platforms/teams/links.ts';
import { type Block, file, picture } from '#src/view/card.ts';
import { HTML, JPEG, PNG } from '#test/core/file/pictures.ts';
import { ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { activityOf, mentions } from './activities.ts';
import { hands, wordsOf } from './hands.ts';
import { CHANNEL, emma, mei, office, rita } from './office.ts';
import { direct, opened } from './place.ts';

const DAY = 86_400_000;
/** Addresses change with the day, so no test may begin at the end of one. */
const NOON = Date.parse('2026-11-21T12:00:00.000Z');
const PUBLIC = 'https://desk.northwind.example';
const cardOf = (...blocks: readonly Block[]) =>
  ({ summary: 'Figures', blocks, locale: 'en', timeZone: 'UTC' }) as const;
const shown = (digest: string) => picture({ digest, media: 'image/png', alt: 'Cases by week', width: 1, height: 1 });
const offered = (digest: string) => file({ digest, name: '导出 Q4.csv', media: 'text/csv', size: 12 });

/** A platform whose clock the test moves, and which hands out what stands in a card at `path` of it. */
async function place(publicUrl?: string) {
  let ahead = 0;
  const store = memoryStore();
  const clock = () => NOON + ahead;
  const here = await opened(undefined, { store, clock, ...(publicUrl && { publicUrl }) });
  const sends = async (...blocks: readonly Block[]) => {
    await here.platform.send(direct(here.emma.aad), cardOf(...blocks), 'k');
    return JSON.stringify(here.chat.newest(`a:${here.emma.aad}`).card);
  };
  const at = (card: string) => /https:[^"]+\/teams\/files\/[^"]+/.exec(card)?.[0] ?? '';
  const passes = (ms: number) => {
    ahead += ms;
  };
  const get = (address: string) => fetch(address.replace(PUBLIC, here.url));
  return { ...here, store, sends, at, get, passes };
}

test('a picture is shown from an address of ours, for ninety days, and nothing in it can run', async () => {
  const { store, sends, at, get, passes } = await place(PUBLIC);
  const address = at(await sends(shown(await store.put(PNG))));
  const answer = await get(address);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(PNG));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
  // Drawn again the same day it has the same address, and nobody loads it twice.
  expect(at(await sends(shown(await store.put(PNG))))).toBe(address);
  passes(89 * DAY);
  expect((await get(address)).status).toBe(200);
  passes(3 * DAY);
  expect((await get(address)).status).toBe(410);
});

test('a file is saved under its name and never opened, for a day', async () => {
  const { store, sends, at, get, passes } = await place(PUBLIC);
  const address = at(await sends(offered(await store.put(HTML))));
  const answer = await get(address);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('导出 Q4.csv')}`,
  );
  passes(2 * DAY);
  expect((await get(address)).status).toBe(410);
});

test('an address that we did not give leads nowhere, nor one that was changed, nor one for another key', async () => {
  const { store, sends, at, get, url } = await place(PUBLIC);
  const address = at(await sends(shown(await store.put(PNG))));
  const [payload = '', sign = ''] = address.slice(address.indexOf(FILES_PATH) + FILES_PATH.length).split('.');
  const other = await store.put(JPEG);
  const forged = Buffer.from(JSON.stringify([other, 9_999_999_999])).toString('base64url');
  const elsewhere = await place(PUBLIC);
  const foreign = elsewhere.at(await elsewhere.sends(shown(await elsewhere.store.put(PNG))));
  for (const path of [
    '',
    'x',
    `${payload}.`,
    `${payload}.${sign.startsWith('x') ? 'y' : 'x'}${sign.slice(1)}`,
    `${forged}.${sign}`,
    `../${payload}.${sign}`,
  ])
    expect((await ask(`${url}${FILES_PATH}${path}`)).status).toBe(404);
  expect((await get(foreign)).status).toBe(404);
});

test('the addresses of before a restart still lead there', async () => {
  const store = memoryStore();
  const made = () => links({ store, publicUrl: PUBLIC, now: () => new Date(NOON).toISOString() });
  const [before, after] = [made(), made()];
  await before.start();
  const block = {
    type: 'picture',
    digest: await store.put(PNG),
    media: 'image/png',
    alt: '',
    width: 1,
    height: 1,
  } as const;
  const address = before.of(block);
  await after.start();
  expect(address).toMatch(/^https:/);
  expect(after.of(block)).toBe(address);
});

test('where nobody has said how Teams reaches us, a card says in words what it would show', async () => {
  const { store, sends, at } = await place();
  const card = await sends(shown(await store.put(PNG)), offered(await store.put(HTML)));
  expect(at(card)).toBe('');
  expect(card).toContain('Cases by week');
  expect(card).toContain('导出 Q4.csv');
});

/** As Teams sends a pasted picture: itself, and the HTML in which it stands. */
const pasted = (url: string, ...ids: readonly string[]) => ({
  type: 'message',
  text: '',
  attachments: [
    ...ids.map((id) => ({ contentType: 'image/*', contentUrl: `${url}/v3/attachments/${id}/views/original` })),
    { contentType: 'text/html', content: '<p><img src="https://evil.example/x.png"></p>' },
  ],
});

test('a picture pasted into the chat joins the last report, and its sender is told so', async () => {
  const desk = await office();
  const { chat, house, post } = desk;
  await desk.installed(mei);
  await hands(desk).says(mei, '上报 https://weibo.com/1234567/Nabcdef 充电器烫手');
  await chat.reaches(`a:${mei.aad}`, 2);
  chat.pictures.set('p1', PNG);
  const kept = new Promise<void>((resolve) => {
    house.desk.cases.records.onChange((_, happened) => {
      if (happened.some(({ event }) => event.type === 'screenshotKept')) resolve();
    });
  });
  await post(activityOf(mei, pasted('https://evil.example', 'p1')));
  await chat.reaches(`a:${mei.aad}`, 3);
  expect(chat.newest(`a:${mei.aad}`).summary).toMatch(/1 张图片已归入 RM-\d{4}-0001/);

  await kept;
  const [{ id } = { id: '' }] = house.desk.cases.reportedBy([house.desk.people.ofAccount('teams', mei.aad)?.id ?? '']);
  const { state } = await house.desk.cases.records.read(id);
  expect(state.status !== 'none' && state.screenshots.map(({ file }) => file)).toMatchObject([
    { media: 'image/png', size: PNG.length, digest: expect.stringMatching(/^[\da-f]{64}$/) },
  ]);
  // Asked for at Teams alone, whatever address the message gave.
  expect(chat.calls.at(-1)?.conversation).not.toContain('evil');
  expect(desk.faults).toEqual([]);
});

test.each([
  [403, 'forbidden'],
  [400, 'forbidden'],
  [404, 'gone'],
  [503, 'later'],
])('a picture that Teams answers with %s is %s, and never too large', async (status, why) => {
  const { chat, platform } = await place();
  chat.pictures.set('p1', PNG);
  chat.fails = ({ activity }) => (activity === 'original' ? { status } : undefined);
  await expect(platform.fetch('p1', 1000)).rejects.toMatchObject({ why });
});

test('a picture beside the words of a report is part of it; in a channel, too', async () => {
  const desk = await office();
  const { chat, house, post } = desk;
  chat.pictures.set('p1', PNG).set('p2', PNG);
  const { attachments } = pasted(chat.url, 'p1', 'p2');
  await post(mentions(emma, 'report https://weibo.com/1234567/Nabcdef it burns', CHANNEL, { attachments }));
  await chat.reaches(CHANNEL, 1);
  const [one] = house.desk.cases.list({ me: '', roles: ['responder'] }, () => true);
  const { state } = await house.desk.cases.records.read(one?.id ?? '');
  expect(state.status !== 'none' && state.screenshots).toHaveLength(2);
});

test('a report with more than three pictures is refused whole, in a sentence', async () => {
  const desk = await office();
  const { chat, house, post } = desk;
  await desk.installed(rita);
  const many = pasted(chat.url, ...Array.from({ length: 40 }, (_, index) => `p${index}`));
  await post(activityOf(rita, { ...many, text: 'report it burns' }));
  await chat.reaches(`a:${rita.aad}`, 2);
  expect(wordsOf(chat.newest(`a:${rita.aad}`).card)).toMatch(/40 files, and 3 is the limit/);
  expect(house.desk.cases.list({ me: '', roles: ['hr'] }, () => true)).toEqual([]);
});

test.each([
  ['without a report of theirs', 1, /no open report of yours/],
  ['more than three', 4, /4 files, and 3 is the limit/],
])('pictures %s are refused in a sentence', async (_, count, says) => {
  const desk = await office();
  const { chat, post } = desk;
  await desk.installed(rita);
  if (count > 1) {
    await hands(desk).says(rita, 'report it burns');
    await chat.reaches(`a:${rita.aad}`, 2);
  }
  const already = chat.at(`a:${rita.aad}`).length;
  await post(activityOf(rita, pasted(chat.url, ...Array.from({ length: count }, (_, index) => `p${index}`))));
  await chat.reaches(`a:${rita.aad}`, already + 1);
  expect(wordsOf(chat.newest(`a:${rita.aad}`).card)).toMatch(says);
});
