/** Who may change what about a person, and what becomes of it. */
import { describe, expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { PersonEvent } from '#src/core/person/event.ts';
import { person } from '#src/core/person/person.ts';
import { personOf } from '#src/core/person/state.ts';
import { days, givenFor, minutes, START } from '#test/given.ts';

const given = givenFor(person, { ann: ['admin'], max: ['manager'] });

const account = { platform: 'slack', id: 'U1' };
const met: PersonEvent = {
  type: 'met',
  id: 'bob',
  account,
  locale: 'zh',
  private: { name: 'Bob', email: 'bob@example.com' },
};
const admin: PersonEvent = { type: 'rolesSet', roles: ['admin'] };
const underMax: PersonEvent = { type: 'managerSet', manager: 'max' };

describe('meeting somebody', () => {
  test('keeps name and e-mail apart, so that they can be erased', () => {
    const profile = { name: 'Bob', email: 'Bob@Example.com', locale: 'zh' } as const;
    given().when(DESK, { type: 'meet', id: 'bob', account, profile }).yields(met);
  });

  test('a second time makes nothing new', () => {
    given(met)
      .when(DESK, { type: 'meet', id: 'bob', account, profile: { name: 'Bob' } })
      .yields();
  });

  test('is done by platforms, not by people', () => {
    given()
      .when('ann', { type: 'meet', id: 'bob', profile: { name: 'Bob' } })
      .isRefused({ code: 'person_needs_role' });
  });

  test('shows everybody the person with nothing set yet', () => {
    expect(personOf(given(met).state)).toEqual({
      id: 'bob',
      name: 'Bob',
      email: 'bob@example.com',
      accounts: [account],
      locale: 'zh',
      roles: [],
      since: START,
      active: true,
    });
  });

  test('an erased name and e-mail leave the rest in place', () => {
    const erased: PersonEvent = { ...met, private: { name: '', email: '' } };
    expect(personOf(given(erased, admin).state)).toMatchObject({ name: '', roles: ['admin'], accounts: [account] });
  });

  test('somebody never met cannot be changed', () => {
    given().when('ann', { type: 'setTeam', team: 'Service' }).isRefused({ code: 'person_unknown' });
  });
});

describe('a profile', () => {
  test('that says the same yields nothing', () => {
    given(met)
      .when(DESK, { type: 'refresh', profile: { name: 'Bob', email: 'BOB@example.com', locale: 'zh' } })
      .yields();
  });

  test('that changed replaces what was known and keeps what it does not say', () => {
    given(met)
      .when(DESK, { type: 'refresh', profile: { name: 'Bobby', timeZone: 'Europe/Berlin' } })
      .yields({
        type: 'refreshed',
        locale: 'zh',
        timeZone: 'Europe/Berlin',
        private: { name: 'Bobby', email: 'bob@example.com' },
      });
  });

  test('gives way to the language that somebody chose', () => {
    const story = given(met).when('bob', { type: 'setLanguage', locale: 'en' });
    expect(personOf(story.state)?.locale).toBe('en');
    const back = story.when('bob', { type: 'setLanguage', locale: null });
    expect(personOf(back.state)?.locale).toBe('zh');
  });

  test('somebody else does not choose the language', () => {
    given(met).when('ann', { type: 'setLanguage', locale: 'en' }).isRefused({ code: 'person_not_your_language' });
  });
});

describe('another account of the same person', () => {
  const teams = { platform: 'teams', id: 'T1' };

  test('is added once', () => {
    const story = given(met).when(DESK, { type: 'link', account: teams }).yields({ type: 'linked', account: teams });
    story.when(DESK, { type: 'link', account: teams }).yields();
  });

  test('that had a record of its own leaves it behind', () => {
    const story = given(met).when(DESK, { type: 'merge', into: 'rob' }).yields({ type: 'merged', into: 'rob' });
    expect(personOf(story.state)).toBeUndefined();
    story.when(DESK, { type: 'merge', into: 'rob' }).yields();
  });

  test('the record left behind is not changed any more', () => {
    given(met, { type: 'merged', into: 'rob' })
      .when('ann', { type: 'setRoles', roles: ['leader'], otherAdmins: 1 })
      .isRefused({ code: 'person_unknown' });
  });
});

describe('roles', () => {
  test('are set by an administrator, in one order', () => {
    given(met)
      .when('ann', { type: 'setRoles', roles: ['leader', 'responder'], otherAdmins: 1 })
      .yields({ type: 'rolesSet', roles: ['responder', 'leader'] });
  });

  test('are set by a seed', () => {
    given(met)
      .when(DESK, { type: 'setRoles', roles: ['admin'], otherAdmins: 0 })
      .yieldsTypes('rolesSet');
  });

  test('nobody gives themselves one', () => {
    given(met)
      .when('bob', { type: 'setRoles', roles: ['admin'], otherAdmins: 1 })
      .isRefused({ code: 'person_needs_role', need: ['admin'] });
  });

  test('the same ones again yield nothing', () => {
    given(met, admin)
      .when('ann', { type: 'setRoles', roles: ['admin'], otherAdmins: 1 })
      .yields();
  });

  test('the last administrator stays one', () => {
    given(met, admin)
      .when('bob', { type: 'setRoles', roles: ['leader'], otherAdmins: 0 }, { roles: ['admin'] })
      .isRefused({ code: 'person_last_admin', who: 'bob' });
  });

  test('an administrator among others may step down', () => {
    given(met, admin)
      .when('bob', { type: 'setRoles', roles: [], otherAdmins: 1 }, { roles: ['admin'] })
      .yields({ type: 'rolesSet', roles: [] });
  });
});

describe('managers and teams', () => {
  test('are set by an administrator', () => {
    given(met)
      .when('ann', { type: 'setManager', manager: 'max', above: [] })
      .yields(underMax)
      .when('ann', { type: 'setTeam', team: ' Service ' })
      .yields({ type: 'teamSet', team: 'Service' });
  });

  test('nobody is their own manager', () => {
    given(met).when('ann', { type: 'setManager', manager: 'bob', above: [] }).isRefused({ code: 'person_own_manager' });
  });

  test('nobody manages somebody above them', () => {
    given(met)
      .when('ann', { type: 'setManager', manager: 'max', above: ['eve', 'bob'] })
      .isRefused({ code: 'person_manager_circle', who: 'bob', manager: 'max' });
  });

  test('can be taken away', () => {
    const story = given(met, underMax).when('ann', { type: 'setManager', manager: null, above: [] });
    expect(personOf(story.state)).not.toHaveProperty('manager');
  });

  test('a team has a name, not a story', () => {
    given(met)
      .when('ann', { type: 'setTeam', team: 'x'.repeat(81) })
      .isRefused({ code: 'input_too_long', field: 'team', length: 81, max: 80 });
  });
});

describe('being away', () => {
  const until = days(3);

  test.each(['bob', 'max', 'ann'])('is said by the person, their manager or an administrator: %s', (by) => {
    given(met, underMax).when(by, { type: 'away', until }).yields({ type: 'wentAway', until });
  });

  test('is nobody else’s to say', () => {
    given(met, underMax)
      .when('eve', { type: 'away', until })
      .isRefused({ code: 'person_not_your_absence', who: 'bob', manager: 'max' });
  });

  test('ends in the future', () => {
    given(met)
      .when('bob', { type: 'away', until: START }, { at: minutes(1) })
      .isRefused({ code: 'person_absence_past' });
  });

  test('ends within about a year', () => {
    given(met)
      .when('bob', { type: 'away', until: days(500) })
      .isRefused({ code: 'person_absence_too_long', days: 400 });
  });

  test('ends early when they are back', () => {
    const story = given(met, { type: 'wentAway', until }).when('bob', { type: 'back' }).yields({ type: 'cameBack' });
    expect(personOf(story.state)).not.toHaveProperty('absentUntil');
    story.when('bob', { type: 'back' }).yields();
  });
});

describe('access', () => {
  test('is switched off and on by an administrator', () => {
    const off = given(met).when('ann', { type: 'deactivate', otherAdmins: 1 }).yields({ type: 'deactivated' });
    expect(personOf(off.state)?.active).toBe(false);
    off.when('ann', { type: 'activate' }).yields({ type: 'activated' });
  });

  test('the last administrator does not lock everybody out', () => {
    given(met, admin)
      .when('bob', { type: 'deactivate', otherAdmins: 0 }, { roles: ['admin'] })
      .isRefused({ code: 'person_last_admin' });
  });

  test('a platform that switched an account off is believed', () => {
    given(met, admin).when(DESK, { type: 'deactivate', otherAdmins: 0 }).yields({ type: 'deactivated' });
  });
});
