/** Mentions rise in a real house: one card in the channel, leaders hear once, and it ends by itself or by a word. */
import { expect, test } from 'vitest';
import type { Card } from '#src/view/card.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { buttonsOf, cardOf, type House, house, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const RISING = /More is being said about us than usual/;
const warnings = ({ channel }: House): readonly Card[] => channel().filter(({ summary }) => RISING.test(summary));

/** A desk that has seen nothing for a day and a half, and then a wave of posts on Weibo. */
async function wave(all: House, count: number, text = 'Where is my parcel, still waiting') {
  for (let post = 0; post < count; post += 1)
    await all.as('emma').types(`report ${text} https://weibo.com/1/${text.length}-${post}`);
  await all.settled();
}

async function quietHouse() {
  const all = await house();
  await all.pass(36);
  return all;
}

test('three posts make no warning, eight make one, with its reasons', async () => {
  const all = await quietHouse();
  await wave(all, 3);
  expect(warnings(all)).toEqual([]);
  await wave(all, 5, 'My parcel never arrived, still waiting');
  expect(warnings(all)).toHaveLength(1);
  expect(said(warnings(all)[0] ?? all.card())).toMatch(/Platform · Weibo: \d in the last hour, usually none/);
  expect(all.faults).toEqual([]);
});

test('the card rises with the wave; leaders are told once', async () => {
  const all = await quietHouse();
  await wave(all, 24);
  expect(warnings(all)).toHaveLength(1);
  expect(said(warnings(all)[0] ?? all.card())).toMatch(/All mentions: 2\d in the last hour/);
  expect(
    all
      .as('lea')
      .reads()
      .filter(({ summary }) => RISING.test(summary)),
  ).toHaveLength(1);
  expect(all.as('lei').reads().map(said).join()).toContain('预警：与公司有关的讨论明显增多。');
  expect(
    all
      .as('rita')
      .reads()
      .filter(({ summary }) => RISING.test(summary)),
  ).toEqual([]);
});

test('it ends when it calms, says how high it was, and does not begin again', async () => {
  const all = await quietHouse();
  await wave(all, 12);
  for (let half = 0; half < 8; half += 1) await all.pass(0.5);
  expect(warnings(all)).toEqual([]);
  const over = all.channel().filter(({ summary }) => summary === 'It is quieter again.');
  expect(over).toHaveLength(1);
  expect(over.map(said).join()).toContain('Platform · Weibo: up to 1');
  await wave(all, 2, 'Another parcel, still waiting');
  expect(warnings(all)).toEqual([]);
});

test('it stands in the digest and the report of the time in which it ran, and in no other', async () => {
  const all = await quietHouse();
  await wave(all, 12);
  for (let half = 0; half < 8; half += 1) await all.pass(0.5);
  const asked = async (line: string) => said(cardOf(await all.as('max').types(line)));
  expect(await asked('digest 2026-03-02')).not.toContain('Early warnings');
  expect(await asked('digest week')).toMatch(/Early warnings\n.*up to 1\d in an hour · Noticed .* · quieter since /);
  expect(await asked('desk report')).not.toContain('Early warnings');
});

test('a restart neither repeats it nor loses it', async () => {
  const [store, chat] = [memoryStore(), new FakePlatform()];
  const first = await house({ store, chat });
  await first.pass(36);
  await wave(first, 12);
  const before = chat.messages.length;
  await first.stop();
  const again = await house({ store, chat, at: '2026-03-03T14:00:00.000Z' });
  await again.settled();
  expect(chat.messages).toHaveLength(before);
  for (let half = 0; half < 8; half += 1) await again.pass(0.5);
  expect(warnings(again)).toEqual([]);
  expect(chat.messages.filter(({ card }) => card.summary === 'It is quieter again.')).toHaveLength(1);
});

test('confidential reports are not counted, and one that becomes confidential stops counting', async () => {
  const all = await quietHouse();
  for (let post = 0; post < 12; post += 1)
    await all.as('emma').submits('report.new', {
      said: `A colleague posts, parcel ${post}`,
      confidential: true,
      severity: 'auto',
      kind: 'auto',
    });
  expect(warnings(all)).toEqual([]);
  await wave(all, 6);
  const count = () => /All mentions: (\d+)/.exec(warnings(all).map(said).join())?.[1];
  expect(count()).toBe('6');
  const [secret] = all.desk.cases.list({ me: 'x', roles: ['responder'] }, () => true);
  await all.desk.cases.act(
    secret?.id ?? '',
    { type: 'confide', number: 'C-1', concerns: [], reason: 'It is about one of us' },
    { by: all.idOf('lea'), roles: ['leader'], at: '2026-03-03T13:00:00.000Z', cause: 'confide' },
  );
  await all.settled();
  expect(count()).toBe('5');
});

test('“Not a surge…” ends it with the reason for all to read; who reports may not', async () => {
  const all = await quietHouse();
  await wave(all, 12);
  const [card] = warnings(all);
  if (!card) throw new Error('no warning');
  const refused = await all.as('emma').fills(card, 'Not a surge', { reason: 'because' });
  expect(refused).toMatchObject({ type: 'errors', form: expect.stringContaining('can say that a warning is none') });
  await all.as('rita').fills(card, 'Not a surge', { reason: 'Our own campaign' });
  const over = all.channel().map(said).join('\n');
  expect(over).toContain('Rita says that this is no surge.');
  expect(over).toContain('Our own campaign');
  await wave(all, 8, 'One more parcel, still waiting');
  expect(warnings(all)).toEqual([]);
});

test('whoever works at the desk sees the cases behind it, and can ask how things stand', async () => {
  const all = await quietHouse();
  expect(said(cardOf(await all.as('rita').types('desk warning')))).toContain('Nothing unusual');
  await wave(all, 12);
  const [card] = warnings(all);
  if (!card) throw new Error('no warning');
  const cases = cardOf(await all.as('rita').presses(card, 'See the cases'));
  expect(buttonsOf(cases)).toHaveLength(10);
  expect(said(cardOf(await all.as('rob').types('desk 预警')))).toContain('近 1 小时');
  expect(said(cardOf(await all.as('emma').types('desk warning')))).not.toContain('Nothing unusual');
});
