/** What a post says of its own reach stands on the card of the case, until somebody judges the reach themselves. */
import { expect, test } from 'vitest';
import { house, said } from '#test/house.fixture.ts';

test('the card says how far the post says it has spread, in its words, and a person’s judgement wins', async () => {
  const all = await house();
  await all.as('emma').types('report 茶是凉的，已经有两万三千多转发 https://weibo.com/1/a');
  expect(said(all.card())).toContain('the post says “两万三千多转发”');
  const [{ id } = { id: '' }] = all.desk.cases.list({ me: 'x', roles: ['leader'] }, () => true);
  const command = { type: 'correct', field: 'reach', value: 'small', reason: 'Nobody passed it on' } as const;
  const rita = { by: all.idOf('rita'), roles: ['responder'] as const };
  await all.desk.cases.records.act(id, command, { ...rita, at: '2026-03-02T12:00:00.000Z', cause: 'corrected' });
  await all.settled();
  expect(said(all.card())).not.toContain('the post says');
});
