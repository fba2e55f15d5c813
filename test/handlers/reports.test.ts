/** Reports in a real house: they come once, say what the figures say, show what was drawn, and go out as files. */
import { parse } from 'csv-parse/sync';
import readWorkbook from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { recognise } from '#src/core/file/recognise.ts';
import type { Reply } from '#src/platforms/platform.ts';
import type { Card, FileBlock, PictureBlock } from '#src/view/card.ts';
import { FakePlatform } from '#test/fake-platform.ts';
import { cardOf, type House, house, said } from '#test/house.fixture.ts';
import { memoryStore } from '#test/stores/memory.ts';

const WEEK = 7 * 24;
const picturesOf = ({ blocks }: Card): readonly PictureBlock[] => blocks.filter((block) => block.type === 'picture');
const filesOf = ({ blocks }: Card): readonly FileBlock[] => blocks.filter((block) => block.type === 'file');
const reportsTo = ({ as, idOf }: House, who: string): readonly Card[] =>
  idOf(who)
    ? as(who)
        .reads()
        .filter(({ summary }) => /Weekly report|周报/.test(summary))
    : [];

/** Five reports on two platforms, one of them in confidence; one is answered and closed, with a lesson. */
async function busyWeek(all: House): Promise<void> {
  const emma = all.as('emma');
  for (const post of [1, 2, 3]) await emma.types(`report The tea is cold ${post} https://weibo.com/1/${post}`);
  await emma.types('report =1+1 快递还没收到 https://www.zhihu.com/question/1');
  await emma.submits('report.new', {
    said: 'A colleague posts secrets',
    confidential: true,
    severity: 'auto',
    kind: 'auto',
  });
  const rita = all.as('rita');
  const card = () => all.card();
  await rita.presses(card(), 'Claim');
  const fact = { claim: 'It was late', verdict: 'true', evidence: 'asked' };
  await rita.fills(card(), 'Draft', { kind: 'apology', account: 'Us', text: 'We are sorry.', ...fact, now: true });
  await all.as('ada').presses(card(), 'Approve');
  await rita.fills(card(), 'Published', { link: 'https://www.zhihu.com/question/1/answer/2' });
  await rita.fills(card(), 'Close', { team: '物流, <b>', lesson: 'Say when it comes', rootCause: 'delivery' });
}

async function bytesOf({ store }: House, { digest }: { readonly digest: string }): Promise<Buffer> {
  return Buffer.from((await store.get(digest)) ?? []);
}

describe('a week in which something happened', () => {
  let all: House;
  beforeAll(async () => {
    all = await house();
    await busyWeek(all);
    await all.pass(WEEK);
    await all.desk.reports.idle();
    await all.settled();
  });

  test('is reported on Monday at nine to leaders and managers, each once and in their language', async () => {
    expect(all.faults).toEqual([]);
    expect(['lea', 'lei', 'max', 'rita', 'hana'].map((who) => reportsTo(all, who).length)).toEqual([1, 1, 1, 0, 0]);
    expect(said(reportsTo(all, 'lea')[0] ?? all.card())).toContain('Weekly report, week 10: 2 March to 8 March');
    expect(said(reportsTo(all, 'lei')[0] ?? all.card())).toContain('周报：第 10 周（3月2日至3月8日）');
    await all.pass(1);
    expect(reportsTo(all, 'lea')).toHaveLength(1);
  });

  test('with the figures that the desk counts: four cases, not the confidential one', () => {
    const card = said(reportsTo(all, 'max')[0] ?? all.card());
    expect(card).toContain('4 cases reported, 4 more than the week before.');
    expect(card).toMatch(/Where: Weibo 3, Zhihu 1/);
    expect(card).toContain('物流, <b>');
    expect(card).not.toContain('Confidential');
  });

  test('with a line on confidential cases for whoever may know of them, and for nobody else', () => {
    expect(said(reportsTo(all, 'lea')[0] ?? all.card())).toContain('Confidential cases');
    expect(said(reportsTo(all, 'lei')[0] ?? all.card())).toContain('保密个案');
    expect(JSON.stringify(reportsTo(all, 'max'))).not.toContain('onfidential');
  });

  test('with three pictures, which say their figures in words, too', async () => {
    const [english, chinese] = ['lea', 'lei'].map((who) => picturesOf(reportsTo(all, who)[0] ?? all.card()));
    expect(english).toHaveLength(3);
    expect(english?.map(({ alt }) => alt)).toContain('Reports by platform. Weibo: 3, before 0; Zhihu: 1, before 0.');
    expect(chinese?.map(({ alt }) => alt)).toContain('各平台新增。微博 3（上期 0），知乎 1（上期 0）。');
    for (const picture of [...(english ?? []), ...(chinese ?? [])]) {
      const { media, width, height } = picture;
      expect(recognise(await bytesOf(all, picture))).toMatchObject({ media, width, height });
    }
    expect(new Set([...(english ?? []), ...(chinese ?? [])].map(({ digest }) => digest)).size).toBe(6);
  });

  test('leads to the case with a lesson, and to files for that week', async () => {
    const card = reportsTo(all, 'max')[0] ?? all.card();
    expect(said(card)).toContain('Lessons from closed cases');
    const files = cardOf(await all.as('max').presses(card, 'Excel'));
    expect(filesOf(files).map(({ name }) => name)).toEqual(
      ['xlsx', 'csv', 'html'].map((kind) => `goodword-2026-03-02_2026-03-08.${kind}`),
    );
  });

  describe('as files', () => {
    let reply: Reply;
    let secret: Reply;
    beforeAll(async () => {
      reply = await all.as('lei').types('desk 导出 2026-03-02..2026-03-08');
      secret = await all.as('lea').types('desk export 2026-03-02..2026-03-08 confidential');
    });
    const read = async (from: Reply, kind: string) => {
      const file = filesOf(cardOf(from)).find(({ name }) => name.endsWith(kind));
      if (!file) throw new Error(`no ${kind}`);
      const bytes = await bytesOf(all, file);
      expect(bytes.length).toBe(file.size);
      return bytes;
    };

    test('the workbook has the cases and the figures, in Chinese where Chinese is read', async () => {
      const [cases, figures] = await readWorkbook(await read(reply, 'xlsx'));
      expect([cases?.sheet, figures?.sheet]).toEqual(['个案', '数据']);
      expect(cases?.data.map((row) => row[0])).toEqual(['编号', ...[1, 2, 3, 4].map((n) => `RM-2026-000${n}`)]);
      expect(cases?.data[4]).toEqual(
        expect.arrayContaining(['知乎', '=1+1 快递还没收到', '物流, <b>', '已结案', '配送']),
      );
      expect(figures?.data).toEqual(
        expect.arrayContaining([
          ['总量', '新增个案', 4, 0],
          ['平台', '微博', 3, 0],
          ['平台', '知乎', 1, 0],
          ['结案根本原因', '配送', 1, 0],
          ['责任团队', '物流, <b>', 1, 0],
        ]),
      );
    });

    test('the text is harmless to a spreadsheet, with Chinese intact', async () => {
      const rows: string[][] = parse(await read(reply, 'csv'), { bom: true });
      expect(rows[4]).toEqual(expect.arrayContaining(['知乎', "'=1+1 快递还没收到"]));
    });

    test('the report for paper has its pictures in it, asks for nothing, and shows what was typed as text', async () => {
      const page = (await read(reply, 'html')).toString();
      expect(page.match(/src="data:image\/png;base64,/g)?.length).toBeGreaterThanOrEqual(3);
      expect(page).not.toMatch(/https?:|<script|<link|<b>/);
      expect(page).toContain('物流, &lt;b&gt;');
      expect(page).toContain('<td>RM-2026-0004</td><td>Say when it comes</td>');
    });

    test('confidential cases are in them only when somebody who may know asks, and then marked', async () => {
      for (const kind of ['csv', 'html']) expect((await read(reply, kind)).toString()).not.toMatch(/secrets|保密/);
      const rows: string[][] = parse(await read(secret, 'csv'), { bom: true });
      expect(rows[0]).toContain('Confidential');
      expect(rows.map((row) => row.at(-1))).toEqual(['Confidential', 'no', 'no', 'no', 'no', 'yes']);
      const asked = cardOf(await all.as('max').types('desk export 2026-03-02..2026-03-08 confidential'));
      const [, text] = filesOf(asked);
      expect((await bytesOf(all, text ?? { digest: '' })).toString()).not.toContain('secrets');
    });

    test('a button that was tampered with asks for no period longer than one may type', async () => {
      for (const of of [
        'days/0001-01-01/9999-12-31',
        'week/9999-12-27',
        'month/9999-12-01',
        'days/2026-03-08/2026-03-02',
      ])
        expect(filesOf(cardOf(await all.as('max').clicks('report.export', { of })))).toEqual([]);
      const files = filesOf(cardOf(await all.as('max').clicks('report.export', { of: 'days/2026-03-02/9999-12-31' })));
      expect(files.map(({ name }) => name)[0]).toMatch(/^goodword-2026-03-02_2026-03-\d\d\.xlsx$/);
    });

    test('nobody else gets any', async () => {
      for (const line of ['export', 'report', 'monthly off'])
        expect(said(cardOf(await all.as('rita').types(`desk ${line}`)))).toMatch(
          /Reports and exports need a role: leader/i,
        );
      expect(said(cardOf(await all.as('emma').clicks('report.export', { of: 'week/2026-03-02' })))).toContain(
        'Reports and exports need a role',
      );
    });
  });
});

describe('the next report', () => {
  test('does not come to whoever turned it off, and again to whoever turned it on', async () => {
    const all = await house();
    expect(said(cardOf(await all.as('lea').types('desk report off')))).toContain('not come to you any more');
    expect(said(cardOf(await all.as('lei').types('desk 月报 关闭')))).toContain('已停止发送月报');
    await all.pass(WEEK);
    await all.desk.reports.idle();
    await all.settled();
    expect(['lea', 'lei', 'max'].map((who) => reportsTo(all, who).length)).toEqual([0, 1, 1]);
    await all.as('lea').types('desk report on');
    await all.pass(WEEK);
    await all.desk.reports.idle();
    await all.settled();
    expect(reportsTo(all, 'lea')).toHaveLength(1);
  });

  test('comes late, once, and says so, when nobody ran at the time', async () => {
    const [store, chat] = [memoryStore(), new FakePlatform()];
    const first = await house({ store, chat });
    await first.as('emma').types('report The tea is cold https://weibo.com/1/a');
    await first.stop();
    const again = await house({ store, chat, at: '2026-03-10T03:00:00.000Z' });
    await again.desk.reports.idle();
    await again.settled();
    const [card, ...more] = reportsTo(again, 'max');
    expect(more).toEqual([]);
    expect(said(card ?? again.card())).toContain('This comes late');
    await again.stop();
    const third = await house({ store, chat, at: '2026-03-10T04:00:00.000Z' });
    await third.desk.reports.idle();
    await third.settled();
    expect(reportsTo(third, 'max')).toHaveLength(1);
    expect(third.faults).toEqual([]);
  });

  test('that had come due and was not made yet when the process was killed, is made at the next start', async () => {
    const [store, chat] = [memoryStore(), new FakePlatform()];
    const first = await house({ store, chat });
    await first.desk.reports.stop();
    await first.pass(WEEK);
    await first.stop();
    const again = await house({ store, chat, at: '2026-03-09T01:10:00.000Z' });
    await again.settled();
    expect(reportsTo(again, 'max')).toHaveLength(1);
    expect(said(reportsTo(again, 'max')[0] ?? again.card())).not.toContain('late');
  });

  test('is shown on demand, a quiet one in a line without pictures', async () => {
    const all = await house();
    const card = cardOf(await all.as('max').types('desk report'));
    expect(said(card)).toContain('Nothing came in and nothing was done in this time.');
    expect(picturesOf(card)).toEqual([]);
    expect(said(cardOf(await all.as('lei').types('desk 月报')))).toContain('月报：2026年2月');
    expect(said(cardOf(await all.as('max').types('desk report sometimes')))).toContain('I don’t know “sometimes” here');
    expect(said(cardOf(await all.as('max').clicks('report.export', { of: 'week/../../etc' })))).toContain(
      'I don’t know',
    );
  });
});
