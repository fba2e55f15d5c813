/** What `desk` does for people: help, setup, the channel, the language, the team. */
import { describe, expect, test } from 'vitest';
import { desk } from '#handlers/desk.ts';
import { deskSetup } from '#handlers/desk-setup.ts';
import { deskTeam } from '#handlers/desk-team.ts';
import { home } from '#handlers/home.ts';
import type { Interaction } from '#src/platforms/platform.ts';
import { knownTo, talk, words } from '#test/desk/desk.fixture.ts';
import { CHANNEL, house } from '#test/house.fixture.ts';

const li = { name: '李雷', locale: 'zh' } as const;

/** A small company: Sofia administers, Max leads Bob. */
async function company() {
  const all = await talk([home, desk, deskTeam, deskSetup]);
  const sofia = await knownTo(all.desk, 'sofia', 'Sofia', 'admin');
  const max = await knownTo(all.desk, 'max', 'Max Weber', 'manager');
  const bob = await knownTo(all.desk, 'bob', 'Bob Li', 'responder');
  const team = all.desk.people.team();
  const now = (id: string) => team.person(id);
  return { ...all, sofia, max, bob, now };
}

describe('desk help', () => {
  test('is in the reader’s language', async () => {
    const { as } = await company();
    expect(words(await as('bob').types('desk help'))).toContain('desk team – who is who; roles, managers, absences');
    expect(words(await as('li', li).types('desk 帮助'))).toContain(
      'desk team（团队）：查看团队成员，管理角色、主管和请假',
    );
  });
});

describe('desk setup', () => {
  test('while nobody is administrator, says so and lets one person take it on', async () => {
    const { as, desk: on } = await talk([desk, deskSetup, deskTeam]);
    expect(words(await as('ann').types('desk setup'))).toContain('[成为管理员]');
    const both = await Promise.all([as('ann').clicks('desk.becomeAdmin'), as('bob').clicks('desk.becomeAdmin')]);
    expect(on.people.team().holding('admin')).toHaveLength(1);
    expect(both.map(({ type }) => type).sort()).toEqual(['replace', 'show']);
  });

  test('once there is one, the button of an old card is refused', async () => {
    const { as, desk: on, sofia } = await company();
    expect(words(await as('bob').clicks('desk.becomeAdmin'))).toBe(
      'There is an administrator already: Sofia. Please ask them.',
    );
    expect(on.people.team().holding('admin')).toEqual([sofia.id]);
  });

  test('says what is missing until nothing is', async () => {
    const { as, desk: on } = await company();
    const before = words(await as('sofia').types('desk setup'));
    expect(before).toContain('No response channel');
    expect(before).toContain('No approver yet');
    await as('sofia').types('desk here', { channel: '#response' });
    await knownTo(on, 'eve', 'Eve', 'approver', 'leader', 'hr');
    expect(words(await as('sofia').types('desk setup'))).toContain('Everything is set up.');
  });

  test('is changed by form, by administrators', async () => {
    const { as, desk: on } = await company();
    const values = { channel: '#answers', locale: 'en', responders: 'roles' };
    expect(words(await as('bob').submits('desk.setup', values))).toBe(
      'Only an administrator can change the settings. You can ask Sofia.',
    );
    await as('sofia').submits('desk.setup', values);
    expect(on.settings.now()).toMatchObject({
      channels: { response: { console: '#answers' } },
      locales: { response: 'en' },
    });
  });
});

describe('the channel in the setup', () => {
  const company = async () => {
    const all = await house();
    const chooses = (channel: string, more: Partial<Interaction> = {}) =>
      all.as('max').submits('desk.setup', { channel, locale: 'en', responders: 'roles' }, {}, more);
    return { ...all, chooses, chosen: () => all.desk.settings.channel('response', 'slack') };
  };

  test('may be a link or a mention, as it is pasted', async () => {
    const { chooses, chosen } = await company();
    await chooses('https://acme.slack.com/archives/C0123ABCD/p1700000000000100');
    expect(chosen()).toBe('C0123ABCD');
    await chooses('<#C0999ZZZZ|care>');
    expect(chosen()).toBe('C0999ZZZZ');
  });

  test('is refused at its field when it is none: what, and what to do instead', async () => {
    const { chooses, chosen, as } = await company();
    const reply = await chooses('#general');
    expect(words(reply)).toBe(
      'channel: “#general” does not name a channel on Slack. Its id looks like C0123ABCD; a link to the channel will do, too. Easiest of all: type “desk here” in that channel.',
    );
    await as('max').types('desk language zh');
    expect(words(await chooses('C-care'))).toContain('“C-care”不是 Slack 频道。');
    expect(chosen()).toBe(CHANNEL);
  });

  test('stays as it was set by the server or by “desk here” when the form is sent as it stands', async () => {
    const { chooses, chosen, desk: on } = await company();
    await chooses(CHANNEL, {});
    expect(chosen()).toBe(CHANNEL);
    await chooses('');
    expect(chosen()).toBe(CHANNEL);
    expect(on.settings.locale('response')).toBe('en');
  });
});

describe('desk here', () => {
  test('makes this channel the response channel', async () => {
    const { as, desk: on } = await company();
    expect(words(await as('sofia').types('desk here', { channel: '#response' }))).toContain(
      'Cases will appear in this channel.',
    );
    expect(on.settings.channel('response', 'console')).toBe('#response');
    await as('sofia').types('desk 这里 Legal', { channel: '#legal' });
    expect(on.settings.channel('legal', 'console')).toBe('#legal');
  });

  test('needs a channel and an administrator', async () => {
    const { as } = await company();
    expect(words(await as('sofia').types('desk here'))).toBe('Please do this in a channel.');
    expect(words(await as('bob').types('desk here', { channel: '#x' }))).toContain('You can ask Sofia.');
  });
});

describe('desk language', () => {
  test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
    'takes %s for no language, and goes on speaking with whoever typed it',
    async (word) => {
      const { as, log } = await company();
      expect(words(await as('bob').types(`desk language ${word}`))).toContain('English');
      expect(words(await as('bob').types('desk'))).toContain('What you can do here');
      expect(log).toEqual([]);
    },
  );

  test('is everyone’s own choice, said in the language chosen', async () => {
    const { as } = await company();
    expect(words(await as('bob').types('desk language zh'))).toBe('当前语言：中文。');
    expect(words(await as('bob').types('desk'))).toContain('功能一览');
    expect(words(await as('bob').types('desk 语言 auto'))).toBe('语言将跟随您的聊天账号设置。');
    expect(words(await as('bob').types('desk'))).toContain('What you can do here');
  });
});

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
