/** The timeline of a case, a page at a time. */
import { expect, test } from 'vitest';
import { button, cardOf, house, labels, said } from '#test/house.fixture.ts';

test('a long timeline opens at its newest page, leads back to the first, and forth again', async () => {
  const { as, card } = await house();
  await as('emma').types('report The tea is cold, complaint https://weibo.com/1/a');
  const { does } = button(card(), 'Claim');
  const args = does.type === 'act' ? { case: does.args['case'] ?? '' } : {};
  for (let index = 1; index <= 20; index += 1) await as('rita').submits('case.note', { text: `word ${index}.` }, args);
  const rita = as('rita');
  const newest = cardOf(await rita.clicks('case.timeline', args));
  expect(said(newest)).toContain('word 20.');
  expect(said(newest)).not.toContain('word 5.');
  expect(labels(newest)).toEqual(['Earlier (6)']);
  const first = cardOf(await rita.presses(newest, 'Earlier'));
  expect(said(first)).toContain('word 5.');
  expect(said(first)).not.toContain('word 6.');
  expect(labels(first)).toEqual(['Later (15)']);
  expect(said(cardOf(await rita.presses(first, 'Later')))).toBe(said(newest));
});
