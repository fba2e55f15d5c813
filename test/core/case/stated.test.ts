/** What a post says of its own reach is read, and nothing else is taken for it. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { triage } from '#src/core/case/triage.ts';
import { statedReach } from '#src/core/case/triage-stated.ts';
import { fold } from '#src/core/fold.ts';
import { effort } from '#test/effort.ts';
import { rules } from '../rules.fixture.ts';

const stated = (text: string) => statedReach(fold(text).text);

describe('a number beside a word of reach', () => {
  test.each([
    ['已经三千多转发了', 3_000],
    ['微博上2.3万赞', 23_000],
    ['２．３万点赞', 23_000],
    ['转发三千多，评论五百', 3_000],
    ['阅读量已超过10万+', 100_000],
    ['点赞数：5,000', 5_000],
    ['播放10w，快处理', 100_000],
    ['一万多人点赞', 10_000],
    ['十几万次播放', 100_000],
    ['两万三千条评论', 23_000],
    ['一亿三千万次播放', 130_000_000],
    ['两万三千亿次播放', 2_300_000_000_000],
    ['一万亿浏览', 1_000_000_000_000],
    ['上千万浏览', 10_000_000],
    ['浏览破百万', 1_000_000],
    ['转发5万评论8000', 50_000],
    ['It has over 5,000 shares already', 5_000],
    ['10k likes and counting', 10_000],
    ['1.2M views', 1_200_000],
    ['2 million plays', 2_000_000],
    ['300 comments, 4000+ retweets', 4_000],
    ['Views: 12,345', 12_345],
  ])('%s', (text, number) => expect(stated(text)?.number).toBe(number));

  it('is told in the words of the post, the largest first', () => {
    expect(stated('有500评论，三千多转发')?.words).toBe('三千多转发');
    expect(stated('300 comments and 10K Likes')?.words).toBe('10k likes');
  });
});

test.each([
  '花了3000元，求转发',
  '转发 3000元优惠券',
  '转发抽奖3000份',
  '转发满3000减200',
  '评论 13812345678',
  '13812345678 评论',
  '400 820 8820 评论',
  '2026年11月22日评论',
  '2026-11-22 评论',
  '2026-11-22 comments',
  'In 2024 comments were closed',
  '第3000条评论',
  '给你们一万个赞',
  '收到三千赞助',
  '三千评论员',
  '点赞三千勇士',
  '转发给3000人',
  '转发50%',
  'bought 5,000 shares of Acme',
  'I sold 5,000 shares yesterday',
  '5,000 shares at $3',
  'cost me $5,000. Likes nobody',
  '1 in 5,000 likes it',
  'order 12-3456 comments',
  '10:30 views',
  'version 2.10.5000 views',
  'call 555 0199 2000 comments',
  'nothing here',
  '',
])('%j says nothing of reach', (text) => expect(stated(text)).toBeUndefined());

describe('triage', () => {
  const reach = (text: string, more: object = {}) => triage({ text, mentions: 1, ...more }, rules.triage).reach;

  it('takes it where the reporter gave no number, and says so', () => {
    const why = [{ name: { en: 'the post says', zh: '帖文提到' }, met: '2.3万赞' }];
    expect(reach('太差了，2.3万赞')).toEqual({ value: 'medium', why });
    expect(reach('太差了，三千多转发').value).toBe('small');
  });

  it('believes the reporter more', () => {
    expect(reach('2.3万赞', { audience: 12 }).value).toBe('small');
  });

  it('makes nothing small that is large by its medium', () => {
    const news = reach('300 comments', { link: 'https://www.reuters.com/a' });
    expect(news.value).toBe('large');
    expect(news.why.map(({ met }) => met)).toEqual(['news', '300 comments']);
  });
});

describe('whatever somebody writes', () => {
  const pieces = [
    '三千',
    '10',
    '1,000',
    '万',
    '多',
    '转发',
    '赞',
    ' ',
    'k',
    ' likes',
    'shares',
    ':',
    '给',
    '一',
    '.',
    'é',
  ];
  const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));

  it('the number is a whole one above nothing, and its words stand in the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const found = stated(text);
        if (!found) return;
        expect(Number.isSafeInteger(found.number) && found.number > 0).toBe(true);
        expect(fold(text).text).toContain(found.words);
      }),
    );
  });

  test.each([
    '三',
    '1',
    '1,',
    '转发',
    '赞1',
    '转发已超过',
    '12 ',
    '1k likes ',
    '几千万',
    '给',
    'views: 1',
    'views:1',
    '赞1万',
    '1.',
  ])('a text of nothing but %j takes no more than its share of time', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(effort(() => statedReach(text))).toBeLessThan(1_000);
  });
});
