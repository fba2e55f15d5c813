/** What the company gets with Goodword: whole, in both languages, and true to its own rules. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config.ts';
import { unfilledSlots } from '#src/core/case/slots.ts';
import { assertsNothing, CATEGORIES, REPLY_KINDS } from '#src/core/case/vocabulary.ts';
import { check } from '#src/core/check/check.ts';

const { rules, policies, templates } = readConfig({}, 'policies');
const { lists, personalData, secrets, length } = rules.check;
const policy = (id: string) => policies.find((one) => one.id === id);
const HAN = /\p{Script=Han}/u;

describe('the shipped policies', () => {
  it('are four policies, each of at least 25 clauses, and the short pledge', () => {
    const ids = ['use-of-social-media', 'online-reputation', 'information-security', 'crisis-communication', 'pledge'];
    expect(policies.map(({ id }) => id)).toEqual(ids);
    for (const { id, clauses } of policies)
      expect(clauses.length >= 25, `${id} has ${clauses.length} clauses`).toBe(id !== 'pledge');
  });

  it('have every clause in both languages, each in its own', () => {
    for (const { id, title, text } of policies.flatMap(({ clauses }) => clauses)) {
      expect(title.en + text.en, id).not.toMatch(HAN);
      expect(title.zh, id).toMatch(HAN);
      expect(text.zh, id).toMatch(HAN);
    }
  });

  it('have a section for every clause', () => {
    for (const { sections, clauses } of policies) {
      const numbers = sections.map(({ number }) => number);
      for (const { number } of clauses) expect(numbers).toContain(number.split('.')[0]);
    }
  });

  it('say the hours that the desk keeps', () => {
    const clause = policy('online-reputation')?.clauses.find(({ number }) => number === '5.3');
    expect(clause?.text.en).toContain('critical 1, high 4, medium 12, low 24');
    expect(clause?.text.zh).toContain('紧急个案不超过 1 小时，高级 4 小时，中级 12 小时，低级 24 小时');
  });

  it('leave open what only the company can decide, and say so', () => {
    const appeal = policy('use-of-social-media')?.clauses.find(({ number }) => number === '8.2');
    expect(appeal?.text.en).toContain('[time for an appeal: to be decided]');
    expect(appeal?.text.zh).toContain('【申诉期限：待公司确定】');
    expect(policy('use-of-social-media')?.undecided).toContain('appealDays');
  });

  it('contain every clause that a check cites', () => {
    const ids = policies.flatMap(({ clauses }) => clauses.map(({ id }) => id));
    for (const { clause } of [...lists, personalData, secrets, length]) expect(ids).toContain(clause);
  });
});

describe('the checks', () => {
  it('block for personal data, secrets, and what a reply says that needs no facts', () => {
    expect([personalData.blocks, secrets.blocks, length.blocks]).toEqual([true, true, false]);
    expect(lists.filter(({ blocks }) => blocks).map(({ code, kinds }) => [code, kinds])).toEqual([
      ['assertion', REPLY_KINDS.filter(assertsNothing)],
    ]);
  });

  it('look for Chinese and English words', () => {
    for (const { code, words } of lists) {
      expect(words.filter((word) => HAN.test(word)).length, code).toBeGreaterThan(10);
      expect(words.filter((word) => !HAN.test(word)).length, code).toBeGreaterThan(10);
    }
  });
});

describe('a reply of a kind that passes without verified facts', () => {
  const asserts = (text: string) =>
    REPLY_KINDS.filter((kind) => check(text, { kind }, rules.check).some(({ code }) => code === 'assertion'));

  it.each([
    'Thank you for asking. There was no fire in our shop; the post is a lie.',
    'We are looking into it. Nobody was hurt.',
    'Please write to us in private: the claim is not true, and our tests show it.',
    '感谢关注。店内没有起火，网上说法不属实。',
    '我们正在了解情况。经查，系竞争对手造谣。',
    '请私信我们。检测报告显示产品符合国家标准。',
  ])('may not say “%s”; one whose facts are verified may', (text) => {
    expect(asserts(text)).toEqual(['holding', 'thanks', 'private']);
  });

  it.each([
    'We have read the reports about our shop in Leeds and are finding out what happened. We will say more by 6 pm.',
    'Thank you! Your kind words made our day, and Ann has read them.',
    'We are sorry that there was no one to help you. Would you write to us in private?',
    'We are sorry that your visit was not as it should be. Would you write to us in private, so that we can look into it?',
    'The cause is not known yet. We are finding out what the cause was, and will say more by 6 pm.',
    '我们已关注到相关信息，正在核实，查明后会第一时间告知大家。',
    '网传内容尚未经核实，请勿转发。一经查实，我们将依规处理；经调查后的结果会第一时间公布。',
    '谢谢您的肯定，我们已转达给小王。',
    '给您带来不好的体验，非常抱歉。方便的话请私信订单信息，我们马上为您核实处理。',
  ])('may say “%s”', (text) => {
    expect(asserts(text)).toEqual([]);
  });
});

describe('the shipped templates', () => {
  it('are for at least twelve situations and every category', () => {
    expect(templates.length).toBeGreaterThanOrEqual(12);
    const served = templates.flatMap(({ categories }) => categories);
    for (const category of CATEGORIES) expect(served).toContain(category);
  });

  it.each(templates.map((template) => [template.id, template] as const))(
    '%s exists in both languages, keeps our rules and says what to fill in',
    (_id, { text, kind }) => {
      expect(text.en).not.toMatch(HAN);
      expect(text.zh).toMatch(HAN);
      expect(unfilledSlots(text.en).length).toBeGreaterThan(0);
      for (const each of [text.en, text.zh]) expect(check(each, { kind }, rules.check)).toEqual([]);
    },
  );

  it('are short enough for most places', () => {
    for (const { id, text } of templates) {
      expect(text.zh.length, id).toBeLessThanOrEqual(200);
      expect(text.en.length, id).toBeLessThanOrEqual(500);
    }
  });
});
