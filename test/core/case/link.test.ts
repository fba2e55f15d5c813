import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWebLink, mediaOf, normalLink, normalText, postKey, readLink } from '#src/core/case/link.ts';
import { effort } from '#test/effort.ts';
import { aliases, different } from './link.fixture.ts';

describe('the same post', () => {
  for (const [key, ...addresses] of aliases) {
    it.each(addresses)(`${key} is known again as %s`, (address) => expect(normalLink(address)).toBe(key));
    it(`${key} is its own key, with a scheme and without`, () => {
      expect(normalLink(`https://${key}`)).toBe(key);
      expect(normalLink(key)).toBe(key);
    });
  }

  it.each(different)('%s and %s stay two posts', (one, other) => expect(normalLink(one)).not.toBe(normalLink(other)));

  it('gives any address a key that keeps', () => {
    const parameter = fc.tuple(fc.constantFrom('a', 'from', 'utm_source', 'v', 's', 'id', '口'), fc.string());
    const address = fc
      .record({
        host: fc.constantFrom('a.com', 'm.weibo.cn', 'x.com', 'WWW.M.b.co:443', '例子.测试', 'mp.weixin.qq.com'),
        path: fc.array(fc.string()),
        query: fc.array(parameter),
        hash: fc.string(),
      })
      .map(
        ({ host, path, query, hash }) =>
          `http://${host}/${path.join('/')}?${query.map((part) => part.join('=')).join('&')}#${hash}`,
      );
    fc.assert(
      fc.property(fc.oneof(address, fc.webUrl({ withFragments: true, withQueryParameters: true })), (url) => {
        const key = normalLink(url);
        expect(normalLink(`https://${key}`)).toBe(key);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const typed of [text, `https://${text}`, `https://weibo.com/${text}`]) {
          readLink(typed);
          mediaOf(typed);
          postKey({ link: typed, text });
        }
      }),
    );
  });
});

describe('a link in what a person typed', () => {
  it.each([
    [
      '看这个https://weibo.com/2803301701/z0JH2lOMb太过分了！',
      'https://weibo.com/2803301701/z0JH2lOMb',
      '看这个 太过分了！',
    ],
    ['https://v.douyin.com/iRNBho5/ 复制此链接，打开抖音', 'https://v.douyin.com/iRNBho5/', '复制此链接，打开抖音'],
    ['https://v.douyin.com/iRNBho5/这个视频骂我们', 'https://v.douyin.com/iRNBho5/', '这个视频骂我们'],
    ['（见https://zh.wikipedia.org/wiki/口碑_(词)）。', 'https://zh.wikipedia.org/wiki/口碑_(词)', '（见 ）。'],
    ['They lie (see https://example.com/a_(b)). Really.', 'https://example.com/a_(b)', 'They lie (see ). Really.'],
    ['<https://example.com/a|label> says so', 'https://example.com/a', '< |label> says so'],
    ['Is it HTTPS://Example.com/A?', 'HTTPS://Example.com/A', 'Is it ?'],
    ['first https://a.com/1, then https://b.com/2', 'https://a.com/1', 'first , then https://b.com/2'],
    ['https:// https://a.com', 'https://a.com', 'https://'],
    ['https://user:secret@a.com/x', 'https://a.com/x', ''],
  ])('in “%s” is %s', (text, url, rest) => expect(readLink(text)).toMatchObject({ url, rest }));

  it('is read with its key and its medium', () =>
    expect(readLink('骂我们了 https://m.weibo.cn/status/z0JH2lOMb?from=timeline')).toEqual({
      url: 'https://m.weibo.cn/status/z0JH2lOMb?from=timeline',
      key: 'weibo.com/detail/3501756485200075',
      media: 'weibo',
      rest: '骂我们了',
    }));

  it.each([
    '',
    '没有链接',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'ftp://a.com',
    'https://',
    'http://localhost/x',
    'xhttps://a.com',
  ])('is not in “%s”', (text) => expect(readLink(text)).toBeUndefined());

  it.each([
    ['https://a.com', true],
    [' https://weibo.com/1/z0JH2lOMb ', true],
    ['see https://a.com', false],
    ['a.com', false],
    ['javascript:https://a.com', false],
    ['https://a.com/<script>', false],
  ])('fills a form: “%s” → %s', (text, is) => expect(isWebLink(text)).toBe(is));
});

describe('the medium', () => {
  it.each([
    ['https://m.weibo.cn/detail/1', 'weibo'],
    ['https://mp.weixin.qq.com/s/abc', 'wechat'],
    ['https://zhuanlan.zhihu.com/p/1', 'zhihu'],
    ['https://v.douyin.com/abc/', 'douyin'],
    ['http://xhslink.com/a/abc', 'xiaohongshu'],
    ['https://b23.tv/abc', 'bilibili'],
    ['https://tieba.baidu.com/p/1', 'tieba'],
    ['https://m.dianping.com/shop/abcdef', 'dianping'],
    ['https://twitter.com/a/status/1', 'x'],
    ['https://zh-cn.facebook.com/a', 'facebook'],
    ['https://www.instagram.com/p/abcde', 'instagram'],
    ['https://cn.linkedin.com/in/a', 'linkedin'],
    ['https://youtu.be/dQw4w9WgXcQ', 'youtube'],
    ['https://old.reddit.com/r/a', 'reddit'],
    ['https://www.google.com.hk/maps/place/a', 'google'],
    ['https://maps.app.goo.gl/abc', 'google'],
    ['https://www.google.com/search?q=a', 'other'],
    ['https://m.thepaper.cn/newsDetail_forward_1', 'news'],
    ['https://news.example.com/1', 'news'],
    ['https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fx.com%2Fa%2Fstatus%2F1&data=z', 'x'],
    ['https://weibo.com@evil.example/1', 'other'],
    ['https://notweibo.com/1', 'other'],
    ['', 'other'],
  ])('of %s is %s', (url, media) => expect(mediaOf(url)).toBe(media));
});

describe('the same text', () => {
  it.each([
    ['Terrible   SERVICE!!!', 'terrible service!'],
    ['服务太差 ，\n再也不来！！', '服务太差,再也不来!'],
    ['Ｔｅｓｔ\u200b１２３', 'test123'],
    ['It’s “bad”', "it's “bad”"],
  ])('“%s” reads “%s”', (text, normal) => expect(normalText(text)).toBe(normal));

  it('is not a merely similar one', () => {
    expect(postKey({ text: '服务太差' })).not.toBe(postKey({ text: '服务太差了' }));
    expect(postKey({ text: 'not bad' })).not.toBe(postKey({ text: 'bad' }));
    expect(postKey({ text: '3 star' })).not.toBe(postKey({ text: '4 star' }));
  });

  it('normalised twice is as normalised once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(normalText(normalText(text))).toBe(normalText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the key of a post', () => {
  it('is its link’s where it has one, else a digest of its text', () => {
    expect(postKey({ link: 'http://youtu.be/dQw4w9WgXcQ', text: 'a' })).toBe('link:youtube.com/watch?v=dQw4w9WgXcQ');
    expect(postKey({ link: '', text: 'A  b' })).toBe(postKey({ text: 'a b' }));
    expect(postKey({ text: 'call 13800138000' })).toMatch(/^text:[0-9a-f]{64}$/);
  });

  it('stays short, however long the link', () => {
    const long = `https://a.com/${'x'.repeat(50_000)}`;
    expect(postKey({ link: long, text: '' })).toMatch(/^link:[0-9a-f]{64}$/);
  });

  it('is found in time on 100,000 characters of anything', () => {
    for (const piece of [
      'https://',
      'https://a.b/(',
      'https://a.b/?a=1&',
      '口',
      '%',
      'e\u0301\u0323',
      ' ',
      '!',
      'm.',
    ]) {
      const text = `https://a.b/${piece.repeat(100_000 / piece.length)}`;
      const spent = effort(() => {
        readLink(text);
        postKey({ link: text, text });
      });
      expect(spent).toBeLessThan(2_000);
    }
  });
});
