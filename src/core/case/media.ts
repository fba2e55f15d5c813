/** Which medium an address belongs to, and which medium a text names. */
import { type Address, addressOf } from './address.ts';
import type { Media } from './vocabulary.ts';

/** Registered domains, without the language and device hosts in front of them. */
const HOSTS: Readonly<Partial<Record<Media, readonly string[]>>> = {
  weibo: ['weibo.com', 'weibo.cn', 't.cn'],
  wechat: ['weixin.qq.com', 'weixin.com', 'wechat.com', 'channels.weixin.qq.com'],
  zhihu: ['zhihu.com'],
  douyin: ['douyin.com', 'iesdouyin.com'],
  xiaohongshu: ['xiaohongshu.com', 'xhslink.com', 'rednote.com'],
  bilibili: ['bilibili.com', 'b23.tv', 'bili2233.cn'],
  tieba: ['tieba.baidu.com', 'tieba.com'],
  dianping: ['dianping.com', 'dpurl.cn'],
  x: ['x.com', 'twitter.com', 't.co', 'vxtwitter.com', 'fxtwitter.com', 'fixupx.com'],
  facebook: ['facebook.com', 'fb.com', 'fb.watch', 'fb.me'],
  instagram: ['instagram.com', 'instagr.am'],
  linkedin: ['linkedin.com', 'lnkd.in'],
  youtube: ['youtube.com', 'youtu.be', 'youtube-nocookie.com'],
  reddit: ['reddit.com', 'redd.it'],
  google: ['maps.app.goo.gl', 'g.page', 'maps.google.com'],
  news: [
    ...[
      'toutiao.com',
      'sohu.com',
      '163.com',
      'sina.com.cn',
      'sina.cn',
      'ifeng.com',
      'thepaper.cn',
      'people.com.cn',
      'people.cn',
    ],
    ...[
      'xinhuanet.com',
      'news.cn',
      'cctv.com',
      'chinanews.com.cn',
      'chinadaily.com.cn',
      'caixin.com',
      'yicai.com',
      'jiemian.com',
    ],
    ...[
      '36kr.com',
      'huxiu.com',
      'guancha.cn',
      'bjnews.com.cn',
      'nbd.com.cn',
      'stcn.com',
      'cls.cn',
      'new.qq.com',
      'view.inews.qq.com',
    ],
    ...[
      'reuters.com',
      'apnews.com',
      'bloomberg.com',
      'bbc.com',
      'bbc.co.uk',
      'cnn.com',
      'nytimes.com',
      'wsj.com',
      'ft.com',
    ],
    ...[
      'theguardian.com',
      'washingtonpost.com',
      'economist.com',
      'cnbc.com',
      'forbes.com',
      'scmp.com',
      'techcrunch.com',
    ],
    ...[
      'theverge.com',
      'wired.com',
      'usatoday.com',
      'latimes.com',
      'aljazeera.com',
      'nikkei.com',
      'businessinsider.com',
    ],
  ],
};

const MEDIUM = new Map(Object.entries(HOSTS).flatMap(([media, hosts]) => hosts.map((host) => [host, media as Media])));

/** How people name a medium when they give no link. */
const NAMES: Readonly<Partial<Record<Media, readonly string[]>>> = {
  weibo: ['微博', 'weibo'],
  wechat: ['微信', '公众号', '视频号', '朋友圈', 'wechat', 'weixin'],
  zhihu: ['知乎', 'zhihu'],
  douyin: ['抖音', 'douyin'],
  xiaohongshu: ['小红书', 'xiaohongshu', 'rednote'],
  bilibili: ['哔哩哔哩', 'b站', 'bilibili'],
  tieba: ['贴吧', 'tieba'],
  dianping: ['大众点评', 'dianping'],
  x: ['推特', 'twitter', 'tweet'],
  facebook: ['脸书', 'facebook'],
  instagram: ['instagram'],
  linkedin: ['领英', 'linkedin'],
  youtube: ['油管', 'youtube'],
  reddit: ['reddit', 'subreddit'],
  google: ['谷歌评论', '谷歌地图', 'google review', 'google reviews', 'google maps'],
};
export const MEDIA_NAMES = Object.entries(NAMES) as [Media, readonly string[]][];

const GOOGLE = /^(?:[a-z-]+\.)?google\.[a-z.]{2,6}$/;

/** The medium of an address. Anything unknown is `other`; a host that begins with `news.` calls itself news. */
export function mediumAt({ host, path, query }: Address): Media {
  const labels = host.split('.');
  for (let skip = Math.max(0, labels.length - 4); skip < labels.length - 1; skip++) {
    const medium = MEDIUM.get(labels.slice(skip).join('.'));
    if (medium !== undefined) return medium;
  }
  if (GOOGLE.test(host) && (path[0] === 'maps' || host.startsWith('maps.') || path[1] === 'reviews')) return 'google';
  if (host === 'goo.gl' && path[0] === 'maps') return 'google';
  if (GOOGLE.test(host) && query.some(([name]) => name === 'ludocid')) return 'google';
  return labels[0] === 'news' && host !== 'news.ycombinator.com' ? 'news' : 'other';
}

export function mediaOf(url: string): Media {
  const address = addressOf(url);
  return address === undefined ? 'other' : mediumAt(address);
}
