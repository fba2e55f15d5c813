/** Who may open a campaign for whom, who it is meant for, and how people stand in it. */
import { describe, expect, test } from 'vitest';
import { type Audience, type Candidate, isMeant } from '#src/core/campaign/audience.ts';
import { campaign } from '#src/core/campaign/campaign.ts';
import { countOf, inOrder, type Line, standingOf } from '#src/core/campaign/line.ts';
import { DESK } from '#src/core/event.ts';
import type { OpenTask } from '#src/core/signer/state.ts';
import type { Person } from '#src/core/team.ts';
import { days, givenFor, hours, START } from '#test/given.ts';

const given = givenFor(campaign, { hana: ['hr'], max: ['manager'], lea: ['leader'], emma: [] });
const open = (audience: Audience) =>
  ({ type: 'open', policies: ['pledge'], audience, term: { days: 10 }, why: 'opened', note: '' }) as const;
const opened = given().when('hana', open({ to: 'all' }));

describe('a campaign', () => {
  test('is opened by HR for anybody, by a manager for their own people, by others not at all', () => {
    opened.yieldsTypes('opened');
    given()
      .when('max', open({ to: 'under', manager: 'max' }))
      .yieldsTypes('opened');
    given()
      .when('max', open({ to: 'under', manager: 'lea' }))
      .isRefused({ code: 'campaign_not_your_people' });
    given()
      .when('max', open({ to: 'all' }))
      .isRefused({ code: 'campaign_not_your_people' });
    given()
      .when('emma', open({ to: 'under', manager: 'emma' }))
      .isRefused({ code: 'campaign_needs_role' });
    given()
      .when(DESK, open({ to: 'signers', policy: 'pledge', before: 2 }))
      .yieldsTypes('opened');
  });

  test('is closed by who opened it, HR or an administrator, once', () => {
    opened.when('max', { type: 'close' }).isRefused({ code: 'campaign_needs_role' });
    opened.when('hana', { type: 'close' }).when('hana', { type: 'close' }).yields();
  });

  test('has everybody reminded at most once in a while, and by a manager only their own', () => {
    const urged = opened.when('max', { type: 'urge', under: 'max' }).yieldsTypes('urged');
    urged.when('max', { type: 'urge', under: 'max' }).isRefused({ code: 'campaign_urged_lately', hours: 20 });
    urged.when('hana', { type: 'urge' }).yieldsTypes('urged');
    urged.when('max', { type: 'urge', under: 'max' }, { at: hours(21) }).yieldsTypes('urged');
    opened.when('max', { type: 'urge' }).isRefused({ code: 'campaign_needs_role' });
    opened.when('hana', { type: 'close' }).when('hana', { type: 'urge' }).isRefused({ code: 'campaign_closed' });
  });

  test('forgets a reminder once it has gone to everybody', () => {
    const urged = opened.when('hana', { type: 'urge' });
    const [urge] = urged.state.status === 'open' ? urged.state.urges : [];
    const done = urged.when(DESK, { type: 'urgeDone', id: urge?.id ?? '' }).yieldsTypes('urgeDone');
    expect(done.state).toMatchObject({ urges: [] });
  });
});

const person = (more: Partial<Person> = {}): Person => ({
  id: 'p',
  name: 'P',
  accounts: [],
  roles: [],
  active: true,
  ...more,
});
const candidate = (more: Partial<Candidate> = {}): Candidate => ({
  ...{ person: person(), above: [], signed: () => undefined, asked: () => false, ...more },
});

describe('an audience', () => {
  const signers = { to: 'signers', policy: 'pledge', before: 2 } as const;
  test.each<[Audience, Candidate, boolean]>([
    [{ to: 'all' }, candidate(), true],
    [{ to: 'all' }, candidate({ person: person({ active: false }) }), false],
    [{ to: 'team', team: 'retail' }, candidate({ person: person({ team: 'retail' }) }), true],
    [{ to: 'team', team: 'retail' }, candidate({ person: person({ team: 'service' }) }), false],
    [{ to: 'role', role: 'hr' }, candidate({ person: person({ roles: ['hr'] }) }), true],
    [{ to: 'under', manager: 'max' }, candidate({ above: ['ann', 'max'] }), true],
    [{ to: 'under', manager: 'max' }, candidate({ above: ['ann'] }), false],
    [{ to: 'newHires' }, candidate({ person: person({ since: days(1) }) }), true],
    [{ to: 'newHires' }, candidate({ person: person({ since: days(-1) }) }), false],
    [signers, candidate({ signed: () => 1 }), true],
    [signers, candidate({ signed: () => 2 }), false],
    [signers, candidate(), false],
    [signers, candidate({ signed: () => 1, asked: () => true }), false],
  ])('%j holds whoever it should', (audience, one, meant) => expect(isMeant(audience, one, START)).toBe(meant));
});

describe('how people stand', () => {
  const task = (until: string): OpenTask => ({
    ...{ status: 'open', campaign: 'c', policies: ['pledge'], changesOnly: false, until, asked: START, told: START },
  });
  const line = (name: string, until: string, active = true): Line => ({
    ...{ person: person({ id: name, name, active }), task: task(until) },
    standing: standingOf(task(until), { active }, days(5)),
  });
  const lines = [line('late', days(4)), line('later', days(3)), line('open', days(9)), line('gone', days(3), false)];

  test('puts the longest overdue first, and leavers behind', () => {
    expect(inOrder([...lines].reverse()).map((one) => one.person.name)).toEqual(['later', 'late', 'open', 'gone']);
  });

  test('counts nobody as missing who has left', () => {
    expect(countOf(lines)).toEqual({ signed: 0, all: 3, overdue: 2, untold: 0 });
  });
});
