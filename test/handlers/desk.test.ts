/** What `desk` does for people: help, setup, the channel, the language, the team. */
import { describe, expect, test } from 'vitest';
import { desk } from '#handlers/desk.ts';
import { deskSetup } from '#handlers/desk-setup.ts';
import { deskTeam } from '#handlers/desk-team.ts';
import type { Interaction } from '#src/platforms/platform.ts';
import { knownTo, talk, words } from '#test/desk/desk.fixture.ts';
import { CHANNEL, house } from '#test/house.fixture.ts';
import { company } from './desk.fixture.ts';

const li = { name: '李雷', locale: 'zh' } as const;

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
      expect(words(await as('bob').types(`desk language ${word}`))).toContain(`I do not speak “${word}” yet.`);
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
