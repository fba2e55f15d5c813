/** What the company gets with Goodword: whole, in both languages, and true to its own rules. */
import { describe, expect, it } from 'vitest';
import { readConfig } from '#src/config.ts';
import { unfilledSlots } from '#src/core/case/slots.ts';
import { CATEGORIES } from '#src/core/case/vocabulary.ts';
import { findWords } from '#src/core/find-words.ts';
import { fold } from '#src/core/fold.ts';

const { rules, policies, templates } = readConfig({}, 'policies');
const { lists, personalData, secrets, length } = rules.check;
const policy = (id: string) => policies.find((one) => one.id === id);
const forReplies = lists.filter(({ for: texts = ['reply'] }) => texts.includes('reply'));
const HAN = /\p{Script=Han}/u;

describe('the shipped policies', () => {
  it('are four policies, each of at least 25 clauses, and the short pledge', () => {
    const ids = ['crisis-communication', 'information-security', 'online-reputation', 'pledge', 'use-of-social-media'];
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
  it('block for personal data and secrets only', () => {
    expect([personalData.blocks, secrets.blocks, length.blocks]).toEqual([true, true, false]);
    expect(lists.filter(({ blocks }) => blocks)).toEqual([]);
  });

  it('look for Chinese and English words', () => {
    for (const { code, words } of lists) {
      expect(words.filter((word) => HAN.test(word)).length, code).toBeGreaterThan(10);
      expect(words.filter((word) => !HAN.test(word)).length, code).toBeGreaterThan(10);
    }
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
    (_id, { text }) => {
      expect(text.en).not.toMatch(HAN);
      expect(text.zh).toMatch(HAN);
      expect(unfilledSlots(text.en).length).toBeGreaterThan(0);
      for (const each of [text.en, text.zh]) {
        const found = forReplies.flatMap(({ words }) => findWords(fold(each).text, words).map(({ word }) => word));
        expect(found).toEqual([]);
      }
    },
  );

  it('are short enough for most places', () => {
    for (const { id, text } of templates) {
      expect(text.zh.length, id).toBeLessThanOrEqual(200);
      expect(text.en.length, id).toBeLessThanOrEqual(500);
    }
  });
});
