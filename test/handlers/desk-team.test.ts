/** Who is who, as administrators change it: typed, by form and from a list. */
import { describe, expect, test } from 'vitest';
import { words } from '#test/desk/desk.fixture.ts';
import { company } from './desk.fixture.ts';

describe('desk team, typed', () => {
  test.each([
    ['desk team roles Bob Li responder approver', { roles: ['responder', 'approver'] }],
    ['desk team add Bob leader', { roles: ['responder', 'leader'] }],
    ['desk 团队 添加 Bob 领导', { roles: ['responder', 'leader'] }],
    ['desk team roles Bob -', { roles: [] }],
    ['desk team away bob li 2026-03-09', { absentUntil: '2026-03-09T15:59:59.999Z' }],
    ['desk 团队 请假 Bob 2026年3月9日', { absentUntil: '2026-03-09T15:59:59.999Z' }],
  ])('%s', async (text, changed) => {
    const { as, bob, now } = await company();
    expect(words(await as('sofia').types(text))).toContain('Bob Li: saved.');
    expect(now(bob.id)).toMatchObject(changed);
  });

  test.each(['Bob, Max', 'Bob Li, Max Weber', 'Bob Max', 'Bob Li Max Weber', 'bob > max', 'Bob Li，Max'])(
    'desk team manager %s',
    async (text) => {
      const { as, bob, max, now } = await company();
      await as('sofia').types(`desk team manager ${text}`);
      expect(now(bob.id)?.manager).toBe(max.id);
      await as('sofia').types('desk team manager Bob, -');
      expect(now(bob.id)).not.toHaveProperty('manager');
    },
  );

  test('two names that can be parted in two ways are not guessed at, nor is a whole page taken for two names', async () => {
    const { as, bob, now } = await company();
    for (const name of ['Max', 'Li Max']) await as(`x-${name}`, { name }).types('desk help');
    expect(words(await as('sofia').types('desk team manager Bob Li Max'))).toContain('anyone called “Bob Li Max”');
    expect(now(bob.id)).not.toHaveProperty('manager');
    const page = 'a '.repeat(500).trim();
    expect(words(await as('sofia').types(`desk team manager ${page}`))).toContain('anyone called “a a a');
  });

  test('somebody named by e-mail is there before they ever wrote', async () => {
    const { as, desk: on } = await company();
    await as('sofia').types('desk team add new@example.com approver');
    const profile = { name: 'New Person', email: 'new@example.com' };
    await as('new', profile).types('desk help');
    expect(on.people.ofAccount('console', 'new')).toMatchObject({ name: 'New Person', roles: ['approver'] });
  });

  test.each([
    ['desk team add Bob chief', '“chief” is not a role.'],
    ['desk team add Ghost leader', 'I don’t know anyone called “Ghost”.'],
    ['desk team away Bob tomorrow', '“tomorrow” is not a date I understand.'],
    ['desk team away Bob 2020-01-01', 'The last day away cannot be in the past.'],
    ['desk team roles Sofia responder', 'Sofia is the only administrator.'],
    ['desk team Ghost', 'I don’t know anyone called “Ghost”.'],
    ['desk team add', 'What you can type'],
    ['desk team manager Bob', 'What you can type'],
    ['desk team add Bob Li', '“Li” is not a role.'],
    ['desk team away', 'Last day away'],
  ])('%s: %s', async (text, said) => {
    const { as } = await company();
    expect(words(await as('sofia').types(text))).toContain(said);
  });

  test('what only administrators may is refused to others, who learn whom to ask', async () => {
    const { as } = await company();
    for (const text of [
      'add Bob admin',
      'manager Bob, Max',
      'add x@example.com leader',
      'import',
      'export',
      'edit Bob',
    ])
      expect(words(await as('bob').types(`desk team ${text}`))).toContain('You can ask Sofia.');
  });

  test('anyone goes away and comes back on their own', async () => {
    const { as, bob, now } = await company();
    await as('bob').types('desk team away 2026-03-09');
    expect(now(bob.id)?.absentUntil).toBeDefined();
    expect(words(await as('bob').goesHome())).toContain('[I’m back]');
    await as('bob').types('desk team back');
    expect(now(bob.id)).not.toHaveProperty('absentUntil');
  });

  test('everybody sees who works for whom; e-mail addresses only administrators', async () => {
    const { as } = await company();
    await as('sofia').types('desk team manager Bob, Max');
    const seen = words(await as('bob').types('desk team'));
    expect(seen).toContain('Bob Li · responder · works for Max Weber');
    expect(seen).not.toContain('[Import…]');
    expect(words(await as('sofia').types('desk team'))).toContain('[Import…]');
  });
});

describe('desk team, by form', () => {
  test('edits one person at once', async () => {
    const { as, bob, now, max } = await company();
    const values = { responder: true, approver: true, above: 'max', team: 'Service', active: true };
    await as('sofia').submits('team.person', values, { person: bob.id });
    expect(now(bob.id)).toMatchObject({
      roles: ['responder', 'approver'],
      manager: max.id,
      team: 'Service',
      active: true,
    });
  });

  test('changes nothing when a part is refused, and keeps the dialog open', async () => {
    const { as, bob, now } = await company();
    const values = { leader: true, above: 'bob', team: 'Service', active: true };
    const reply = await as('sofia').submits('team.person', values, { person: bob.id });
    expect(reply).toEqual({ type: 'errors', fields: {}, form: 'Bob Li cannot be their own manager.' });
    expect(now(bob.id)?.roles).toEqual(['responder']);
  });

  test('an absence ends when the date is left empty', async () => {
    const { as, bob, now } = await company();
    await as('bob').submits('team.away', { until: '2026-03-09' }, { person: bob.id });
    expect(now(bob.id)?.absentUntil).toBe('2026-03-09T15:59:59.999Z');
    await as('bob').submits('team.away', { until: '' }, { person: bob.id });
    expect(now(bob.id)).not.toHaveProperty('absentUntil');
    expect(words(await as('bob').submits('team.away', { until: '2026-03-09' }, { person: 'forged' }))).toContain(
      'don’t know',
    );
  });
});

describe('desk team import', () => {
  const csv = [
    'name,account,email,roles,manager,team',
    'Ann Chen,,ann@example.com,approver leader,,Communications',
    'Bob Li,bob,,responder,ann@example.com,Service',
    'Zoe,zoe,,,Bob Li,Service',
  ].join('\n');

  test('takes over a whole list, as often as it is pasted', async () => {
    const { as, bob, now, desk: on } = await company();
    expect(words(await as('sofia').submits('team.import', { csv }))).toBe('3 people imported.');
    await as('sofia').submits('team.import', { csv });
    const ann = on.people.one('ann@example.com');
    expect(ann).toMatchObject({ name: 'Ann Chen', roles: ['approver', 'leader'], team: 'Communications' });
    expect(now(bob.id)).toMatchObject({ manager: ann.id, team: 'Service' });
    expect(on.people.one('Zoe').manager).toBe(bob.id);
    expect([...on.people.team().all()]).toHaveLength(5);
  });

  test('reports every mistake with its line, in the reader’s language, and imports nothing', async () => {
    const { as, desk: on } = await company();
    const wrong = `${csv}\nEve,eve,,boss,Ghost,\nBob again,bob,,,,\nLoop,,loop@example.com,,loop@example.com,`;
    const english = words(await as('sofia').submits('team.import', { csv: wrong }));
    expect(english).toContain('csv: Nothing was imported. Please correct:');
    expect(english).toContain('Line 5: “boss” is not a role.');
    expect(english).toContain('Line 5: nobody is known as “Ghost”.');
    expect(english).toContain('Line 6: this person is already in line 3.');
    expect(english).toContain('Line 7: nobody can be their own manager.');
    await as('sofia').types('desk language zh');
    expect(words(await as('sofia').submits('team.import', { csv: wrong }))).toContain('第 5 行：没有“boss”这个角色。');
    expect([...on.people.team().all()]).toHaveLength(3);
  });

  test('finds a circle that only the whole list makes, and leaves one that it resolves', async () => {
    const { as, max, bob, now } = await company();
    await as('sofia').types('desk team manager Bob, Max');
    const circle = 'account,manager\nmax,bob';
    expect(words(await as('sofia').submits('team.import', { csv: circle }))).toContain(
      'Line 2: “bob” works for this person',
    );
    await as('sofia').submits('team.import', { csv: 'account,manager\nmax,bob\nbob,-' });
    expect([now(max.id)?.manager, now(bob.id)?.manager]).toEqual([bob.id, undefined]);
  });

  test('hands administration over, but never to nobody', async () => {
    const { as, sofia, bob, now } = await company();
    expect(words(await as('sofia').submits('team.import', { csv: 'account,roles\nsofia,leader' }))).toContain(
      'only administrator',
    );
    await as('sofia').submits('team.import', { csv: 'account,roles\nsofia,leader\nbob,admin' });
    expect([now(sofia.id)?.roles, now(bob.id)?.roles]).toEqual([['leader'], ['admin']]);
  });

  test('takes what export wrote', async () => {
    const { as, desk: on } = await company();
    await as('sofia').submits('team.import', { csv });
    const reply = await as('sofia').types('desk team export');
    const block = reply.type === 'show' ? reply.card.blocks.find((one) => one.type === 'quote') : undefined;
    const before = [...on.people.team().all()];
    expect(words(await as('sofia').submits('team.import', { csv: block?.text ?? '' }))).toBe('5 people imported.');
    expect([...on.people.team().all()]).toEqual(before);
  });
});
