/** Every interaction gets one answer, in the person's language, whatever goes wrong. */
import { describe, expect, test } from 'vitest';
import { createBot } from '#src/bot.ts';
import { Refused } from '#src/core/refused.ts';
import { done, form, type Handler, open, show } from '#src/handler.ts';
import { StoreFault } from '#src/stores/store.ts';
import { heading } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { deskOf, knownTo, talk, words } from '#test/desk/desk.fixture.ts';

const throws = (error: Error) => () => {
  throw error;
};

const feature = {
  commands: {
    report: { group: 'also', usage: () => 'report', also: ['上报'], run: (_, text) => done(`reported: ${text}`) },
    desk: { group: 'also', usage: () => 'desk', run: () => done('help') },
    ask: { group: 'also', usage: () => 'ask', run: () => open('ask', { case: '7' }) },
    fail: { group: 'also', usage: () => 'fail', run: throws(new Error('a bug')) },
    full: { group: 'also', usage: () => 'full', run: throws(new StoreFault('full', 'somewhere')) },
    readonly: { group: 'also', usage: () => 'readonly', run: throws(new StoreFault('readonly', 'somewhere')) },
    refuse: {
      group: 'also',
      usage: () => 'refuse',
      run: throws(new Refused({ code: 'person_needs_role', need: ['admin'] })),
    },
  },
  desk: { team: { group: 'also', usage: () => 'team', also: ['团队'], run: (_, text) => done(`team: ${text}`) } },
  actions: {
    'case.claim': (ctx, args) => done(`${ctx.me}/${args['person'] ?? ''}`),
  },
  forms: {
    ask: form({
      view: () => ({
        title: 'Ask',
        submit: 'Send',
        inputs: {
          what: input.line('What', { max: 10 }),
          kind: input.select('Kind', [{ value: 'a', label: 'A' }], { optional: true }),
          day: input.date('Day', { optional: true }),
          whom: input.person('Whom', { optional: true }),
          urgent: input.check('Urgent'),
        },
      }),
      submit(_, values) {
        if (values.what === 'gone') throw new Refused({ code: 'person_last_admin', who: 'x' });
        if (values.what === 'there') throw new Refused({ code: 'input_missing', field: 'what' });
        if (values.what === 'bug') throw new Error('a bug');
        return done(JSON.stringify(values));
      },
    }),
  },
  home: ({ reader }) => [heading(reader.locale)],
} satisfies Handler;
const other: Handler = { home: () => [heading('second')] };

const start = () => talk([feature, other]);
const ann = { name: 'Ann', locale: 'en' } as const;
const li = { name: '李雷', locale: 'zh' } as const;

describe('a command', () => {
  test.each([
    ['report saw this', 'reported: saw this'],
    ['上报 看到这个', 'reported: 看到这个'],
    ['/report saw this', 'reported: saw this'],
    ['desk', 'help'],
    ['desk team Ann', 'team: Ann'],
    ['desk 团队　Ann', 'team: Ann'],
    ['DESK TEAM Ann', 'team: Ann'],
  ])('“%s” is answered with “%s”', async (text, said) => {
    expect(words(await (await start()).as('ann', ann).types(text))).toBe(said);
  });

  test('that nobody knows is answered with the nearest one, ready to be run', async () => {
    const { as } = await start();
    const reply = await as('ann', ann).types('desk taem');
    expect(words(reply)).toContain('Did you mean “desk team”?');
    const card = reply.type === 'show' ? reply.card : undefined;
    expect(card?.blocks).toContainEqual(expect.objectContaining({ type: 'buttons' }));
    expect(words(await as('ann', ann).clicks('bot.run', { name: 'desk team', text: 'Ann' }))).toBe('team: Ann');
  });

  test('that resembles nothing is answered with the way to the help', async () => {
    expect(words(await (await start()).as('li', li).types('xyzzyxyzzy'))).toBe(
      '没有“xyzzyxyzzy”这个命令。\n发送“desk 帮助”，查看全部功能。',
    );
  });

  test('that opens a form shows it', async () => {
    const reply = await (await start()).as('ann', ann).types('ask');
    expect(reply).toMatchObject({ type: 'open', form: { form: 'ask', args: { case: '7' }, view: { title: 'Ask' } } });
  });
});

describe('a message', () => {
  test('that begins with a command is one', async () => {
    expect(words(await (await start()).as('ann', ann).says('desk team Ann'))).toBe('team: Ann');
    expect(words(await (await start()).as('li', li).says('上报：看到这个'))).toBe('reported: 看到这个');
  });

  test('that mentions somebody has their name in a report, and for the desk the mention itself', async () => {
    const { as } = await start();
    await as('U1', ann, 'slack').goesHome();
    const says = async (text: string) => words(await as('U2', ann, 'slack').says(text));
    expect(await says('report <@U1> and <@U9|bob> are insulted')).toBe('reported: @Ann and @bob are insulted');
    expect(await says('desk team <@U1>')).toBe('team: <@U1>');
    expect(await says('团队 <@U1|ann>')).toBe('team: <@U1|ann>');
    expect(await says('https://weibo.com/1/a they laugh at <@U1> and <@U7>')).toContain('laugh at @Ann and @U7');
  });

  test('that is a word of the desk alone, or begins with a Chinese one, needs no desk before it', async () => {
    const { as } = await start();
    expect(words(await as('ann', ann).says('Team'))).toBe('team: ');
    expect(words(await as('li', li).says('团队 导出'))).toBe('team: 导出');
    expect(words(await as('ann', ann).says('team spirit is bad'))).toContain('I am not sure what you need.');
  });

  test('of a single mistyped word is answered with the command that was meant, in the words of whoever typed it', async () => {
    const { as } = await start();
    expect(words(await as('ann', ann).says('taem'))).toContain('Did you mean “desk team”?');
    const reply = await as('li', li).says('上抱');
    expect(words(reply)).toContain('您要找的是“上报”吗？');
    expect(words(reply)).toContain('[执行“上报”]');
  });

  test('that says in one short Chinese sentence what somebody saw is offered as a report', async () => {
    const { as } = await start();
    expect(words(await as('li', li).says('小红书上有人说店员骂顾客'))).toContain('[立即上报]');
    expect(words(await as('li', li).says('谢谢，辛苦了'))).toContain('没看懂');
  });

  test('with a link is offered as a report, one click away', async () => {
    const { as } = await start();
    const reply = await as('ann', ann).says('look https://example.com/post');
    expect(words(reply)).toContain('look https://example.com/post');
    expect(words(reply)).toContain('[Report it]');
    const click = { name: 'report', text: 'look https://example.com/post' };
    expect(words(await as('ann', ann).clicks('bot.run', click))).toBe('reported: look https://example.com/post');
  });

  test('of 100,000 characters is offered the form instead of a button that cannot carry it', async () => {
    const reply = await (await start()).as('li', li).says('长'.repeat(100_000));
    expect(words(reply)).toContain('[上报…]');
    expect(words(reply).length).toBeLessThan(600);
  });

  test('that is small talk is answered with what to do', async () => {
    expect(words(await (await start()).as('ann', ann).says('hi'))).toContain('I am not sure what you need.');
  });
});

describe('a form', () => {
  test('gives its handler checked values', async () => {
    const { as, desk } = await start();
    const bob = await knownTo(desk, 'bob', 'Bob');
    const values = { what: ' hello ', kind: 'a', day: '2026-03-09', whom: 'bob', urgent: true };
    expect(words(await as('ann', ann).submits('ask', values))).toBe(
      JSON.stringify({ what: 'hello', kind: 'a', day: '2026-03-09', whom: bob.id, urgent: true }),
    );
  });

  test('says at each field what is wrong with it, all at once', async () => {
    const { as } = await start();
    const wrong = { what: 'far too long for it', kind: 'z', day: '2026-02-30', whom: 'no body' };
    expect(await as('ann', ann).submits('ask', wrong)).toEqual({
      type: 'errors',
      fields: {
        what: 'This is too long: 19 characters, and 10 is the limit.',
        kind: 'Please choose one of the options.',
        day: 'Please give a date, like 2026-03-31.',
        whom: 'I don’t know anyone called “no body”. Try their e-mail address, or @mention them.',
      },
    });
    expect(await as('li', li).submits('ask', { what: '　' })).toEqual({
      type: 'errors',
      fields: { what: '此项必填。' },
    });
  });

  test('that comes back has met nobody, and whoever was only named is in no list', async () => {
    const { as, desk } = await start();
    const { people } = desk;
    await as('ann', ann).submits('ask', { what: 'far too long for it', kind: 'a', whom: 'stranger' });
    expect(people.ofAccount('console', 'stranger')).toBeUndefined();
    await as('ann', ann).submits('ask', { what: 'hello', kind: 'a', day: '2026-03-09', whom: 'stranger' });
    expect(people.ofAccount('console', 'stranger')).toBeDefined();
    expect([[...people.team().all()].map(({ name }) => name), people.find('stranger')]).toEqual([['Ann'], []]);
  });

  test('stays open with the reason when a rule refuses it', async () => {
    const { as } = await start();
    expect(await as('ann', ann).submits('ask', { what: 'there' })).toMatchObject({
      fields: { what: expect.any(String) },
    });
    expect(await as('ann', ann).submits('ask', { what: 'gone' })).toMatchObject({
      type: 'errors',
      fields: {},
      form: expect.stringContaining('only administrator'),
    });
  });

  test('stays open when something failed', async () => {
    const { as, log } = await start();
    const reply = await as('ann', ann).submits('ask', { what: 'bug' });
    expect(reply).toMatchObject({ type: 'errors', form: expect.stringContaining(String(log[0]?.facts['id'])) });
  });

  test('that is gone is said to be gone', async () => {
    const { as } = await start();
    expect(await as('ann', ann).submits('old', {})).toMatchObject({ type: 'errors', form: expect.any(String) });
    expect(words(await as('li', li).opens('old'))).toContain('此表单已失效');
  });
});

describe('a button', () => {
  test('never says who pressed it', async () => {
    const { as, desk } = await start();
    const said = words(await as('ann', ann).clicks('case.claim', { person: 'somebody-else', me: 'x' }));
    expect(said).toBe(`${desk.people.ofAccount('console', 'ann')?.id}/somebody-else`);
  });

  test('that leads nowhere any more says so', async () => {
    expect(words(await (await start()).as('ann', ann).clicks('old.action'))).toContain('no longer works');
  });
});

describe('a refusal', () => {
  test('says who can do it', async () => {
    const { as, desk } = await start();
    await knownTo(desk, 'sofia', 'Sofia', 'admin');
    expect(words(await as('ann', ann).types('refuse'))).toBe('This needs a role: administrator. You can ask Sofia.');
    expect(words(await as('li', li).types('refuse'))).toBe('只有管理员可以进行此操作。可联系：Sofia。');
  });

  test('meets somebody whose access was switched off, whatever they do', async () => {
    const { as, desk } = await start();
    const bob = await knownTo(desk, 'bob', 'Bob');
    await desk.people.change(bob.id, { active: false }, { by: 'x', roles: ['admin'], at: '2026-03-02', cause: 'off' });
    for (const reply of [await as('bob').types('report x'), await as('bob').goesHome()])
      expect(words(reply)).toContain('switched off');
  });
});

describe('a fault', () => {
  test('is logged without what was typed, and the person gets its number', async () => {
    const { as, log } = await start();
    const said = words(await as('ann', ann).types('fail my secret'));
    expect(log).toHaveLength(1);
    expect(log[0]?.facts).toMatchObject({ platform: 'console', type: 'command', of: 'fail' });
    expect(said).toMatch(/E-[2-9A-Z]{6}/);
    expect(said).toContain(String(log[0]?.facts['id']));
    expect(JSON.stringify(log)).not.toContain('my secret');
  });

  test('of a full or read-only disk says so', async () => {
    const { as } = await start();
    expect(words(await as('ann', ann).types('full'))).toContain('disk of the Goodword server is full');
    expect(words(await as('li', li).types('readonly'))).toContain('磁盘不可写入');
  });

  test('before the person is known is explained in the language of their profile', async () => {
    const { as, desk, log } = await start();
    desk.people.who = throws(new Error('no store'));
    expect(words(await as('li', li).types('report x'))).toContain('系统出了点问题');
    expect(log).toHaveLength(1);
  });
});

test('the home has what every handler has to say, in the person’s language', async () => {
  const { as } = await start();
  expect(words(await as('li', li).goesHome())).toBe('zh\n—\nsecond');
  expect(await as('ann', ann).goesHome()).toMatchObject({ type: 'home' });
});

test('two handlers cannot claim one name', async () => {
  const desk = await deskOf();
  const options = { desk, log: () => undefined, now: () => '2026-03-02T00:00:00.000Z' };
  expect(() => createBot({ ...options, handlers: [feature, feature] })).toThrow('Two handlers claim');
});

test('a zone that does not exist is answered in the company’s', async () => {
  const seen: string[] = [];
  const zone: Handler = {
    commands: {
      zone: {
        group: 'also',
        usage: () => 'zone',
        run({ reader }) {
          seen.push(reader.timeZone);
          return show(cardFor(reader, 'zone', []));
        },
      },
    },
  };
  const { as } = await talk([zone]);
  await as('ann', { name: 'Ann', timeZone: 'Mars/Olympus' }).types('zone');
  expect(seen).toEqual(['Asia/Shanghai']);
});
