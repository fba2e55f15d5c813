/** What `check` does for people: fine, or what to mend; nothing of the text is kept. */
import { describe, expect, test } from 'vitest';
import { check } from '#handlers/check.ts';
import { libraryOf } from '#src/content/library.ts';
import { shelf } from '#test/content/shelf.ts';
import { rules as imagined } from '#test/core/rules.fixture.ts';
import { knownTo, talk, words } from '#test/desk/desk.fixture.ts';
import { START } from '#test/given.ts';
import { memoryStore } from '#test/stores/memory.ts';

const { policies } = shelf;
const rules = { ...imagined, check: shelf.rules.check };
const ann = { name: 'Ann', locale: 'en' } as const;
const mei = { name: '李梅', locale: 'zh' } as const;
const company = (store = memoryStore()) => talk([check], store, { rules, policies, library: libraryOf(shelf) });

describe('check', () => {
  test('lets a harmless text pass', async () => {
    const { as } = await company();
    const said = words(await as('ann', ann).types('check Best dumplings in town!'));
    expect(said).toContain('I see nothing that speaks against it.');
    expect(said).toContain('Your text was not kept.');
  });

  test('says which sentence meets which clause, and how to mend it', async () => {
    const { as } = await company();
    const said = words(
      await as('ann', ann).types('check Nice day. I work there and I can tell you, the customer is lying.'),
    );
    expect(said).toContain('Please look at this again before you post it.');
    expect(said).toContain('I work there and I can tell you, the customer is lying.');
    expect(said).toContain('3.2 Report, do not answer: This answers somebody who complains about us. Don’t post it;');
    expect(said).toContain('[Read 3.2 Report, do not answer]');
    expect(said).not.toContain('Nice day.');
  });

  test('stops personal data and secrets, and does not repeat them', async () => {
    const { as } = await company();
    const said = words(await as('mei', mei).types('自查 客户电话13812345678，测试密码：Abc12345'));
    expect(said).toContain('请不要照原样发布。');
    expect(said).toContain('客户电话[电话]，测试密码：[密码]');
    expect(said).not.toMatch(/1381234|Abc12345/);
  });

  test('tells who to ask when the text speaks for the company', async () => {
    const { as } = await company();
    const said = words(await as('ann', ann).types('check On behalf of the company I thank everybody.'));
    expect(said).toContain('Please ask the reputation desk before you post it.');
    const blanks = { ...shelf.blanks, deskContact: { name: { en: 'contact', zh: '联系方式' }, value: 'ext. 42' } };
    const told = await talk([check], undefined, { rules, policies, library: libraryOf({ ...shelf, blanks }) });
    expect(words(await told.as('ann', ann).types('check Official statement: all is well'))).toContain(
      'the reputation desk (ext. 42)',
    );
  });

  test('opens a form when nothing was typed; the answer is the same', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).types('check'))).toBe('Check before posting\nWhat you mean to post');
    const said = words(await as('ann', ann).submits('check.text', { text: 'What an idiot.' }));
    expect(said).toContain('“idiot” · 3.2 Decent');
  });

  test('shows the first remarks of a long text and counts the others', async () => {
    const { as } = await company();
    const said = words(
      await as('ann', ann).types(`check ${Array.from({ length: 9 }, (_, n) => `Number ${n} is an idiot.`).join(' ')}`),
    );
    expect(said).toContain('Number 5 is an idiot.');
    expect(said).not.toContain('Number 6 is an idiot.');
    expect(said).toContain('There are 3 more remarks.');
  });
});

describe('of a text that was checked', () => {
  test('nothing is kept but the count: no word, no name, no time of day', async () => {
    const store = memoryStore();
    const { as, desk } = await company(store);
    await as('ann', ann).types('check Confidential potatoes');
    await as('ann', ann).types('check More potatoes');
    expect(await desk.checks.inMonth(START)).toBe(2);
    const ids = desk.people.find('Ann').map(({ id }) => id);
    expect(ids).toHaveLength(1);
    const kept: string[] = [];
    for await (const stream of store.streams('checks/')) kept.push(JSON.stringify(await store.read(stream)));
    expect(kept).toHaveLength(1);
    expect(kept.join()).not.toMatch(/potatoes|cause-|Confidential/i);
    for (const id of ids) expect(kept.join()).not.toContain(id);
    expect(kept.join()).not.toContain(START);
    for await (const stream of store.streams(''))
      expect(JSON.stringify(await store.read(stream))).not.toMatch(/potatoes/);
  });

  test('the count of the month stands on the home of whoever manages', async () => {
    const { as, desk } = await company();
    await knownTo(desk, 'max', 'Max', 'manager');
    expect(words(await as('max').goesHome())).not.toContain('Texts checked this month');
    await as('ann', ann).types('check Hello');
    expect(words(await as('max').goesHome())).toContain('Texts checked this month: 1');
    expect(words(await as('ann', ann).goesHome())).not.toContain('Texts checked');
  });

  test('a redelivered interaction counts once', async () => {
    const { as, desk } = await company();
    await as('ann', ann).types('check Hello', { cause: 'same' });
    await as('ann', ann).types('check Hello', { cause: 'same' });
    expect(await desk.checks.inMonth(START)).toBe(1);
  });
});
