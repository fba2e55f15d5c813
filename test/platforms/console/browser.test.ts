/** The page in a real browser: what a person sees, types and clicks. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import { act, buttons, type Card, heading, opens, quote, text } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { channel, direct, opened, type Place, simple } from './place.ts';

const HOSTILE = '<!channel> [x](javascript:alert(1)) **b** {{DATE(2020-01-01T00:00:00Z)}} <img src=x onerror=alert(1)>';
const card = (...blocks: Card['blocks']): Card => ({ summary: 'A card', locale: 'en', timeZone: 'UTC', blocks });
const form = {
  form: 'note',
  args: {},
  view: {
    title: 'A note',
    submit: 'Save',
    inputs: { said: input.line('Words', { max: 5 }), kept: input.check('Keep it') },
  },
};

describe.skipIf(noBrowser)(browserTitle('the console in a browser'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** A tab of somebody. Whatever the policy stops, and whatever would leave this computer, fails the test. */
  async function tab({ url }: Place, as: string, size = { width: 1280, height: 800 }): Promise<Page> {
    const context = await browser.newContext({ viewport: size });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on(
      'console',
      (said) =>
        said.type() === 'error' && !said.text().startsWith('Failed to load resource') && wrong.push(said.text()),
    );
    page.on('dialog', (dialog) => wrong.push(`dialog ${dialog.message()}`));
    page.on('request', (request) => request.url().startsWith(url) || wrong.push(request.url()));
    onTestFinished(async () => {
      await context.close();
      expect(wrong).toEqual([]);
    });
    await page.goto(`${url}/?as=${as}`);
    await page.getByTestId('acting-title').waitFor({ state: 'attached' });
    return page;
  }
  const go = (page: Page, place: string) => page.getByTestId(`place-${place}`).click();
  const send = async (page: Page, line: string) => {
    await page.getByTestId('composer').fill(line);
    await page.getByTestId('composer').press('Enter');
  };
  const message = (page: Page, key: string) => page.locator(`[data-testid="message"][data-key="${key}"]`);

  test('speaks the language of the person, and each tab is somebody of its own', async () => {
    const place = await opened();
    const [emma, mei] = [await tab(place, 'emma'), await tab(place, 'mei')];
    await expect.poll(() => emma.getByTestId('local').textContent()).toContain('not for production');
    await expect.poll(() => mei.getByTestId('local').textContent()).toContain('请勿用于生产环境');
    await emma.getByTestId('person-switcher').click();
    await emma.getByTestId('person-wei').click();
    await emma.getByText('当前身份').waitFor();
    expect(new URL(emma.url()).search).toBe('?as=wei');
    expect(await mei.getByTestId('person-switcher').textContent()).toContain('李梅');
    await emma.reload();
    await emma.getByText('王伟').first().waitFor();
  });

  test('a card appears, is edited in place, and marks its channel unread', async () => {
    const place = await opened();
    const page = await tab(place, 'james');
    const ref = await place.platform.send(channel('general'), simple('First words'), 'k');
    await page.getByTestId('place-general').getByRole('img', { name: 'unread' }).waitFor();
    await go(page, 'general');
    await message(page, 'k').getByText('First words').waitFor();
    await place.platform.update(channel('general'), ref, simple('Other words'));
    await message(page, 'k').getByText('Other words').waitFor();
    expect(await page.getByTestId('message').count()).toBe(1);
    expect(await page.getByTestId('place-general').getByRole('img').count()).toBe(0);
  });

  test('what people typed is shown and stays text', async () => {
    const place = await opened();
    const page = await tab(place, 'emma');
    await place.platform.send(direct('emma'), card(heading(HOSTILE), quote(HOSTILE, HOSTILE), text(HOSTILE)), 'k');
    await go(page, 'direct');
    const shown = message(page, 'k').getByText(HOSTILE.replaceAll('{{', '{\u200d{'), { exact: true });
    await expect.poll(() => shown.count()).toBe(4);
    await send(page, HOSTILE);
    await page.locator('.said').getByText(HOSTILE, { exact: true }).waitFor();
    expect(await page.locator('#messages :is(img, b, strong > *, a)').count()).toBe(0);
  });

  test('a button rests while it acts, and one that asks first acts only after the answer', async () => {
    const release = Promise.withResolvers<Reply>();
    const place = await opened(({ does }) => (does.type === 'act' ? release.promise : { type: 'done' }));
    const page = await tab(place, 'james');
    const confirm = { title: 'Sure?', text: 'Really.', yes: 'Do it', no: 'Keep' };
    await place.platform.send(direct('james'), card(buttons(act('Dismiss', 'd', { id: '1' }, { confirm }))), 'k');
    await go(page, 'direct');
    const press = (name: string) => page.getByRole('button', { name, exact: true });
    await message(page, 'k').getByRole('button', { name: 'Dismiss' }).click();
    await press('Keep').click();
    await press('Do it').waitFor({ state: 'hidden' });
    await message(page, 'k').getByRole('button', { name: 'Dismiss' }).click();
    await press('Do it').click();
    await expect.poll(() => press('Do it').isDisabled()).toBe(true);
    release.resolve({ type: 'done', say: 'Dismissed.' });
    await page.getByTestId('toast').getByText('Dismissed.').waitFor();
    await expect.poll(() => press('Do it').isDisabled()).toBe(false);
    const acts = place.seen.filter(({ does }) => does.type === 'act');
    expect(acts.map(({ does }) => does)).toEqual([{ type: 'act', action: 'd', args: { id: '1' } }]);
  });

  test('a form keeps what was typed beside its error, then goes, and Esc closes it', async () => {
    const reply = ({ does }: Interaction): Reply => {
      if (does.type === 'open') return { type: 'open', form };
      if (does.type !== 'submit') return { type: 'done' };
      const tooLong = String(does.values['said']).length > 5;
      return tooLong
        ? { type: 'errors', fields: { said: 'At most 5 characters.' } }
        : { type: 'show', card: simple('Saved') };
    };
    const place = await opened(reply);
    const page = await tab(place, 'emma');
    await place.platform.send(direct('emma'), card(buttons(opens('Note…', 'note', {}))), 'k');
    await go(page, 'direct');
    const opener = page.getByRole('button', { name: 'Note…' });
    const dialog = page.getByTestId('dialog');
    await opener.click();
    await dialog.getByRole('heading', { name: 'A note' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('button:focus', { hasText: 'Note…' }).waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByLabel('Words').fill(HOSTILE);
    await dialog.getByLabel('Keep it').check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('At most 5 characters.').waitFor();
    const field = dialog.getByRole('textbox');
    expect(await field.inputValue()).toBe(HOSTILE);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await dialog.getByRole('checkbox').isChecked()).toBe(true);
    await field.fill('short');
    await field.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.locator('[data-only="true"]').getByText('Saved').waitFor();
    expect(place.seen.at(-1)?.does).toEqual({
      type: 'submit',
      form: 'note',
      args: {},
      values: { said: 'short', kept: true },
    });
  });

  test('the composer offers commands; the word alone or with a slash is the command', async () => {
    const place = await opened(({ does }) => ({
      type: does.type === 'home' ? 'home' : 'show',
      card: simple('Answer'),
    }));
    const page = await tab(place, 'mei');
    await go(page, 'direct');
    await page.getByTestId('composer').fill('/');
    await page.getByText('上报提及我们的帖子').waitFor();
    await page.getByTestId('composer').press('ArrowDown');
    await page.getByTestId('composer').press('Enter');
    expect(await page.getByTestId('composer').inputValue()).toBe('/desk ');
    await send(page, '/desk mine');
    await send(page, 'Report https://example.com/a');
    await send(page, '你好');
    await expect.poll(() => page.locator('[data-only="true"]').count()).toBe(3);
    expect(place.seen.map(({ does }) => does).filter(({ type }) => type !== 'home')).toEqual([
      { type: 'command', name: 'desk', text: 'mine' },
      { type: 'command', name: 'report', text: 'https://example.com/a' },
      { type: 'message', text: '你好' },
    ]);
  });

  test('home is read anew when the desk changes; the guide ticks itself off', async () => {
    let words = 'Nothing waits';
    let done = false;
    const step = {
      id: 'one',
      title: { en: 'Begin', zh: '开始' },
      hint: { en: 'As Mei', zh: '以李梅的身份' },
      as: { en: 'mei', zh: 'mei' },
    };
    const place = await opened(() => ({ type: 'home', card: simple(words) }), { guide: () => [{ ...step, done }] });
    const page = await tab(place, 'emma');
    await page.getByTestId('home').getByText('Nothing waits').waitFor();
    [words, done] = ['One case waits', true];
    const entry = {
      id: '1',
      number: 0,
      version: 1,
      at: '',
      by: '',
      cause: '',
      type: 't',
      data: {},
      prev: '',
      digest: '',
    };
    await place.store.append('case/1', 0, [{ ...entry, stream: 'case/1' }]);
    await page.getByTestId('home').getByText('One case waits').waitFor();
    await expect.poll(() => page.getByTestId('step-one').getAttribute('data-done')).toBe('true');
  });

  test('what could not be sent is said, and not lost', async () => {
    const place = await opened();
    const page = await tab(place, 'emma');
    await go(page, 'direct');
    await place.platform.stop();
    await send(page, 'hello');
    await page.getByTestId('toast').getByText('Not sent').waitFor();
    expect(await page.getByTestId('composer').inputValue()).toBe('hello');
    await page.getByText('The console does not answer. Trying again…').waitFor();
  });

  test('fits a telephone: nothing is wider than the window, and the drawers open', async () => {
    const place = await opened();
    const page = await tab(place, 'emma', { width: 390, height: 844 });
    await place.platform.send(
      direct('emma'),
      card(
        text('x'.repeat(400)),
        buttons(...['One', 'Two', 'Three', 'Four', 'Five'].map((name) => act(`${name} button`, 'a', {}))),
      ),
      'k',
    );
    await page.getByRole('button', { name: 'Channels and people' }).click();
    await go(page, 'direct');
    await message(page, 'k').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect(await message(page, 'k').evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  });
});
