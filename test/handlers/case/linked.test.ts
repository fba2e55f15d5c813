/** A first report from an account that only later turns out to be somebody's who is known already, as on Teams. */
import { expect, test } from 'vitest';
import type { Interaction } from '#src/platforms/platform.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { cardOf, house, said } from '#test/house.fixture.ts';

const AT = '2026-03-02T10:00:00.000Z';
const EMAIL = 'emma@northwind.example';
const REPORT = { type: 'command', name: 'report', text: 'Cold tea https://weibo.com/1/a' } as const;
const SHOT = { platform: 'teams', ref: 'F1', name: 'a.png', media: 'image/png', size: 9 } as const;

/** Emma is on Slack by her e-mail; she has just reported from Teams, which told her e-mail only after that. */
async function linked() {
  const all = await house();
  const { people } = all.desk;
  let causes = 0;
  const there = (does: Interaction['does']) => {
    causes += 1;
    return all.receive({ cause: `there-${causes}`, platform: 'teams', account: 'emma-there', at: AT, does });
  };
  const profile = { name: 'Emma', locale: 'en' as const, email: EMAIL };
  await people.who({ platform: 'slack', account: 'emma', profile, at: AT, cause: 'slack' });
  await there(REPORT);
  await people.who({ platform: 'teams', account: 'emma-there', profile, at: AT, cause: 'teams' });
  expect(people.ofAccount('teams', 'emma-there')?.id).toBe(all.idOf('emma'));
  return { ...all, there };
}

test('is among their reports everywhere, and takes the picture that comes after it', async () => {
  const { as, there } = await linked();
  expect(said(await as('emma').goesHome())).toContain('RM-2026-0001');
  expect(said(cardOf(await there({ type: 'home' })))).toContain('RM-2026-0001');
  expect(words(await there({ type: 'message', text: '', files: [SHOT] }))).toContain('with RM-2026-0001 now');
});

test('made again is the same report, not that of one more reporter', async () => {
  const { there, desk, idOf } = await linked();
  await there(REPORT);
  const [one] = desk.cases.list({ me: idOf('rita'), roles: ['responder'] }, () => true);
  expect(one?.reporters).toHaveLength(1);
});
