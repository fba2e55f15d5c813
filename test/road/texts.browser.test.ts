/** The company's texts in a real browser, against the real process: read, searched, asked, and a post looked through. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { temporary } from '#test/stores/folder.ts';
import { started } from './process.ts';
import { tab } from './tab.ts';

describe.skipIf(noBrowser)(browserTitle('the texts of the company in a browser'), { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('are at hand in English and in Chinese', async () => {
    const url = await started(temporary()).url;
    const emma = await tab(browser, url, 'emma');
    await emma.goes('direct');
    await emma.types('policy');
    await emma.told('Online reputation and response');
    await emma.types('policy can I reply to the troll');
    await emma.told('5 clauses for “can I reply to the troll”');
    await emma.types('policy read pledge');
    await emma.told('1.1 I know the rules');
    await emma.answers('Next ▶');
    await emma.told('1.2 I speak for myself');
    await emma.answers('Contents');
    await emma.answers('2 What I may count on');
    await emma.told('My private accounts are not searched.');
    await emma.types('policy ask');
    await emma.form('Ask the policies');
    await emma.fills({ 'Your question': 'Can I answer a bad review?' }, 'Ask');
    await emma.told('online-reputation#3.2');
    await emma.types('check');
    await emma.form('Check before posting');
    await emma.fills({ 'What you mean to post': 'What an idiot. Call him on +44 7700 900123.' }, 'Check');
    await emma.told('Please don’t post this as it is.');
    await emma.told('Call him on [phone number].');

    const mei = await tab(browser, url, 'mei');
    await mei.goes('direct');
    await mei.types('制度 客户骂我们我能怼回去吗');
    await mei.told('与“客户骂我们我能怼回去吗”有关的条款');
    await mei.answers('查看全文');
    await mei.told('制度是这样规定的');
    await mei.types('自查 周末去爬山');
    await mei.told('没有发现问题。');
    await mei.types('自查 本公司郑重声明');
    await mei.told('代表公司发布的内容，须先经他人审核。');
  });
});
