/** What `policy` does for people: the list, reading, searching and asking. */
import { describe, expect, test } from 'vitest';
import { policy } from '#handlers/policy.ts';
import { libraryOf } from '#src/content/library.ts';
import type { Reply } from '#src/platforms/platform.ts';
import { spans } from '#src/view/span.ts';
import { shelf } from '#test/content/shelf.ts';
import { knownTo, talk, words } from '#test/desk/desk.fixture.ts';
import { buttonsOf, cardOf } from '#test/house.fixture.ts';

const library = libraryOf(shelf);
const ann = { name: 'Ann', locale: 'en' } as const;
const mei = { name: '李梅', locale: 'zh' } as const;
const company = () => talk([policy], undefined, { policies: shelf.policies, library });

/** The words that a card shows in bold. */
const bold = (reply: Reply): readonly string[] =>
  cardOf(reply).blocks.flatMap((block) =>
    block.type === 'text'
      ? spans(block.text).flatMap((span) => (typeof span !== 'string' && 'b' in span ? span.b : []))
      : [],
  );

describe('policy', () => {
  test('lists every policy with its version, in the reader’s language', async () => {
    const { as } = await company();
    const list = words(await as('ann', ann).types('policy'));
    expect(list).toMatch(/\[Online reputation and response\]\s+Version 1\.0\.0 · 45 clauses/);
    expect(list.split('My pledge')).toHaveLength(2);
    expect(words(await as('mei', mei).types('制度'))).toMatch(/\[个人责任书\]\s+版本 1\.0\.0 · 共 11 条/);
  });

  test('lists them as a newcomer should read them', async () => {
    const { as } = await company();
    const labels = buttonsOf(cardOf(await as('ann', ann).types('policy'))).map(({ label }) => label);
    expect(labels.slice(0, 5)).toEqual([
      ...['Use of social media', 'Online reputation and response', 'Information and account safety'],
      ...['Crisis and emergency communication', 'My pledge'],
    ]);
  });

  test('says what is still undecided to whoever answers for a policy, and where to administrators', async () => {
    const { as, desk } = await company();
    await knownTo(desk, 'sofia', 'Sofia', 'admin');
    await knownTo(desk, 'hana', 'Hana', 'hr');
    expect(words(await as('ann', ann).types('policy list'))).not.toContain('decided');
    const list = words(await as('sofia').types('policy list'));
    expect(list).toContain('time for an appeal');
    expect(list).toContain('policies/desk.yaml');
    const hers = words(await as('hana').types('policy list'));
    expect(hers).toContain('Still to be decided by the company');
    expect(hers).not.toContain('policies/desk.yaml');
  });

  test('says so where there are none', async () => {
    const { as } = await talk([policy]);
    expect(words(await as('ann', ann).types('policy'))).toContain('There are no policies here yet.');
  });
});

describe('reading', () => {
  test('begins with the first clause and turns the page in the same card', async () => {
    const { as } = await company();
    const reader = as('ann', ann);
    const first = await reader.types('policy read online-reputation');
    expect(first.type).toBe('show');
    expect(words(first)).toContain('1.1 Why we have it');
    expect(words(first)).not.toContain('[◀ Back]');
    const [next] = buttonsOf(cardOf(first));
    expect(next?.label).toBe('Next ▶');
    const second = await reader.clicks('policy.turn', next?.does.type === 'act' ? next.does.args : {});
    expect(second.type).toBe('replace');
    expect(words(second)).toContain('1.2 Whom it concerns');
    expect(words(second)).toContain('Clause 2 of 45 · cite it as online-reputation#1.2');
    expect(words(second)).toContain('[◀ Back] [Next ▶] [Contents] [All policies]');
  });

  test('ends with the last clause', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).types('policy read pledge 2.2'))).toContain('[◀ Back] [Contents] [All policies]');
  });

  test.each([
    'policy read use-of-social-media#3.3',
    'policy read Use of social media 3.3',
    'policy use-of-social-media 3.3',
    'policy read 《社交媒体使用管理制度》 3.3',
  ])('finds a clause by “%s”', async (line) => {
    const { as } = await company();
    expect(words(await as('ann', ann).types(line))).toContain('3.3 Confidential things stay inside');
  });

  test('shows lists as lists and emphasis as such', async () => {
    const { as } = await company();
    const { blocks } = cardOf(await as('ann', ann).types('policy read online-reputation 1.3'));
    const list = blocks.find((block) => block.type === 'list');
    expect(list?.items[0]).toEqual([
      'A ',
      { b: 'mention' },
      ' is one post, comment, review, picture or article about us.',
    ]);
    expect(list?.items).toHaveLength(5);
  });

  test('jumps to a section from the contents', async () => {
    const { as } = await company();
    const contents = await as('ann', ann).clicks('policy.contents', { policy: 'online-reputation' });
    expect(contents.type).toBe('replace');
    expect(words(contents)).toContain('[6 How we answer]');
    const jump = buttonsOf(cardOf(contents)).find(({ label }) => label === '6 How we answer');
    const there = await as('ann', ann).clicks('policy.turn', jump?.does.type === 'act' ? jump.does.args : {});
    expect(words(there)).toContain('6.1 Calm and polite');
  });

  test('of what there is not says so, and an old button leads to the list', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).types('policy read lasagne'))).toBe(
      'There is no policy or clause “lasagne”. Type “policy” to see them all, or “policy” and some words to search.',
    );
    expect(words(await as('ann', ann).types('policy read pledge 9.9'))).toContain('no policy or clause “pledge 9.9”');
    expect(words(await as('ann', ann).clicks('policy.turn', { policy: 'gone', clause: '1.1' }))).toContain('Policies');
  });
});

describe('searching', () => {
  test('any words after “policy” are looked for; the sentence is shown with the words marked', async () => {
    const { as } = await company();
    const found = await as('ann', ann).types('policy can I reply to the troll');
    expect(words(found)).toContain('3.2 Report, do not answer · Online reputation and response');
    expect(bold(found)).toContain('argue');
    expect(words(found)).not.toMatch(/\p{Script=Han}/u);
  });

  test('works in Chinese, with and without a space', async () => {
    const { as } = await company();
    for (const line of [
      '制度 客户骂我们我能怼回去吗',
      '制度 搜索客户骂我们我能怼回去吗',
      '制度 查找 客户骂我们我能怼回去吗',
    ])
      expect(words(await as('mei', mei).types(line))).toContain('3.2 只报告，不回应');
  });

  test('opens a form when nothing was typed, and keeps the question for another try', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).types('policy search'))).toBe('Search the policies\nWhat are you looking for?');
    const found = await as('ann', ann).submits('policy.search', { question: 'lost phone' });
    expect(words(found)).toContain('4.6 Lost or stolen');
    const again = buttonsOf(cardOf(found)).find(({ label }) => label === 'Search again…');
    expect(again?.does).toEqual({ type: 'open', form: 'policy.search', args: { question: 'lost phone' } });
  });

  test('says so when there is nothing, and what to do instead', async () => {
    const { as } = await company();
    const nothing = words(await as('ann', ann).types('policy search qqqqzzzz'));
    expect(nothing).toContain('I found nothing about “qqqqzzzz”.');
    expect(nothing).toContain('[Use of social media]');
  });

  test('is not held up by a text of nothing but spaces', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).types(`policy search comment${' '.repeat(400_000)}x`))).toContain('comment');
  });

  test('repeats a long question in part, so that every platform can carry it', async () => {
    const { as } = await company();
    const found = cardOf(await as('ann', ann).types(`policy search password ${'x'.repeat(900)}`));
    for (const { does } of buttonsOf(found))
      if (does.type !== 'link') expect(JSON.stringify(does.args).length).toBeLessThan(300);
  });
});

describe('asking', () => {
  test('quotes the best clauses in full, with their ids', async () => {
    const { as } = await company();
    const answer = words(await as('ann', ann).types('policy ask Can I answer a bad review?'));
    expect(answer).toContain('online-reputation#3.2');
    expect(answer).toContain('An answer given in good faith can contradict what we later find');
    expect(answer).toContain('found by the words of your question');
  });

  test('works from the form, in Chinese', async () => {
    const { as } = await company();
    expect(words(await as('mei', mei).types('制度 提问'))).toBe('向制度提问\n您的问题');
    const answer = words(await as('mei', mei).submits('policy.ask', { question: '被人冒充公司账号了怎么办' }));
    expect(answer).toContain('online-reputation#8.4');
  });

  test('leads from results to the clauses in full and back', async () => {
    const { as } = await company();
    expect(words(await as('ann', ann).clicks('policy.ask', { question: 'gift card' }))).toContain(
      'information-security#6.2',
    );
    expect(words(await as('ann', ann).clicks('policy.search', { question: 'gift card' }))).toContain(
      'The superior who needs money',
    );
  });
});
