/** One human is one person, however many accounts, platforms and instants they come from. */
import { expect, test } from 'vitest';
import { DESK } from '#src/core/event.ts';
import { person } from '#src/core/person/person.ts';
import { Claims } from '#src/desk/claims.ts';
import { type Caller, People } from '#src/desk/people.ts';
import { Records } from '#src/desk/records.ts';
import { type Store, StoreFault } from '#src/stores/store.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { days, START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const options = { rules: () => rules, onFault: fail };
function fail(what: string, error: unknown): never {
  throw new Error(what, { cause: error });
}

async function peopleOf(store: Store = memoryStore()) {
  const people = new People(new Records(store, person, options), new Claims(store, options));
  await people.start();
  return people;
}

let causes = 0;
const calls = (platform: string, account: string, profile?: Caller['profile']): Caller => {
  causes += 1;
  return { platform, account, ...(profile && { profile }), at: START, cause: `cause-${causes}` };
};
const admin = { by: 'ann', roles: ['admin'], at: START } as const;
const email = 'bob@example.com';

test('somebody is met once and known from then on', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob', locale: 'en' }));
  expect(bob).toMatchObject({ name: 'Bob', locale: 'en', accounts: [{ platform: 'slack', id: 'U1' }], active: true });
  expect((await people.who(calls('slack', 'U1'))).id).toBe(bob.id);
  expect([...people.team().all()]).toHaveLength(1);
});

test('whoever is just met makes nobody look through everything; a role, another language, another account do', async () => {
  const people = await peopleOf();
  let moved = 0;
  people.onRolesChanged(() => {
    moved += 1;
  });
  const { id } = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  await people.who(calls('slack', 'U2'));
  expect(moved).toBe(0);
  await people.change(id, { roles: ['responder'] }, { ...admin, cause: 'role' });
  await people.change(id, { locale: 'zh' }, { by: id, roles: ['responder'], at: START, cause: 'language' });
  await people.who(calls('teams', 'T1', { name: 'Bob', email }));
  expect(moved).toBe(3);
});

test('whoever could not be made one with their other account at the first meeting is at the next', async () => {
  const store = memoryStore();
  const people = await peopleOf(store);
  let full = true;
  people.onMerging(async () => {
    if (full) throw new StoreFault('full', 'case/1');
  });
  const slack = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  // The account has a record of its own by a claim, as when two interactions meet it at one instant.
  await new Claims(store, options).claim('account/teams/T1', 'younger', { by: DESK, at: START, cause: 'claimed' });
  await expect(people.who(calls('teams', 'T1', { name: 'Bob', email }))).rejects.toThrow(StoreFault);
  full = false;
  expect((await people.who(calls('teams', 'T1', { name: 'Bob', email }))).id).toBe(slack.id);
  expect([...people.team().all()]).toHaveLength(1);
});

test('two first interactions at one instant make one person', async () => {
  const people = await peopleOf();
  const all = await Promise.all(
    Array.from({ length: 8 }, () => people.who(calls('slack', 'U1', { name: 'Bob', email }))),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect([...people.team().all()]).toHaveLength(1);
});

test('somebody met without a profile goes by their account until one comes', async () => {
  const people = await peopleOf();
  expect((await people.who(calls('slack', 'U1'))).name).toBe('U1');
  expect((await people.who(calls('slack', 'U1', { name: 'Bob' }))).name).toBe('Bob');
});

test('accounts with the same verified e-mail are one person', async () => {
  const people = await peopleOf();
  const slack = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  const teams = await people.who(calls('teams', 'T1', { name: '鲍勃', email: 'BOB@example.com', locale: 'zh' }));
  expect(teams.id).toBe(slack.id);
  expect(teams.accounts.map((account) => account.platform)).toEqual(['slack', 'teams']);
});

test('the first account speaks for the person, the second only fills gaps', async () => {
  const people = await peopleOf();
  await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  const both = await people.who(calls('teams', 'T1', { name: '鲍勃', email, locale: 'zh' }));
  expect(both).toMatchObject({ name: 'Bob', locale: 'zh' });
});

test('two records that turn out to be one human become one, with the roles of both', async () => {
  const people = await peopleOf();
  const slack = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  const teams = await people.who(calls('teams', 'T1', { name: 'Bob' }));
  await people.change(slack.id, { roles: ['leader'] }, { ...admin, cause: 'a' });
  await people.change(teams.id, { roles: ['responder'] }, { ...admin, cause: 'b' });
  const one = await people.who(calls('teams', 'T1', { name: 'Bob', email }));
  expect(one).toMatchObject({ id: slack.id, roles: ['responder', 'leader'] });
  expect(people.team().person(teams.id)?.id).toBe(slack.id);
  expect(people.ofAccount('teams', 'T1')?.id).toBe(slack.id);
  expect([...people.team().all()]).toHaveLength(1);
});

test('an address given to somebody else later does not make them the person who had it', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  await people.who(calls('slack', 'U1', { name: 'Bob', email: 'robert@example.com' }));
  const newcomer = await people.who(calls('slack', 'U2', { name: 'Bobo', email }));
  expect(newcomer.id).not.toBe(bob.id);
});

test('an address given to somebody else before its old owner is seen with another makes them nobody else', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  await people.change(bob.id, { roles: ['leader'] }, { ...admin, cause: 'leader' });
  const newcomer = await people.who(calls('slack', 'U2', { name: 'Bobo', email }));
  expect(newcomer).toMatchObject({ name: 'Bobo', roles: [], accounts: [{ platform: 'slack', id: 'U2' }] });
  const teams = await people.who(calls('teams', 'T2', { name: 'Bobo', email }));
  expect(teams.id).toBe(newcomer.id);
  const moved = await people.who(calls('slack', 'U1', { name: 'Bob', email: 'robert@example.com' }));
  expect(moved).toMatchObject({ id: bob.id, roles: ['leader'], email: 'robert@example.com' });
});

test('whoever takes the address of somebody who left does not take their place', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  await people.change(bob.id, { roles: ['leader'], active: false }, { ...admin, cause: 'left' });
  const newcomer = await people.who(calls('slack', 'U2', { name: 'Bobo', email }));
  expect(newcomer).toMatchObject({ name: 'Bobo', active: true, roles: [] });
});

test('two colleagues who swap their addresses at one instant stay two', async () => {
  const people = await peopleOf();
  const before = [
    await people.who(calls('slack', 'U1', { name: 'Ann', email: 'a@example.com' })),
    await people.who(calls('slack', 'U2', { name: 'Ben', email: 'b@example.com' })),
  ];
  const after = await Promise.all([
    people.who(calls('slack', 'U1', { name: 'Ann', email: 'b@example.com' })),
    people.who(calls('slack', 'U2', { name: 'Ben', email: 'a@example.com' })),
  ]);
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('two records that take each other for themselves at one instant become one', async () => {
  const people = await peopleOf();
  const [slack, teams] = [
    await people.who(calls('slack', 'U1', { name: 'Ann', email: 'a@example.com' })),
    await people.who(calls('teams', 'T1', { name: 'Ann', email: 'ann@example.com' })),
  ];
  await Promise.all([
    people.who(calls('slack', 'U1', { name: 'Ann', email: 'ann@example.com' })),
    people.who(calls('teams', 'T1', { name: 'Ann', email: 'a@example.com' })),
  ]);
  const one = people.team().person(slack.id);
  expect(one?.accounts).toHaveLength(2);
  expect(people.team().person(teams.id)).toEqual(one);
});

test('an account that was claimed for a record which became somebody else’s is theirs', async () => {
  const store = memoryStore();
  const people = await peopleOf(store);
  const slack = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
  const teams = await people.who(calls('teams', 'T1', { name: 'Bob', email: 'bob.li@example.com' }));
  await new Claims(store, options).claim('account/console/c1', teams.id, { by: DESK, at: START, cause: 'crash' });
  await people.who(calls('teams', 'T1', { name: 'Bob', email }));
  await people.who(calls('console', 'c1', { name: 'Bob' }));
  expect(people.ofAccount('console', 'c1')?.id).toBe(slack.id);
});

test('a role that is taken away while two records become one does not come back, at whichever moment', async () => {
  for (let moment = 0; moment < 60; moment += 1) {
    const people = await peopleOf();
    const slack = await people.who(calls('slack', 'U1', { name: 'Bob', email }));
    await people.who(calls('teams', 'T1', { name: 'Bob' }));
    await people.change(slack.id, { roles: ['leader'] }, { ...admin, cause: 'given' });
    const merging = people.who(calls('teams', 'T1', { name: 'Bob', email }));
    for (let turn = 0; turn < moment; turn += 1) await undefined;
    await people.change(slack.id, { roles: [] }, { ...admin, cause: 'taken' });
    await merging;
    expect(people.team().person(slack.id)?.roles).toEqual([]);
  }
});

test('roles that two give at one instant are both given', async () => {
  const people = await peopleOf();
  const { id } = await people.who(calls('slack', 'U1', { name: 'Bob' }));
  await Promise.all([
    people.change(id, { roles: (now) => [...now, 'leader'] }, { ...admin, cause: 'a' }),
    people.change(id, { roles: (now) => ['responder', ...now] }, { ...admin, cause: 'b' }),
  ]);
  expect(people.team().person(id)?.roles).toEqual(['responder', 'leader']);
});

test('somebody named by e-mail is found when they first write', async () => {
  const people = await peopleOf();
  const named = await people.enrol({ name: 'Bob', email }, { at: START, cause: 'seed' });
  await people.change(named.id, { roles: ['admin'] }, { by: DESK, roles: [], at: START, cause: 'seed' });
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob Li', email }));
  expect(bob).toMatchObject({ id: named.id, name: 'Bob Li', roles: ['admin'] });
});

test('a process that starts anew knows everybody', async () => {
  const store = memoryStore();
  const bob = await (await peopleOf(store)).who(calls('slack', 'U1', { name: 'Bob' }));
  expect((await peopleOf(store)).ofAccount('slack', 'U1')).toEqual(bob);
});

test('a crash after the claim leaves nobody half met', async () => {
  const store = memoryStore();
  await new Claims(store, options).claim('account/slack/U1', 'the-id', { by: DESK, at: START, cause: 'crash' });
  const people = await peopleOf(store);
  expect((await people.who(calls('slack', 'U1', { name: 'Bob' }))).id).toBe('the-id');
});

test('two last administrators cannot both leave at one instant', async () => {
  const people = await peopleOf();
  const pair = [await people.who(calls('slack', 'U1')), await people.who(calls('slack', 'U2'))];
  for (const { id } of pair)
    await people.change(id, { roles: ['admin'] }, { by: DESK, roles: [], at: START, cause: 's' });
  const leave = pair.map(({ id }) =>
    people.change(id, { roles: [] }, { by: id, roles: ['admin'], at: START, cause: 'l' }),
  );
  const ends = await Promise.allSettled(leave);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(people.team().holding('admin')).toHaveLength(1);
});

test('changes are made together or not at all', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob' }));
  const wrong = people.change(bob.id, { roles: ['leader'], manager: bob.id }, { ...admin, cause: 'x' });
  await expect(wrong).rejects.toMatchObject({ refusal: { code: 'person_own_manager' } });
  expect(people.team().person(bob.id)?.roles).toEqual([]);
});

test('the line of managers is followed upwards', async () => {
  const people = await peopleOf();
  const [bob, max, eve] = [
    await people.who(calls('slack', 'U1', { name: 'Bob' })),
    await people.who(calls('slack', 'U2', { name: 'Max' })),
    await people.who(calls('slack', 'U3', { name: 'Eve' })),
  ];
  await people.change(bob.id, { manager: max.id }, { ...admin, cause: '1' });
  await people.change(max.id, { manager: eve.id }, { ...admin, cause: '2' });
  expect(people.above(bob.id)).toEqual([max.id, eve.id]);
  const circle = people.change(eve.id, { manager: bob.id }, { ...admin, cause: '3' });
  await expect(circle).rejects.toMatchObject({ refusal: { code: 'person_manager_circle' } });
});

test('people holding a role are active and in order of name', async () => {
  const people = await peopleOf();
  for (const [account, name] of [
    ['U1', 'Zoe'],
    ['U2', 'Ann'],
    ['U3', 'Max'],
  ] as const) {
    const { id } = await people.who(calls('slack', account, { name }));
    await people.change(id, { roles: ['approver'], active: name !== 'Max' }, { ...admin, cause: `make-${name}` });
  }
  expect(
    people
      .team()
      .holding('approver')
      .map((id) => people.team().person(id)?.name),
  ).toEqual(['Ann', 'Zoe']);
});

test.each([
  ['U1', 'Bob Li'],
  ['slack/U1', 'Bob Li'],
  ['<@U1>', 'Bob Li'],
  ['<@U1|bob>', 'Bob Li'],
  ['bob@EXAMPLE.com', 'Bob Li'],
  ['bob li', 'Bob Li'],
  ['@Bob Li', 'Bob Li'],
  ['<at>Bob Li</at>', 'Bob Li'],
  ['li', 'Bob Li'],
  ['李雷', '李雷'],
  ['ＢＯＢ', 'Bob Li'],
])('“%s” means %s', async (text, name) => {
  const people = await peopleOf();
  await people.who(calls('slack', 'U1', { name: 'Bob Li', email }));
  await people.who(calls('slack', 'U2', { name: '李雷' }));
  expect(people.one(text).name).toBe(name);
});

test('a name that several share is asked back, one that nobody has is refused', async () => {
  const people = await peopleOf();
  await people.who(calls('slack', 'U1', { name: 'Li Wei' }));
  await people.who(calls('slack', 'U2', { name: 'Li Wei' }));
  expect(() => people.one('li wei')).toThrow('person_ambiguous');
  expect(() => people.one('nobody')).toThrow('person_unknown');
  expect(() => people.one(' ')).toThrow('person_unknown');
});

test('an absence is kept until it ends', async () => {
  const people = await peopleOf();
  const bob = await people.who(calls('slack', 'U1', { name: 'Bob' }));
  const away = await people.change(bob.id, { awayUntil: days(2) }, { by: bob.id, roles: [], at: START, cause: 'away' });
  expect(away.absentUntil).toBe(days(2));
  const back = await people.change(bob.id, { awayUntil: null }, { by: bob.id, roles: [], at: START, cause: 'back' });
  expect(back).not.toHaveProperty('absentUntil');
});
