/** What somebody means to post: harmless texts pass, the others are told what, why and how to mend it. */
import { describe, expect, it } from 'vitest';
import { check } from '#src/core/check/check.ts';
import { checkPost } from '#src/core/check/post.ts';
import { shelf } from '#test/content/shelf.ts';
import { keptAside, tuned } from './posts.ts';

const { rules } = shelf;
const look = (text: string) => checkPost(text, rules.check);
const clausesOf = (text: string) => look(text).remarks.flatMap(({ findings }) => findings.map(({ clause }) => clause));
const all = [...tuned, ...keptAside];
const harmless = all.filter(({ clauses }) => clauses.length === 0);
const harmful = all.filter(({ clauses }) => clauses.length > 0);

describe('a post', () => {
  it('that is harmless is found so', () => {
    expect(harmless).toHaveLength(30);
    expect(harmless.filter(({ text }) => look(text).remarks.length > 0)).toEqual([]);
  });

  it('that is not gets a clause that it meets, in nine cases of ten', () => {
    expect(harmful).toHaveLength(30);
    const missed = harmful.filter(({ text, clauses }) => !clausesOf(text).some((clause) => clauses.includes(clause)));
    expect(missed.length).toBeLessThanOrEqual(3);
  });

  it('with personal data or a secret is stopped, and the sentence is shown without it', () => {
    const { blocked, remarks } = look('新后台上线了！测试密码：Abc12345 大家试试');
    expect(blocked).toBe(true);
    expect(remarks.map(({ sentence }) => sentence)).toEqual(['测试密码：[password] 大家试试']);
  });

  it('with a password that holds an end of sentence shows none of it', () => {
    const [remark] = look('Log in with password: Win!ter2026 and tell me').remarks;
    expect(remark?.sentence).toBe('Log in with password: [password] and tell me');
  });

  it('names each sentence once, and each matter in it once', () => {
    const { remarks } = look('What an idiot, such a moron. The weather is fine. Idiot!');
    expect(remarks.map(({ sentence, findings }) => [sentence, findings.map(({ code }) => code)])).toEqual([
      ['What an idiot, such a moron.', ['insult', 'vulgar']],
      ['Idiot!', ['insult']],
    ]);
  });

  it('that speaks for the company is told so, and held to what holds for its replies', () => {
    expect(look('我司保证绝对没有问题')).toMatchObject({ official: true, blocked: false });
    expect(look('我司保证绝对没有问题').remarks[0]?.findings.map(({ code }) => code)).toEqual(['official', 'promise']);
    expect(look('我保证绝对没有问题')).toEqual({ official: false, blocked: false, remarks: [] });
  });

  it('counts a word only beside those that make it one', () => {
    expect(clausesOf('听说这家咖啡不错')).toEqual([]);
    expect(clausesOf('听说这家公司要倒闭了')).toEqual(['use-of-social-media#3.1']);
    expect(clausesOf('听说这家咖啡不错。隔壁公司在装修')).toEqual([]);
  });
});

it('a reply of ours is not held to what concerns private posts', () => {
  const codes = check('我司听说公司要倒闭，这个骗子', {}, rules.check).map(({ code }) => code);
  expect(codes).toEqual([]);
});
