/** Everything that a sample case shows on its way is something that Slack would take. */
import { describe, expect, test } from 'vitest';
import { readConfig } from '#src/config.ts';
import { samples } from '#src/preview-story.ts';
import { wrongBlocks, wrongView } from './valid.ts';

describe.each(['en', 'zh'] as const)('in %s', async (locale) => {
  const all = await samples(readConfig({}, 'policies'), locale);

  test('the whole road is there', () => {
    const titles = all.map(({ title }) => title);
    for (const state of ['new', 'claimed', 'drafted', 'in review', 'approved', 'published'])
      expect(titles).toContain(`case card · ${state}`);
    expect(all.filter(({ kind }) => kind === 'modal').length).toBeGreaterThanOrEqual(6);
    expect(all.filter(({ kind }) => kind === 'home')).toHaveLength(3);
  });

  test.each(all)('$title ($kind)', ({ kind, json }) => {
    expect(kind === 'message' ? wrongBlocks(json['blocks']) : wrongView(json)).toEqual([]);
  });
});
