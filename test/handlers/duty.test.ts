/** Who is on duty: planned week by week, swapped, told on Monday, and asked first when nobody takes a case. */
import { describe, expect, test } from 'vitest';
import { dated } from '#test/core/calendar/china.fixture.ts';
import { words } from '#test/desk/desk.fixture.ts';
import { hours } from '#test/given.ts';
import { formOf, type House, house, said } from '#test/house.fixture.ts';

/** The Monday on which the stories begin, and the one after. */
const [THIS, NEXT] = ['2026-03-02', '2026-03-09'];

const set = (all: House, week: string, ...people: readonly string[]) => {
  const [first = '', second = '', third = ''] = people.map(all.idOf);
  return all.as('lea').submits('duty.week', { week, first, second, third });
};
const roster = async (all: House, who = 'emma') => words(await all.as(who).types('desk duty'));

describe('the roster', () => {
  test('asks all responders in a week with nobody, and says so', async () => {
    expect(await roster(await house())).toContain('This week, 2–8 Mar · all responders');
  });

  test('is planned by leaders; who is put on it is told', async () => {
    const all = await house();
    expect(words(await set(all, NEXT, 'rita', 'rob'))).toMatch(/9–15 Mar · (Rita|罗博) and (Rita|罗博)/);
    expect(said(all.as('rita').newest())).toContain('Lea has put you on duty for 9–15 Mar.');
    expect(said(all.as('rob').newest())).toContain('Lea安排您在3月9日至15日值班。');
  });

  test('is not planned by a responder, for a week that is over, or with somebody who cannot take a case', async () => {
    const all = await house();
    const values = { week: NEXT, first: all.idOf('rob'), second: '', third: '' };
    expect(words(await all.as('rita').submits('duty.week', values))).toContain(
      'This needs a role: leader or administrator',
    );
    expect(words(await set(all, NEXT, 'emma'))).toContain('Emma could not take a case');
    await all.desk.duty.change(
      { type: 'assign', week: THIS, people: [] },
      { by: 'x', roles: ['leader'], at: hours(0), cause: 'x' },
    );
    const past = all.desk.duty.change(
      { type: 'assign', week: '2026-02-23', people: [all.idOf('rob')] },
      { by: 'x', roles: ['leader'], at: hours(0), cause: 'y' },
    );
    await expect(past).rejects.toMatchObject({ refusal: { code: 'duty_week_over', week: '2026-02-23' } });
  });

  test('is swapped by two people, who are both told', async () => {
    const all = await house();
    await set(all, THIS, 'rita');
    await set(all, NEXT, 'rob');
    const form = formOf(await all.as('rita').opens('duty.swap'));
    const reply = await all.as('rita').sends(form, { other: `${NEXT} ${all.idOf('rob')}` });
    expect(words(reply)).toMatch(/This week, 2–8 Mar · 罗博/);
    expect(words(reply)).toMatch(/9–15 Mar · Rita/);
    expect(said(all.as('rob').newest())).toContain('Rita与您换班：您改为3月2日至8日值班，3月9日至15日不再值班。');
  });

  test('shows holidays, weekends that are worked, and years of which nobody knows', async () => {
    const golden = await house({ at: '2026-09-28T01:00:00.000Z', rules: dated });
    const text = await roster(golden);
    expect(text).toContain('This week, 28 Sept–4 Oct · all responders · National Day: 4 days off');
    expect(text).toContain('5–11 Oct · all responders · National Day: 3 days off · one weekend day is worked');
    const december = await house({ at: '2026-12-14T01:00:00.000Z', rules: dated });
    expect(await roster(december)).toContain('The holidays of 2027 are not known yet');
  });
});

describe('those on duty', () => {
  test('are told on Monday when working hours begin, and are asked instead of all responders', async () => {
    const all = await house();
    await set(all, NEXT, 'rob');
    await all.pass(7 * 24 - 1);
    expect(said(all.as('rob').newest())).not.toContain('由您值班');
    await all.pass(1);
    expect(said(all.as('rob').newest())).toContain('本周（3月9日至15日）由您值班。');
    expect(said(await all.as('rob').goesHome())).toContain('本周由您值班。');
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'Cold tea', severity: 'high' });
    await all.pass(0.2);
    await all.pass(1 / 60);
    expect(said(all.as('rob').newest())).toContain('还没有人认领');
    expect(all.as('rita').reads()).toEqual([]);
  });

  test('who are away are not waited for', async () => {
    const all = await house();
    await set(all, THIS, 'rob');
    await all.as('rob').types('desk team away 2026-03-06');
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'Cold tea', severity: 'high' });
    await all.pass(0.2);
    await all.pass(1 / 60);
    expect(said(all.as('rita').newest())).toContain('Nobody has taken it yet');
  });

  test('change hands of a case that nobody took when the week does', async () => {
    const all = await house();
    await set(all, THIS, 'rita');
    await set(all, NEXT, 'rob');
    await all.pass(7 * 24 - 2);
    const form = formOf(await all.as('emma').types('report'));
    await all.as('emma').sends(form, { link: 'https://weibo.com/1/a', said: 'Cold tea', severity: 'high' });
    await all.pass(0.2);
    await all.pass(1 / 60);
    expect(said(all.as('rita').newest())).toContain('Nobody has taken it yet');
    await all.pass(1.8);
    await all.pass(1 / 60);
    expect(said(all.as('rita').newest())).toBe('Nothing more to do here.');
    expect(said(all.as('rob').newest())).toContain('还没有人认领');
  });
});
