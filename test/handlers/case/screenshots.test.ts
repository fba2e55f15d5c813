/** Somebody reports with screenshots: the report stands at once, the pictures follow, and only who may see the case has them. */
import { describe, expect, test } from 'vitest';
import type { AwaitedFile } from '#src/core/file/file.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { attached } from '#src/view/card.ts';
import { HTML, PNG } from '#test/core/file/pictures.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const POST = 'https://weibo.com/1234567/N7abc';
const sent = (ref: string, more: Partial<AwaitedFile> = {}): AwaitedFile => ({
  ...{ name: `${ref}.png`, media: 'image/png', size: PNG.length, platform: 'slack', ref, ...more },
});

async function reported({ as }: Pick<House, 'as'>, files: readonly AwaitedFile[], more = {}) {
  const emma = as('emma');
  const form = formOf(await emma.types('report'));
  return emma.sends(form, { link: POST, said: 'They say the kettle leaks', shots: files, ...more });
}

test('the report is answered before a picture was fetched; then the card counts it, and opens it', async () => {
  const place = await house();
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  place.chat.fetch = async () => {
    await gate;
    return PNG;
  };
  expect(await reported(place, [sent('F1')])).toMatchObject({ type: 'done', say: expect.stringContaining('RM-') });
  expect(said(place.card())).toContain('Screenshots: 1 still coming');
  expect(labels(place.card())).not.toContain('Screenshot');
  release();
  await place.settled();
  expect(said(place.card())).toContain('Screenshots: 1 screenshot');
  const opened = cardOf(await place.as('rita').presses(place.card(), 'Screenshot'));
  expect(attached(opened)).toMatchObject([{ type: 'picture', media: 'image/png', width: 1, height: 1 }]);
  expect(said(opened)).toContain('Emma');
  expect(await place.store.get(attached(opened)[0]?.digest ?? '')).toEqual(PNG);
});

describe('a picture that cannot be kept', () => {
  test.each([
    ['that was deleted meanwhile', 'gone', undefined, 'it had been deleted by then'],
    ['that we may not open', 'forbidden', PNG, 'I was not allowed to open it'],
    ['that is something else', undefined, HTML, 'it is not a PNG, JPEG, WebP or GIF picture'],
  ] as const)('%s costs nothing but itself, and its sender hears so', async (_what, failure, bytes, why) => {
    const place = await house();
    if (bytes) place.chat.files.set('F1', bytes);
    if (failure) place.chat.failsAt('F1', failure);
    await reported(place, [sent('F1')]);
    expect(said(place.card())).not.toContain('Screenshots');
    const [receipt, loss] = place.as('emma').reads();
    expect(said(receipt ?? place.card())).toContain('Your report is RM-');
    expect(said(loss ?? place.card())).toContain(why);
  });

  test('now is asked for again until it can be', async () => {
    const place = await house();
    place.chat.files.set('F1', PNG);
    place.chat.failsAt('F1', 'later', 'broken', 'later');
    await reported(place, [sent('F1')]);
    expect(said(place.card())).toContain('1 screenshot');
    expect(place.as('emma').reads()).toHaveLength(1);
  });
});

test('a chat that answers what nobody expects is given up some time, and the sender hears so', async () => {
  const place = await house();
  let asked = 0;
  place.chat.fetch = async () => {
    asked += 1;
    throw new Error('odd');
  };
  await reported(place, [sent('F1')]);
  expect(asked).toBe(50);
  expect(place.as('emma').reads()).toHaveLength(2);
  expect(said(place.card())).not.toContain('Screenshots');
});

test('a picture that has come is kept as soon as our disk takes it, however long that is, and is fetched once', async () => {
  const whole = memoryStore();
  let full = 100;
  const put: Store['put'] = async (bytes) => {
    full -= 1;
    if (full >= 0) throw new StoreFault('full', 'attachments');
    return whole.put(bytes);
  };
  const place = await house({ store: { ...whole, put } });
  place.chat.files.set('F1', PNG);
  await reported(place, [sent('F1')]);
  expect(said(place.card())).toContain('1 screenshot');
  expect(place.chat.calls.filter((call) => call === 'fetch F1')).toHaveLength(1);
});

test('of many pictures few are on their way at once, and all come', async () => {
  const place = await house();
  const { promise: gate, resolve: release } = Promise.withResolvers<void>();
  let asked = 0;
  place.chat.fetch = async () => {
    asked += 1;
    await gate;
    return PNG;
  };
  const three = [sent('F1'), sent('F2'), sent('F3')];
  for (const id of ['a', 'b', 'c']) await reported(place, three, { link: `${POST}${id}` });
  expect(asked).toBe(4);
  release();
  await place.settled();
  expect(place.channel().filter((card) => said(card).includes('3 screenshots'))).toHaveLength(3);
  expect(asked).toBe(9);
});

test('a record that our disk would not take the news of hears it when the disk has room', async () => {
  const whole = memoryStore();
  let full = 0;
  const append: Store['append'] = async (stream, length, entries) => {
    const news = entries.some(({ type }) => type === 'screenshotKept');
    if (news && full < 3) {
      full += 1;
      throw new StoreFault('full', stream);
    }
    return whole.append(stream, length, entries);
  };
  const place = await house({ store: { ...whole, append } });
  place.chat.files.set('F1', PNG);
  await reported(place, [sent('F1')]);
  await place.settled();
  expect(full).toBe(3);
  expect(said(place.card())).toContain('1 screenshot');
});

test('a desk that stopped before it had fetched does so when it is back', async () => {
  const store = memoryStore();
  const before = await house({ store });
  before.chat.fetch = () => new Promise(() => undefined);
  await reported(before, [sent('F1')]);
  expect(said(before.card())).toContain('Screenshots: 1 still coming');
  const chat = new FakePlatform();
  chat.files.set('F1', PNG);
  const after = await house({ store, chat, at: '2026-03-03T01:00:00.000Z' });
  await after.settled();
  const [one] = after.desk.cases.list({ me: after.idOf('rita'), roles: ['responder'] }, () => true);
  const { state } = await after.desk.cases.records.read(one?.id ?? '');
  expect(state).toMatchObject({ screenshots: [{ file: { name: 'F1.png', media: 'image/png' } }] });
});

test('of a confidential case only those who may know of it open the pictures, and no channel counts them', async () => {
  const place = await house();
  place.chat.files.set('F1', PNG);
  await reported(place, [sent('F1')], { confidential: true });
  expect(place.channel()).toEqual([]);
  const hana = place.as('hana');
  const card = hana.newest();
  expect(said(card)).toContain('1 screenshot');
  expect(attached(cardOf(await hana.presses(card, 'Screenshot')))).toHaveLength(1);
  for (const other of ['rita', 'emma', 'ada'])
    expect(attached(cardOf(await place.as(other).presses(card, 'Screenshot')))).toEqual([]);
});

describe('the form refuses at its field', () => {
  test.each([
    ['too many', [sent('F1'), sent('F2'), sent('F3'), sent('F4')], '3 is the limit'],
    ['too large a one', [sent('F1', { size: 11 * 1024 * 1024 })], '10 MB is the limit'],
    ['what is no picture', [sent('F1', { media: 'application/pdf', name: 'a.pdf' })], '“a.pdf” cannot be taken'],
  ])('%s', async (_what, files, why) => {
    const place = await house();
    expect(await reported(place, files)).toMatchObject({
      type: 'errors',
      fields: { shots: expect.stringContaining(why) },
    });
    expect(place.channel()).toEqual([]);
  });
});

test('evidence for a fact is sent with it, and says for which', async () => {
  const place = await house();
  place.chat.files.set('F1', PNG);
  await reported(place, []);
  const rita = place.as('rita');
  await rita.fills(place.card(), 'Facts', {
    claim: 'The kettle leaks',
    verdict: 'true',
    evidence: 'A photo of it',
    shots: [sent('F1')],
  });
  const opened = said(cardOf(await rita.presses(place.card(), 'Screenshot')));
  expect(opened).toContain('Evidence for “The kettle leaks”');
  const timeline = cardOf(
    await rita.clicks('case.timeline', {
      case: place.desk.cases.find('1', { me: '', roles: ['responder'] }, '2026-03-02T01:00:00.000Z'),
    }),
  );
  expect(said(timeline)).toMatch(/added a screenshot: F1\.png[\s\S]*kept a screenshot, SHA-256 [0-9a-f]{16}/);
});
