/** Policies in a real browser: asked, read, agreed to, signed, seen, exported; then a clause changes. English and Chinese. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { temporary } from '#test/stores/folder.ts';
import { alwaysOpen } from './always-open.ts';
import { started } from './process.ts';
import { speech } from './speech.ts';
import { type Tab, tab } from './tab.ts';

/** Turns page after page to the last one, and says what stood on them. */
async function readsOn(reader: Tab, next: string, sign: string): Promise<string> {
  const cards = reader.page.locator('[data-only="true"]');
  const texts: string[] = [];
  for (let page = 0; page < 40; page += 1) {
    await cards
      .getByRole('button', { name: new RegExp(`^(${next}|${sign})$`) })
      .last()
      .waitFor();
    texts.push((await cards.last().textContent()) ?? '');
    const more = cards.last().getByRole('button', { name: next, exact: true });
    if ((await more.count()) === 0) return texts.join('\n');
    await more.click();
    await expect.poll(() => cards.last().textContent()).not.toBe(texts.at(-1));
  }
  throw new Error('the text has no end');
}

describe.skipIf(noBrowser)(browserTitle('policies in a browser'), { timeout: 90_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test('in English: Sofia asks her people, Noah reads and signs, she sees it and exports it', async () => {
    const { t } = speech('en');
    const { signing } = t;
    const { cwd } = alwaysOpen();
    const url = await started(temporary(), { cwd }).url;
    const [sofia, noah] = (await Promise.all(['sofia', 'noah'].map((as) => tab(browser, url, as)))) as [Tab, Tab];

    await sofia.goes('direct');
    await sofia.types('desk campaign');
    await sofia.told(signing.campaign.none);
    await sofia.answers(signing.campaign.create);
    await sofia.form(signing.campaign.form.title);
    await sofia.fills(
      {
        [signing.campaign.form.policy('My pledge')]: true,
        [signing.campaign.form.audience]: { choose: signing.campaign.audience.team('retail') },
        [signing.campaign.form.note]: 'Please do this before the season starts.',
      },
      signing.campaign.form.submit,
    );
    await sofia.told(signing.campaign.opened(4));

    await noah.goes('direct');
    await noah.reads(signing.please, 'Please do this before the season starts.');
    await noah.presses(signing.read);
    const text = await readsOn(noah, signing.next, signing.sign);
    expect(text).toContain('1.1');
    expect(text).toContain(signing.lastPage);
    await noah.answers(signing.sign);
    await noah.form(signing.form.title);
    await noah.fills({ [signing.form.name]: 'Noah Bennett' }, signing.form.submit);
    await noah.complains(speech('en').refused({ code: 'signature_no_consent', field: 'consent' }));
    await noah.fills({ [signing.form.consent]: true, [signing.form.name]: 'Emma Clarke' }, signing.form.submit);
    await noah.complains('is not the name we know you by');
    await noah.fills({ [signing.form.consent]: true, [signing.form.name]: 'noah bennett' }, signing.form.submit);
    await noah.told(signing.proof.thanks);
    await noah.reads(signing.version('My pledge', 1));

    await sofia.types('desk campaign');
    await sofia.answers(signing.campaign.open);
    await sofia.told(signing.campaign.progress(1, 4));
    await sofia.told('Emma Clarke');
    await sofia.answers(signing.campaign.export);
    await sofia.told(signing.campaign.exported(4));
    const link = sofia.page.locator('[data-only="true"]').getByRole('link', { name: /\.csv/ }).last();
    const csv = await (await fetch(new URL((await link.getAttribute('href')) ?? '', url))).text();
    expect(csv).toContain('Noah Bennett,retail,Sofia Rossi,signed');
    expect(csv).toContain('noah bennett');
  });

  test('in Chinese: 周静 asks everybody, 李梅 signs; a clause changes, 周静 calls it material, 李梅 reads only that', async () => {
    const { t } = speech('zh');
    const { signing } = t;
    const { cwd, edit } = alwaysOpen();
    const data = temporary();
    const first = started(data, { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
    const url = await first.url;
    const [jing, mei] = (await Promise.all(['jing', 'mei'].map((as) => tab(browser, url, as)))) as [Tab, Tab];
    const signs = async (who: Tab, name: string) => {
      await who.answers(signing.sign);
      await who.form(signing.form.title);
      await who.fills({ [signing.form.consent]: true, [signing.form.name]: name }, signing.form.submit);
      await who.told(signing.proof.thanks);
    };

    await jing.goes('direct');
    await jing.types('desk 签收');
    await jing.answers(signing.campaign.create);
    await jing.form(signing.campaign.form.title);
    await jing.fills({ [signing.campaign.form.policy('个人责任书')]: true }, signing.campaign.form.submit);
    await jing.told(signing.campaign.opened(9));
    await mei.goes('direct');
    await mei.reads(signing.please);
    await mei.presses(signing.read);
    expect(await readsOn(mei, signing.next, signing.sign)).toContain('1.4');
    await signs(mei, '李 梅');
    await jing.types('desk 签收');
    await jing.answers(signing.campaign.open);
    await jing.told(signing.campaign.progress(1, 9));
    for (const one of [jing, mei]) await one.page.context().close();
    expect(await first.end('SIGTERM')).toMatchObject({ status: 0 });

    edit('pledge.zh.md', /(### 1\.2 [^\n]*\n)[^\n]*/, '$1我在网络上只代表本人，并在主页注明。');
    const again = await started(data, { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } }).url;
    const [owner, signer] = (await Promise.all(['jing', 'mei'].map((as) => tab(browser, again, as)))) as [Tab, Tab];
    await owner.goes('direct');
    await owner.reads(signing.change.question('个人责任书'));
    await owner.presses(signing.change.material);
    await owner.presses(signing.change.yes);
    await owner.reads(signing.change.ruledMaterial('个人责任书', 2, '周静'));
    await signer.goes('direct');
    await signer.reads(signing.changedPlease('个人责任书'));
    await signer.presses(signing.read);
    const read = await readsOn(signer, signing.next, signing.sign);
    expect(read).toContain('并在主页注明');
    expect(read).not.toContain('1.4');
    await signs(signer, '李梅');
    await signer.types('desk 签署');
    await signer.told(signing.version('个人责任书', 2));
    await signer.told(signing.version('个人责任书', 1));
  });
});
