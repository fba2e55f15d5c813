/** The main road in a real browser, by clicking, against the real process: once in English and once in Chinese. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { unfilledSlots } from '#src/core/case/slots.ts';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { temporary } from '#test/stores/folder.ts';
import { started } from './process.ts';
import { speech } from './speech.ts';
import { type Tab, tab } from './tab.ts';

const NUMBER = `RM-${new Date().getFullYear()}-0001`;
/** A template's blanks. */
const BLANKS = /\[[^\]]*\]/g;
const STEPS = 9;
const NOT_YOURS = { code: 'case_needs_role', step: 'approve', need: ['approver', 'leader'] } as const;

describe.skipIf(noBrowser)(browserTitle('the main road in a browser'), { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('in English: Emma reports, James verifies and drafts, Olivia approves, Emma hears how it ended', async () => {
    const { t, label, form, card, notice, status, refused, askOneOf } = speech('en');
    const url = await started(temporary()).url;
    const people = ['emma', 'james', 'olivia'].map((as) => tab(browser, url, as));
    const [emma, james, olivia] = (await Promise.all(people)) as [Tab, Tab, Tab];

    await emma.goes('direct');
    await emma.types('report');
    await emma.form(form.report.title);
    await emma.fills(
      {
        [form.report.link]: 'https://weibo.com/1234567890/Nabcdefgh?utm_source=x',
        [form.report.said]: 'Bought a kettle from them, it leaked on day two and nobody answers the phone. Avoid!',
        [form.report.severity]: { choose: t.case.severity.medium },
      },
      form.report.submit,
    );
    await emma.reads(notice.received.title(NUMBER), notice.received.doNotReply);

    await james.goes('response');
    await james.reads(card.title(NUMBER, t.case.category.complaint), 'it leaked on day two');
    await james.presses(label.claim);
    await james.reads(status.working);

    await james.opens(label.draft, form.draft.title);
    await james.fills(
      { [form.draft.template]: { choose: 'Complaint about a product' }, [form.draft.account]: '@BrightHome' },
      form.save,
    );
    const template = await james.stands(form.draft.text);
    await james.fills({ [form.draft.account]: '@BrightHome', [form.draft.now]: true }, form.save);
    await james.told(card.saved(1));
    await james.told(refused({ code: 'case_slots_open', slots: unfilledSlots(template) }));

    await james.opens(label.verify, form.facts.title);
    await james.fills(
      {
        [form.facts.claim]: 'The kettle leaked on the second day',
        [form.facts.verdict]: { choose: t.case.verdict.true },
        [form.facts.evidence]: 'Order 88123, photo in the service ticket',
      },
      form.save,
    );
    await james.reads('Order 88123');
    await james.opens(label.draft, form.draft.title);
    await james.fills({ [form.draft.text]: template.replaceAll(BLANKS, 'our after-sales team') }, form.save);
    await james.reads(card.draft(2, t.case.kind.reply));
    await james.presses(label.submit);
    await james.reads(status.review);

    await james.presses(label.approve);
    await james.told(askOneOf(refused(NOT_YOURS), 'Olivia Grant', '王伟'));
    await olivia.goes('direct');
    await olivia.reads(notice.decision.title(NUMBER), 'our after-sales team');
    await olivia.presses(label.approve);
    await james.goes('direct');
    await james.reads(notice.approved(NUMBER));

    await james.opens(label.publish, form.publish.title);
    await james.fills({ [form.publish.link]: 'https://weibo.com/1234567890/Nreply001' }, form.save);
    await james.goes('response');
    await james.reads(card.effectDue);
    await james.opens(label.effect, form.effect.title);
    await james.fills(
      { [form.effect.effect]: { choose: t.case.effect.solved }, [form.effect.note]: 'The buyer thanked us.' },
      form.save,
    );
    await james.reads('The buyer thanked us.');
    await james.opens(label.close, form.close.title);
    await james.fills({ [form.close.team]: 'Product quality' }, form.close.submit);
    await james.reads(card.closed('James Porter'), 'Product quality');

    await emma.reads(notice.ended.answered(NUMBER));
    await emma.offers(label.seeReply);
    for (const one of [emma, james]) await expect.poll(one.ticked).toBe(STEPS);
    expect(await james.delivered()).toBe(1);
  });

  test('in Chinese, a grave one: 李梅 reports, 陈云 plans and drafts, 王伟 confirms and approves, 李梅 follows it', async () => {
    const { t, label, form, card, notice, status, refused, askOneOf } = speech('zh');
    const url = await started(temporary(), { env: { LC_ALL: 'zh_CN.UTF-8' } }).url;
    const people = ['mei', 'yun', 'olivia', 'wei'].map((as) => tab(browser, url, as));
    const [mei, yun, olivia, wei] = (await Promise.all(people)) as [Tab, Tab, Tab, Tab];

    await mei.goes('direct');
    await mei.types('上报');
    await mei.form(form.report.title);
    await mei.fills(
      {
        [form.report.said]: '新买的水壶第二天就漏水，客服电话没人接，大家避雷！',
        [form.report.severity]: { choose: t.case.severity.high },
        [form.report.follow]: true,
      },
      form.report.submit,
    );
    await mei.reads(notice.received.title(NUMBER), notice.received.nextFollow);

    await yun.goes('response');
    await yun.reads(card.title(NUMBER, t.case.category.complaint));
    await yun.presses(label.claim);
    await yun.reads(card.planMissing);
    await mei.reads(notice.step.claimed(NUMBER));

    await yun.opens(label.verify, form.facts.title);
    await yun.fills({ [form.facts.claim]: '水壶第二天漏水' }, form.save);
    await yun.reads(t.case.verdict.unknown);
    await yun.opens(label.draft, form.draft.title);
    await yun.fills(
      {
        [form.draft.account]: '@明居家电',
        [form.draft.text]: '非常抱歉给您带来不便。我们已核实是密封圈的问题，今天就为您免费更换，售后团队会与您联系。',
      },
      form.save,
    );
    await yun.reads(card.draft(1, t.case.kind.reply));
    await yun.presses(label.submit);
    await yun.told('尚待核实：“水壶第二天漏水”。');

    await yun.opens(label.verify, form.facts.title);
    await yun.fills(
      { [form.facts.verdict]: { choose: t.case.verdict.true }, [form.facts.evidence]: '工单 88123 及照片' },
      form.save,
    );
    await yun.reads('工单 88123 及照片');
    await yun.presses(label.submit);
    await yun.told(refused({ code: 'case_plan_missing' }));

    await yun.opens(label.plan, form.plan.title);
    await yun.fills({ [form.plan.action]: '今天为用户更换水壶，并抽查同批次产品' }, form.save);
    await wei.goes('direct');
    await wei.reads(notice.planToConfirm(NUMBER), '今天为用户更换水壶');
    await yun.presses(label.submit);
    await yun.reads(status.review);
    await wei.reads(notice.decision.title(NUMBER));
    await wei.presses(label.approve);
    await wei.told('拟稿之后又有新情况');
    await wei.answers(label.approveAnyway);
    await wei.told(refused({ code: 'case_plan_unconfirmed' }));
    await wei.presses(label.confirmPlan);
    await yun.reads(card.planConfirmed('王伟'));
    await yun.presses(label.approve);
    await yun.told(askOneOf(refused(NOT_YOURS), 'Olivia Grant', '王伟'));
    await olivia.goes('response');
    await olivia.presses(label.approve);
    await olivia.answers(speech('en').label.approveAnyway);
    await olivia.told(speech('en').refused({ code: 'case_needs_leader' }));
    await wei.answers(label.approveAnyway);

    await yun.goes('direct');
    await yun.reads(notice.approved(NUMBER));
    await yun.opens(label.publish, form.publish.title);
    await yun.fills({ [form.publish.link]: 'https://www.xiaohongshu.com/explore/64f0a1b2c3d4e5f6a7b8c9d0' }, form.save);
    await mei.reads(notice.step.published(NUMBER));
    await yun.goes('response');
    await yun.opens(label.close, form.close.title);
    await yun.fills({ [form.close.team]: '质量部' }, form.close.submit);
    await yun.complains('请先评估效果');
    await yun.leaves();
    await yun.opens(label.effect, form.effect.title);
    await yun.fills({ [form.effect.effect]: { choose: t.case.effect.quieter } }, form.save);
    await yun.reads(card.effectBy(t.case.effect.quieter, '陈云'));
    await yun.opens(label.close, form.close.title);
    await yun.fills({ [form.close.team]: '质量部', [form.close.lesson]: '密封圈改为出厂全检' }, form.close.submit);
    await yun.reads(card.closed('陈云'), '密封圈改为出厂全检');

    await mei.reads(notice.ended.answered(NUMBER));
    await mei.offers(label.seeReply);
    for (const one of [mei, wei]) await expect.poll(one.ticked).toBe(STEPS);
    expect(await yun.delivered()).toBe(1);
  });

  test('an administrator gives the channel another language, and the card that is there changes to it', async () => {
    const [en, zh] = [speech('en'), speech('zh')];
    const { setup } = en.t.desk;
    const url = await started(temporary()).url;
    const [emma, sofia] = await Promise.all([tab(browser, url, 'emma'), tab(browser, url, 'sofia')]);
    await emma.goes('direct');
    await emma.types('report The kettle leaked on the second day, very disappointed');
    await emma.reads(en.notice.received.title(NUMBER));
    await sofia.goes('response');
    await sofia.reads(en.card.title(NUMBER, en.t.case.category.complaint));
    await sofia.types('desk setup');
    await sofia.answers(setup.change);
    await sofia.form(setup.form);
    await sofia.fills({ [setup.language]: { choose: '中文' } }, setup.save);
    await sofia.reads(zh.card.title(NUMBER, zh.t.case.category.complaint), zh.label.claim);
    expect(await sofia.delivered()).toBe(1);
  });
});
