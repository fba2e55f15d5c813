/** Files in a real browser: chosen, pasted, taken back and sent with their form; and a picture that a card shows. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PICTURES } from '#src/core/file/file.ts';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import { heading, opens, picture } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { GIF, PNG, WEBPS } from '#test/core/file/pictures.ts';
import { tab } from '#test/road/tab.ts';
import { direct, opened, type Place } from './place.ts';

const reader = readerOf('en', 'UTC', { person: () => undefined });
const shots = input.files('Screenshots', { accept: PICTURES, most: 2, maxBytes: 1000, optional: true });
const view = { title: 'A report', submit: 'Send', inputs: { said: input.line('Words', { max: 20 }), shots } };
const door = cardFor(reader, 'A form', [
  heading('A form'),
  { type: 'buttons', buttons: [opens('Fill in…', 'report', {})] },
]);
const asIs = ({ does }: Interaction): Reply =>
  does.type === 'open' ? { type: 'open', form: { form: 'report', args: {}, view } } : { type: 'done' };
const upload = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'image/png', buffer: Buffer.from(bytes) });

/** What the browser does when somebody pastes a picture; run there, where there is a clipboard. */
const pasting = (bytes: Uint8Array, name: string): string => `{
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([new Uint8Array([${[...bytes]}])], '${name}', { type: 'image/webp' }));
  document.querySelector('.files-area').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
}`;

describe.skipIf(noBrowser)(browserTitle('files in the console'), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  async function atForm(place: Place) {
    await place.platform.send(direct('emma'), door, 'k1');
    const emma = await tab(browser, place.url, 'emma');
    await emma.goes('direct');
    await emma.opens('Fill in…', 'A report');
    return { ...emma, chooser: emma.page.getByTestId('files'), chosen: emma.page.getByTestId('file') };
  }

  test('what was chosen and pasted goes with the form, and what was taken back does not', async () => {
    const place = await opened(asIs);
    const { page, fills, chooser, chosen } = await atForm(place);
    await chooser.setInputFiles([upload('one.png', PNG), upload('two.gif', GIF)]);
    await expect.poll(() => chosen.allInnerTexts()).toEqual(['one.png', 'two.gif']);
    expect(await page.getByRole('button', { name: 'Choose, drop or paste' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Remove one.png' }).click();
    await page.evaluate(pasting(WEBPS[0] ?? new Uint8Array(), 'pasted.webp'));
    await expect.poll(() => chosen.allInnerTexts()).toEqual(['two.gif', 'pasted.webp']);
    await fills({ Words: 'Look' }, 'Send');
    await expect
      .poll(() => place.seen.at(-1)?.does)
      .toMatchObject({
        type: 'submit',
        values: {
          said: 'Look',
          shots: [
            { name: 'two.gif', media: 'image/gif' },
            { name: 'pasted.webp', media: 'image/webp' },
          ],
        },
      });
  });

  test('one too many, and one too large, are said before anything is sent', async () => {
    const { chooser, chosen, complains } = await atForm(await opened(asIs));
    await chooser.setInputFiles([upload('a.png', PNG), upload('b.gif', GIF), upload('c.png', PNG)]);
    await complains('No more than 2 files.');
    expect(await chosen.allInnerTexts()).toEqual(['a.png', 'b.gif']);
    const { chooser: again, complains: says } = await atForm(await opened(asIs));
    await again.setInputFiles([upload('big.png', new Uint8Array(2000))]);
    await says('“big.png” is larger than');
  });

  test('a form that comes back still has them', async () => {
    const wrong = (interaction: Interaction): Reply =>
      interaction.does.type === 'submit' ? { type: 'errors', fields: { shots: 'Not these.' } } : asIs(interaction);
    const place = await opened(wrong);
    const { fills, chooser, chosen, complains } = await atForm(place);
    await chooser.setInputFiles([upload('one.png', PNG)]);
    await expect.poll(() => chosen.allInnerTexts()).toEqual(['one.png']);
    await fills({ Words: 'Look' }, 'Send');
    await complains('Not these.');
    expect(await chosen.allInnerTexts()).toEqual(['one.png']);
  });

  test('a picture of a card is seen, with words for whoever cannot see it', async () => {
    const place = await opened(async () => ({ type: 'show', card: saying(reader, 'good', 'x') }));
    const digest = await place.store.put(PNG);
    const drawn = picture({ digest, media: 'image/png', alt: 'What the post said', width: 1, height: 1 });
    await place.platform.send(direct('emma'), cardFor(reader, 'Seen', [heading('Seen'), drawn]), 'k1');
    const { page, goes } = await tab(browser, place.url, 'emma');
    await goes('direct');
    const shown = page.getByAltText('What the post said');
    await shown.waitFor();
    const width = async () => (await shown.elementHandle())?.getProperty('naturalWidth');
    await expect.poll(async () => (await width())?.jsonValue()).toBe(1);
  });
});
