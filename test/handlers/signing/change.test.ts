/** A clause has changed: who is asked about it, who signs again and what they read, and who is left in peace. */
import { describe, expect, test } from 'vitest';
import { contentDigest } from '#src/core/policy/content.ts';
import { words as saidIn } from '#test/desk/desk.fixture.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { cardOf, formOf, type House, house, labels, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { changed, policies } from './policies.fixture.ts';

const TEN = '2026-03-02T10:00:00.000Z';
const NEXT_DAY = '2026-03-03T10:00:00.000Z';

async function reads(all: House, who: string, read = 'Read and sign', next = 'Next', sign = 'Sign', name = who) {
  const visitor = all.as(who);
  const texts: string[] = [];
  let page = cardOf(await visitor.presses(visitor.newest(), read));
  for (;;) {
    texts.push(said(page));
    if (!labels(page).some((label) => label.startsWith(next))) break;
    page = cardOf(await visitor.presses(page, next));
  }
  await visitor.sends(formOf(await visitor.presses(page, sign)), { consent: true, name });
  return texts.join('\n');
}

/** Emma and 李梅 have signed the pledge; then the company changes it, and starts the desk again. */
async function afterChange() {
  const [store, chat] = [memoryStore(), new FakePlatform()];
  const before = await house({ store, chat, policies, at: TEN });
  const hana = before.as('hana');
  await hana.fills(cardOf(await hana.types('desk campaign')), 'Ask', { 'policy-pledge': true, audience: 'all' });
  await reads(before, 'emma');
  await reads(before, 'mei', '阅读并签署', '下一页', '签署', '李梅');
  const [{ id } = { id: '' }] = before.desk.signing.campaigns.list();
  await hana.clicks('campaign.close', { campaign: id });
  await before.settled();
  await before.stop();
  const after = await house({ store, chat, policies: changed, at: NEXT_DAY });
  await after.settled();
  return { after, store, chat, signed: id };
}

describe('the first start', () => {
  test('reads as not in force for everybody, beside what is, until its owner has decided', async () => {
    const { after } = await afterChange();
    const emma = after.as('emma');
    const look = async () => said(cardOf(await emma.types('policy read pledge 1.2')));
    expect(await look()).toContain('not in force yet');
    expect(await look()).toContain('I answer politely.');
    expect(said(cardOf(await emma.types('policy ask who answers politely')))).toContain('not in force yet');
    expect(said(cardOf(await emma.types('policy read pledge 1.1')))).not.toContain('not in force');
    expect(said(cardOf(await after.as('mei').types('policy read pledge 1.2')))).toContain('目前尚未生效');
    await after.as('hana').presses(after.as('hana').newest(), 'Not material');
    expect(await look()).not.toContain('not in force');
  });

  test('makes everything version one, and asks nobody', async () => {
    const all = await house({ policies, at: TEN });
    expect(all.chat.messages).toEqual([]);
    expect(all.desk.signing.policies.must('pledge')).toMatchObject({ number: 1, changed: [] });
  });
});

describe('a changed clause', () => {
  test('is shown to whoever answers for the policy, as a difference, and to nobody else', async () => {
    const { after } = await afterChange();
    const question = after.as('hana').newest();
    expect(said(question)).toContain('“The pledge” has changed. Is the change material?');
    expect(said(question)).toContain('I answer politely.');
    expect(said(question)).toContain(' and truthfully');
    expect(said(question)).not.toContain('I keep secrets.');
    expect(labels(question)).toEqual(['Not material', 'Material: sign again']);
    expect(after.as('lea').reads().map(said).join()).not.toContain('material');
    expect(after.desk.signing.policies.must('pledge').number).toBe(1);
  });

  test('that is material is signed again by those who had signed, and only what changed is read', async () => {
    const { after, signed } = await afterChange();
    await after.as('hana').presses(after.as('hana').newest(), 'Material');
    await after.settled();
    expect(said(after.as('hana').newest())).toContain('is version 2 now. Hana called the change material');
    for (const who of ['rita', 'ada', 'max'])
      expect(after.as(who).reads().map(said).join()).not.toContain('has changed');
    expect(said(after.as('mei').newest())).toContain('《责任书》已更新');
    const read = await reads(after, 'mei', '阅读并签署', '下一页', '签署', '李梅');
    expect(read).toContain('我礼貌、如实答复。');
    expect(read).not.toContain('我保守秘密。');
    const mine = after.desk.signing.signers.of(after.idOf('mei')).map(({ task }) => task);
    expect(mine.map((task) => task.status === 'signed' && task.signature.versions[0]?.number)).toEqual([1, 2]);
    expect(mine[0]?.campaign).toBe(signed);
  });

  test('that is not material disturbs nobody', async () => {
    const { after, chat } = await afterChange();
    const before = chat.messages.length;
    await after.as('hana').presses(after.as('hana').newest(), 'Not material');
    await after.settled();
    expect(after.desk.signing.policies.must('pledge').number).toBe(2);
    expect(chat.messages).toHaveLength(before);
    expect(after.desk.signing.campaigns.list().filter(({ status }) => status === 'open')).toEqual([]);
  });

  test('leaves the old signature proving the old text, which can still be read', async () => {
    const { after } = await afterChange();
    await after.as('hana').presses(after.as('hana').newest(), 'Not material');
    const [held] = after.desk.signing.signers.of(after.idOf('emma'));
    const signature = held?.task.status === 'signed' ? held.task.signature.versions[0] : undefined;
    const version = after.desk.signing.policies.version('pledge', 1);
    expect(version && contentDigest(version.content)).toBe(signature?.digest);
    const emma = after.as('emma');
    const proof = cardOf(await emma.presses(cardOf(await emma.types('desk sign')), 'My signature'));
    const text = said(cardOf(await emma.presses(proof, 'Read: The pledge')));
    expect(text).toContain('I answer politely.');
    expect(text).not.toContain('truthfully');
  });

  test('is asked about once, however often the desk is started', async () => {
    const { store, chat } = await afterChange();
    const again = await house({ store, chat, policies: changed, at: '2026-03-04T10:00:00.000Z' });
    await again.settled();
    expect(
      again
        .as('hana')
        .reads()
        .filter((card) => said(card).includes('Is the change material?')),
    ).toHaveLength(1);
  });

  test('is decided by those who answer for it alone, once', async () => {
    const { after } = await afterChange();
    const question = after.as('hana').newest();
    expect(saidIn(await after.as('rita').presses(question, 'Not material'))).toContain('decided by those who answer');
    await after.as('hana').presses(question, 'Not material');
    expect(saidIn(await after.as('hana').presses(question, 'Material'))).toContain('not material');
  });

  test('must be decided before anybody is asked to sign', async () => {
    const { after } = await afterChange();
    const hana = after.as('hana');
    const list = cardOf(await hana.types('desk campaign'));
    const reply = await hana.fills(list, 'Ask', { 'policy-pledge': true, audience: 'all' });
    expect(saidIn(reply)).toContain('nobody has said yet whether the change is material');
  });
});

describe('somebody who is reading while the text changes', () => {
  test('cannot sign what they did not read', async () => {
    const [store, chat] = [memoryStore(), new FakePlatform()];
    const before = await house({ store, chat, policies, at: TEN });
    const hana = before.as('hana');
    await hana.fills(cardOf(await hana.types('desk campaign')), 'Ask', { 'policy-pledge': true, audience: 'all' });
    const emma = before.as('emma');
    let page = cardOf(await emma.presses(emma.newest(), 'Read'));
    while (labels(page).includes('Next ▶')) page = cardOf(await emma.presses(page, 'Next'));
    const form = formOf(await emma.presses(page, 'Sign'));
    await before.stop();
    const after = await house({ store, chat, policies: changed, at: NEXT_DAY });
    await after.settled();
    await after.as('hana').presses(after.as('hana').newest(), 'Material');
    await after.settled();
    expect(saidIn(await after.as('emma').sends(form, { consent: true, name: 'Emma' }))).toContain(
      'The text changed while you were reading.',
    );
    expect(after.desk.signing.signers.openOf(after.idOf('emma'))).toHaveLength(1);
  });
});
