/** An emergency: leaders alone declare it, everybody sees it, and what is routine waits until it is over. */
import { expect, test } from 'vitest';
import { words as saidIn } from '#test/desk/desk.fixture.ts';
import { cardOf, formOf, house, said } from '#test/house.fixture.ts';
import { policies } from './signing/policies.fixture.ts';

/** Monday, ten in the morning in London. */
const TEN = '2026-03-02T10:00:00.000Z';

test('is declared by a leader with a reason, which everybody reads on their home', async () => {
  const all = await house({ at: TEN });
  const form = formOf(await all.as('lea').types('desk emergency on'));
  expect(said(cardOf(await all.as('lea').sends(form, { reason: 'The river is rising' })))).toContain(
    'only approved lines',
  );
  expect(said(await all.as('emma').goesHome())).toContain('The river is rising');
  expect(said(await all.as('mei').goesHome())).toContain('紧急状态');
});

test('is not for others to declare or end', async () => {
  const all = await house({ at: TEN });
  expect(saidIn(await all.as('rita').types('desk emergency on A flood'))).toContain('Only a leader');
  await all.as('lei').types('desk 紧急状态 宣布 台风');
  expect(saidIn(await all.as('max').types('desk emergency off'))).toContain('Only a leader');
  expect(said(await all.as('emma').goesHome())).toContain('台风');
});

test('holds requests for signatures and reminders back, and lets them go when it is over', async () => {
  const all = await house({ at: TEN, policies });
  await all.as('lea').types('desk emergency on A flood');
  const hana = all.as('hana');
  await hana.fills(cardOf(await hana.types('desk campaign')), 'Ask', { 'policy-pledge': true, audience: 'all' });
  for (let day = 0; day < 4; day += 1) await all.pass(24);
  expect(all.as('emma').reads()).toEqual([]);
  await all.as('lea').presses(cardOf(await all.as('lea').types('desk emergency')), 'End');
  for (let day = 0; day < 3; day += 1) await all.pass(24);
  expect(said(all.as('emma').newest())).toContain('Please read and sign');
  expect(said(await all.as('emma').goesHome())).not.toContain('A flood');
});

test('does not delay an alert', async () => {
  const all = await house({ at: TEN });
  await all.as('lea').types('desk emergency on A flood');
  const form = formOf(await all.as('emma').types('report'));
  await all.as('emma').sends(form, { said: 'It exploded', severity: 'critical' });
  expect(all.as('lea').reads().map(said).join()).toContain('RM-2026-0001');
});
