/** Everything that a sample case shows on its way is something that Slack would take. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '#src/config.ts';
import { previewRoutes } from '#src/preview-routes.ts';
import { samples } from '#src/preview-story.ts';
import { wordsFor } from '#src/words/words.ts';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { serving } from '#test/server/ask.ts';
import { wrongBlocks, wrongView } from './valid.ts';

/** What stands on the buttons of a sample. */
const labelsIn = (json: unknown): readonly string[] =>
  [...JSON.stringify(json).matchAll(/"type":"button","text":(\{[^{}]*\})/g)].map(
    ([, text = '']) => JSON.parse(text).text,
  );

describe.each(['en', 'zh'] as const)('in %s', async (locale) => {
  const all = await samples(readConfig({}, 'policies'), locale);

  test('the whole road is there', () => {
    const titles = all.map(({ title }) => title);
    for (const state of ['new', 'claimed', 'drafted', 'in review', 'approved', 'published', 'judged', 'closed'])
      expect(titles).toContain(`case card · ${state}`);
    expect(all.filter(({ kind }) => kind === 'modal').length).toBeGreaterThanOrEqual(6);
    expect(all.filter(({ kind }) => kind === 'home')).toHaveLength(3);
    const closed = all.find(({ title }) => title === 'case card · closed');
    expect(JSON.stringify(closed?.json)).toContain(wordsFor(locale).case.status.closed);
  });

  test.skipIf(noBrowser)(browserTitle('each is drawn, and nothing of it is unknown to the page'), async () => {
    const url = await serving(previewRoutes(all));
    const browser = await launch();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const wrong: string[] = [];
    page.on('pageerror', ({ message }) => wrong.push(message));
    page.on('console', (said) => said.type() === 'error' && wrong.push(said.text()));
    await page.goto(url);
    await page
      .locator('section')
      .nth(all.length - 1)
      .waitFor();
    const drawn = await page.locator('section').allInnerTexts();
    expect(drawn).toHaveLength(all.length);
    for (const [index, { title, json }] of all.entries()) {
      expect(drawn[index], title).toContain(title);
      for (const label of labelsIn(json)) expect(drawn[index], title).toContain(label);
    }
    expect(drawn.join('\n')).not.toContain('is not drawn here');
    expect(wrong).toEqual([]);
  });

  test.each(all)('$title ($kind)', ({ kind, json }) => {
    expect(kind === 'message' ? wrongBlocks(json['blocks']) : wrongView(json)).toEqual([]);
  });
});
