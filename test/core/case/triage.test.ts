import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { triage } from '#src/core/case/triage.ts';
import type { TriageInput } from '#src/core/case/triage-types.ts';
import { CATEGORIES, SEVERITIES } from '#src/core/case/vocabulary.ts';
import { effort } from '#test/effort.ts';
import { rules } from '../rules.fixture.ts';

const judge = (text: string, more: Partial<TriageInput> = {}) => triage({ text, mentions: 1, ...more }, rules.triage);
const values = (text: string, more: Partial<TriageInput> = {}) =>
  Object.fromEntries(Object.entries(judge(text, more)).map(([field, { value }]) => [field, value]));

describe('a report', () => {
  it.each([
    [
      '你们客服态度太差，我要退款投诉',
      { category: 'complaint', sentiment: 'negative', cause: 'service', severity: 'low' },
    ],
    ['充电宝突然起火爆炸，孩子受伤住院', { category: 'safety', cause: 'safety', risk: 'safety', severity: 'high' }],
    ['听说，据说这家公司要倒闭', { category: 'rumour', sentiment: 'neutral', severity: 'low' }],
    ['有人冒充你们的假客服骗我', { category: 'impersonation', risk: 'trust', severity: 'medium' }],
    ['用了一年，好评，推荐！', { category: 'praise', sentiment: 'positive', severity: 'low' }],
    [
      'My charger exploded and I was injured. My lawyer will sue.',
      { category: 'safety', sentiment: 'negative', severity: 'critical' },
    ],
    ['Terrible support, I want a refund', { category: 'complaint', cause: 'service', sentiment: 'negative' }],
    [
      'nothing in particular',
      { category: 'other', cause: 'unknown', risk: 'none', sentiment: 'neutral', severity: 'low' },
    ],
    ['', { category: 'other', media: 'other', reach: 'small', severity: 'low' }],
  ])('“%s” is read as it should be', (text, expected) => expect(values(text)).toMatchObject(expected));

  it('says why, in both languages, for every value', () => {
    for (const text of ['', '客服太差 refund', '在微博看到爆炸'])
      for (const { why } of Object.values(judge(text, { audience: 20_000, severity: 'critical' }))) {
        expect(why.length).toBeGreaterThan(0);
        for (const { name } of why) expect([name.en, name.zh].every((word) => word.length > 0)).toBe(true);
      }
  });
});

describe('words', () => {
  it('of Latin script are met whole, Chinese ones anywhere, whatever the width and case', () => {
    expect(values('the fireplace is nice').category).toBe('other');
    expect(values('FIRE！').category).toBe('safety');
    expect(values('这ｆｉｒｅ吓人').category).toBe('safety');
    expect(values('真的起\u200b火了').category).toBe('safety');
    expect(values('never\n arrived').cause).toBe('delivery');
  });

  it('inside a longer word that was met do not count: “不推荐” is no praise', () => {
    expect(values('不推荐')).toMatchObject({ category: 'complaint', sentiment: 'negative' });
  });

  it('count once each, so that shouting one word does not outvote two', () => {
    expect(judge('scam scam scam, terrible, refund').category).toEqual({
      value: 'complaint',
      why: [
        { name: { en: 'words in the text', zh: '文中用词' }, met: 'terrible' },
        { name: { en: 'words in the text', zh: '文中用词' }, met: 'refund' },
      ],
    });
  });

  it('decide nothing against the category that the reporter chose', () => {
    expect(judge('起火爆炸', { category: 'question' }).category).toEqual({
      value: 'question',
      why: [{ name: { en: 'chosen by the reporter', zh: '上报人选择' } }],
    });
  });

  it('as many for good as for bad count as bad', () => expect(values('great but rude').sentiment).toBe('negative'));
});

describe('the medium', () => {
  it('comes from the link, else from the text', () => {
    expect(judge('在知乎看到的', { link: 'https://weibo.com/1' }).media).toMatchObject({
      value: 'weibo',
      why: [{ met: 'weibo' }],
    });
    expect(values('在小红书上看到有人避雷').media).toBe('xiaohongshu');
    expect(values('seen on Reddit').media).toBe('reddit');
    expect(values('he said 微博 is bad', { link: 'https://blog.example.com/1' }).media).toBe('other');
    expect(values('在微博', { link: '' }).media).toBe('weibo');
  });
});

describe('reach', () => {
  it.each([
    [9_999, 'small'],
    [10_000, 'medium'],
    [100_000, 'large'],
    [Number.NaN, 'small'],
  ])('of %d is %s', (audience, reach) => expect(values('', { audience }).reach).toBe(reach));

  it('of the news is large until a number says otherwise', () => {
    expect(values('', { link: 'https://www.reuters.com/a' }).reach).toBe('large');
    expect(values('', { link: 'https://www.reuters.com/a', audience: 10 }).reach).toBe('small');
  });
});

describe('severity', () => {
  it('adds up named weights and shows each', () => {
    expect(judge('客服太差，我要找律师起诉', { audience: 50_000 }).severity).toEqual({
      value: 'high',
      why: [
        { name: { en: 'legal risk', zh: '法律风险' }, weight: 2 },
        { name: { en: 'negative in tone', zh: '情绪负面' }, weight: 1 },
        { name: { en: 'medium reach', zh: '传播范围中等' }, weight: 1 },
      ],
    });
  });

  it('is never under the floor of its category', () => {
    const { severity } = judge('随便说说', { category: 'leak' });
    expect(severity.value).toBe('high');
    expect(severity.why.at(-1)).toEqual({
      name: { en: 'always at least this severe', zh: '此类别不低于该级别' },
      met: 'leak',
    });
  });

  it('is raised by the reporter and never lowered', () => {
    expect(values('', { severity: 'critical' }).severity).toBe('critical');
    expect(values('充电宝爆炸，孩子受伤', { severity: 'low' }).severity).toBe('high');
  });

  it('grows with the mentions', () => {
    expect(judge('太差', { mentions: 10 }).severity).toMatchObject({
      value: 'high',
      why: [{}, { met: '10' }, { met: '10' }],
    });
  });

  it('reaches a threshold with fractions of weights', () => {
    const factors = [0.7, 0.1].map((weight) => ({ name: { en: 'a', zh: '一' }, weight, when: {} }));
    const fractions = { ...rules.triage, factors, thresholds: { medium: 0.8, high: 2, critical: 3 } };
    expect(triage({ text: '', mentions: 1 }, fractions).severity.value).toBe('medium');
  });
});

it('any report gets one of the values there are, and never throws', () => {
  const input = fc.record(
    {
      text: fc.string({ unit: 'binary' }),
      link: fc.string(),
      audience: fc.double(),
      mentions: fc.nat(),
      severity: fc.constantFrom(...SEVERITIES),
    },
    { requiredKeys: ['text', 'mentions'] },
  );
  fc.assert(
    fc.property(input, (report) => {
      const { category, severity } = triage(report, rules.triage);
      expect(CATEGORIES).toContain(category.value);
      if (report.severity)
        expect(SEVERITIES.indexOf(severity.value)).toBeGreaterThanOrEqual(SEVERITIES.indexOf(report.severity));
    }),
  );
});

it('100,000 characters are read in time', () => {
  for (const piece of ['推荐', 'refund ', '不推荐', 'a', '我']) {
    expect(effort(() => judge(piece.repeat(100_000 / piece.length)))).toBeLessThan(2_000);
  }
});
