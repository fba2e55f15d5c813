/** Somebody's tab of the console in a real browser. Whatever leaves this computer, and whatever goes wrong in the page, fails the test. */
import type { Browser, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** What to do with a field, by its label: text goes in, `true` ticks, `{ choose }` takes the option of that name. */
type Fill = string | true | { readonly choose: string };
export type Tab = ReturnType<typeof actions>;

export async function tab(browser: Browser, url: string, as: string): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (said) => said.type() === 'error' && wrong.push(said.text()));
  page.on('dialog', (dialog) => wrong.push(`dialog ${dialog.message()}`));
  await context.route('**', (route) => {
    if (route.request().url().startsWith(`${url}/`)) return route.continue();
    wrong.push(route.request().url());
    return route.abort();
  });
  onTestFinished(async () => {
    await context.close();
    expect(wrong).toEqual([]);
  });
  await page.goto(`${url}/?as=${as}`);
  await page.getByTestId('acting-title').waitFor({ state: 'attached' });
  return actions(page);
}

function actions(page: Page) {
  const messages = page.getByTestId('messages');
  const dialog = page.getByTestId('dialog');
  const button = (on: string, label: string) =>
    messages.locator(on).getByRole('button', { name: label, exact: true }).last();
  /** A label may be followed by a remark that the field may stay empty. */
  const labelled = (label: string) => dialog.getByLabel(new RegExp(`^${RegExp.escape(label)}`)).first();
  const goes = (place: string) => page.getByTestId(`place-${place}`).click();
  /** Waits until it can be read among the messages. */
  const reads = (...texts: readonly string[]) =>
    Promise.all(texts.map((text) => messages.getByText(text).last().waitFor()));

  async function fills(fields: { readonly [label: string]: Fill }, submit: string): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      const field = labelled(label);
      if (value === true) await field.check();
      else if (typeof value === 'string') await field.fill(value);
      else if ((await field.getAttribute('type')) === 'radio')
        await dialog.locator(`input[type="radio"][aria-label="${value.choose}"]`).check();
      else await field.selectOption({ label: value.choose });
    }
    await dialog.getByRole('button', { name: submit, exact: true }).and(page.locator('.style-positive')).click();
  }

  return {
    page,
    goes,
    reads,
    fills,
    async types(line: string): Promise<void> {
      await page.getByTestId('composer').fill(line);
      await page.getByTestId('composer').press('Enter');
    },
    /** The newest button of that name on a card that the desk keeps up to date. */
    presses: (label: string) => button('[data-key]', label).click(),
    /** The same on a card that only this person was shown. */
    answers: (label: string) => button('[data-only]', label).click(),
    /** Presses the button and waits for the form that it opens. */
    async opens(label: string, title: string): Promise<void> {
      await button('[data-key]', label).click();
      await dialog.getByRole('heading', { name: title, exact: true }).waitFor();
    },
    /** What stands in a field of the open form, once there is something. */
    async stands(label: string): Promise<string> {
      const field = labelled(label);
      await expect.poll(() => field.inputValue()).not.toBe('');
      return field.inputValue();
    },
    /** The open form says what is wrong. */
    complains: (text: string) => dialog.getByText(text).waitFor(),
    leaves: () => page.getByTestId('dialog-close').click(),
    form: (title: string) => dialog.getByRole('heading', { name: title, exact: true }).waitFor(),
    /** What only this person was told, newest last. */
    told: (text: string) => page.locator('[data-only="true"]').getByText(text).last().waitFor(),
    /** A link that a card offers. */
    offers: (label: string) => messages.locator('[data-key]').getByRole('link', { name: label }).last().waitFor(),
    /** How many steps of the guide have ticked themselves off. */
    ticked: () => page.locator('[data-testid^="step-"][data-done="true"]').count(),
    /** Messages of the desk that everybody here sees. */
    delivered: () => messages.locator('[data-key]').count(),
  };
}
