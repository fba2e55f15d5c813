import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEDIA, REPLY_KINDS } from '#src/core/case/vocabulary.ts';
import { type About, check, mask } from '#src/core/check/check.ts';
import { effort } from '#test/effort.ts';
import { rules } from '../rules.fixture.ts';

const found = (text: string, about: About = {}) =>
  check(text, about, rules.check).map(({ code, quote, blocks }) => `${code}${blocks ? '!' : ''} ${quote}`);

describe('a text before it goes out', () => {
  it.each([
    ['感谢您的反馈，我们正在核实。', []],
    ['Thank you for telling us; we are looking into it.', []],
    ['您就是水军，闭嘴！', ['attack! 水军', 'attack! 闭嘴']],
    ['You liar. Liars lie.', ['attack! liar']],
    ['我们保证百分之百解决', ['promise 保证', 'promise 百分之百']],
    ['We GUARANTEE it, 100%', ['promise GUARANTEE', 'promise 100%']],
    ['It costs 2100% more', []],
    ['呵\u200b呵', ['sarcasm 呵\u200b呵']],
    ['you  should\nhave read it', ['blame you  should\nhave']],
    ['ＩＤＩＯＴ', ['attack! ＩＤＩＯＴ']],
    ['张先生电话13800138000，密码：Abc123', ['personal.phone! 13800138000', 'secret.password! Abc123']],
  ])('“%s” is found to hold %j', (text, expected) => expect(found(text)).toEqual(expected));

  it('has each finding with its clause, its place in the text as typed, and what to do', () => {
    expect(check('👍ﬁne：闭嘴', {}, rules.check)).toEqual([
      {
        code: 'attack',
        clause: 'online-reputation#4.2',
        blocks: true,
        at: [6, 8],
        quote: '闭嘴',
        say: { en: 'This attacks the other side.', zh: '这是在攻击对方。' },
        mend: { en: 'Say what is true, without judging the person.', zh: '只说事实，不评价对方。' },
      },
    ]);
  });

  it('has its findings in order of place, whatever found them', () => {
    const places = check('绝对 a@b.com 呵呵 13800138000 闭嘴', {}, rules.check).map(({ at: [start] }) => start);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).toHaveLength(5);
  });

  it('may not admit liability where the case has a legal side, nor promise in a holding statement', () => {
    const lists = rules.check.lists.map((list) => ({ ...list, blocks: false }));
    const blocking = (text: string, about: About) =>
      check(text, about, { ...rules.check, lists })
        .filter(({ blocks }) => blocks)
        .map(({ code }) => code);
    expect(blocking('我们承担法律责任，保证', {})).toEqual([]);
    expect(blocking('我们承担法律责任，保证', { legal: true })).toEqual(['liability']);
    expect(blocking('我们承担法律责任，保证', { kind: 'holding' })).toEqual(['liability', 'promise']);
  });
});

describe('length', () => {
  it('is counted as the medium counts: on X Chinese is two and a link 23', () => {
    expect(found('好'.repeat(140), { media: 'x' })).toEqual([]);
    expect(found('好'.repeat(141), { media: 'x' })).toEqual(['length! 好']);
    expect(found(`https://example.com/${'a'.repeat(300)} ${'b'.repeat(256)}`, { media: 'x' })).toEqual([]);
    expect(found('好'.repeat(1000), { media: 'xiaohongshu' })).toEqual([]);
    expect(found('👍'.repeat(1001), { media: 'xiaohongshu' })).toEqual(['length! 👍']);
  });

  it('is not limited where no limit is known', () => expect(found('好'.repeat(9000), { media: 'tieba' })).toEqual([]));
});

describe('whatever the text', () => {
  it('nothing throws, and every quote is what stands at its place', () => {
    const about = fc.record(
      { media: fc.constantFrom(...MEDIA), kind: fc.constantFrom(...REPLY_KINDS), legal: fc.boolean() },
      { requiredKeys: [] },
    );
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('闭嘴', '13800138000', 'token=', 'ﷺ', 'e\u0301', '\ud83d'),
    );
    fc.assert(
      fc.property(fc.array(piece), about, (pieces, where) => {
        const text = pieces.join('');
        const findings = check(text, where, rules.check);
        for (const { at, quote } of findings) if (quote.length < 120) expect(text.slice(...at)).toBe(quote);
        const keys = findings.map(({ code, at }) => `${code} ${at}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 300 },
    );
  });

  it('100,000 characters are checked and masked in time', () => {
    const pieces = [
      '我',
      '1',
      '+1111111111111111',
      'eyJ-',
      'a.',
      'a@',
      '12 a ',
      '13800138000 ',
      'de89 ',
      'token',
      '1号',
      '1-',
      '呵呵',
      'https://a/',
    ];
    for (const piece of [...pieces, '-----BEGIN PRIVATE KEY-----']) {
      const text = piece.repeat(100_000 / piece.length);
      const spent = effort(() => {
        check(text, { media: 'x' }, rules.check);
        mask(text);
      });
      expect(spent, piece).toBeLessThan(3_000);
    }
  });
});
