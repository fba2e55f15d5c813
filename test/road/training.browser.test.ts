/** The first days of a new colleague in a real browser, by clicking: once in English and once in Chinese. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserTitle, launch, noBrowser } from '#test/browser.ts';
import { firstDays } from './training.ts';

describe.skipIf(noBrowser)(browserTitle('a new colleague in a browser'), { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  test.each([
    ['en', 'emma', 'Emma Clarke'],
    ['zh', 'mei', '李梅'],
  ] as const)(
    'in %s: %s joins, signs, passes, is asked again later, and the manager sees it',
    async (locale, account, name) => {
      const { house, faults, idOf } = await firstDays(browser, locale, account, name);
      const { state } = await house.desk.training.newcomers.paths.read(idOf(account));
      expect(state.status).toBe('finished');
      expect(faults).toEqual([]);
    },
  );
});
