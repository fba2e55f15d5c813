/** How Chinese sites write the address of a post. */
import { after, type Page, type Site, shaped } from './site.ts';
import { bilibiliNumber, weiboNumber } from './twin-ids.ts';

const NUMBER = /^\d{1,20}$/;
const WORD = /^[A-Za-z0-9]{6,40}$/;
const HEX = /^[0-9a-f]{24}$/;

/** `detail/<number>`, from the number or from the nine signs that stand for it. */
function weiboPost({ path, get }: Page): string | undefined {
  const [first = '', second = ''] = path;
  const named = after(path, ['status', 'statuses', 'detail'], /^[A-Za-z0-9]{9,20}$/) ?? shaped(get('weibo_id'), NUMBER);
  const id = named ?? (NUMBER.test(first) ? shaped(second, /^(?:\d{15,17}|(?=.*[A-Z0-9])[A-Za-z0-9]{9})$/) : undefined);
  if (id === undefined) return undefined;
  const number = NUMBER.test(id) && id.length > 9 ? id : id.length === 9 ? weiboNumber(id) : undefined;
  return `/detail/${number ?? id}`;
}

function bilibiliPost({ path, get }: Page): string | undefined {
  const [id = ''] = [path[0] === 'video' ? path[1] : undefined, path[0], get('bvid')].filter((part) =>
    /^(?:av\d{1,16}|bv[0-9a-z]{10})$/i.test(part ?? ''),
  );
  if (/^av/i.test(id)) return `/video/av${id.slice(2)}`;
  if (id !== '') {
    const number = bilibiliNumber(id);
    return number === undefined ? `/video/BV${id.slice(2)}` : `/video/av${number}`;
  }
  const opus = after(path, ['opus', 'dynamic'], NUMBER);
  if (opus !== undefined) return `/opus/${opus}`;
  const article =
    after(path, ['read', 'mobile'], /^(?:cv)?\d{1,16}$/) ??
    (path[0] === 'read' ? shaped(get('id'), NUMBER) : undefined);
  return article && `/read/cv${article.replace(/^cv/, '')}`;
}

function wechatPost({ path, get }: Page): string | undefined {
  if (path[0] !== 's') return undefined;
  if (path[1] !== undefined) return `/s/${path[1]}`;
  const [biz, mid, idx, sn] = [get('__biz'), get('mid') ?? get('appmsgid'), get('idx') ?? get('itemidx'), get('sn')];
  if (biz === undefined || mid === undefined) return undefined;
  const parts = [['__biz', biz], ['idx', idx ?? '1'], ['mid', mid], ...(sn === undefined ? [] : [['sn', sn]])];
  return `/s?${parts.map(([name, value = '']) => `${name}=${encodeURIComponent(value).replaceAll('%3D', '=')}`).join('&')}`;
}

const idOf = (prefix: string, id: string | undefined): string | undefined =>
  id === undefined ? undefined : prefix + id;

export const sitesZh: readonly Site[] = [
  {
    at: /^(?:share\.api\.)?weibo\.(?:com|cn)$/,
    home: 'weibo.com',
    post: weiboPost,
    drop: [
      'from',
      'wm',
      'jumpfrom',
      'sourceType',
      'lfid',
      'luicode',
      'featurecode',
      'wvr',
      'refer_flag',
      'Refer',
      'sudaref',
      'is_all',
    ],
  },
  {
    at: /^mp\.weixin\.qq\.com$/,
    home: 'mp.weixin.qq.com',
    post: wechatPost,
    drop: ['chksm', 'scene', 'srcid', 'from', 'pass_ticket'],
  },
  {
    at: /^(?:zhihu\.com|oia\.zhihu\.com)$/,
    home: 'zhihu.com',
    post: ({ path }) =>
      idOf('/answer/', after(path, ['answer', 'answers', 'ans'], NUMBER)) ??
      idOf('/p/', after(path, ['p', 'article', 'articles', 'art'], NUMBER)) ??
      idOf('/pin/', after(path, ['pin', 'pins'], NUMBER)) ??
      idOf('/question/', after(path, ['question', 'questions'], NUMBER)),
    drop: ['source', 'from'],
  },
  { at: /^zhuanlan\.zhihu\.com$/, home: 'zhihu.com', post: ({ path }) => idOf('/p/', after(path, ['p'], NUMBER)) },
  {
    at: /^(?:ies)?douyin\.com$/,
    home: 'douyin.com',
    post: ({ path, get }) =>
      idOf('/video/', after(path, ['video', 'note', 'slides'], NUMBER) ?? shaped(get('modal_id'), NUMBER)),
  },
  {
    at: /^(?:xiaohongshu|rednote)\.com$/,
    home: 'xiaohongshu.com',
    post: ({ path }) =>
      idOf(
        '/explore/',
        after(path, ['explore', 'item', 'search_result'], HEX) ??
          (path[0] === 'user' ? shaped(path[3], HEX) : undefined),
      ),
    drop: ['source', 'xhsshare', 'appuid', 'apptime', 'app_platform', 'app_version', 'type', 'author_share'],
  },
  {
    at: /^(?:bilibili\.com|b23\.tv)$/,
    home: 'bilibili.com',
    post: bilibiliPost,
  },
  { at: /^t\.bilibili\.com$/, home: 'bilibili.com', post: ({ path }) => idOf('/opus/', shaped(path.at(-1), NUMBER)) },
  {
    at: /^(?:(?:c\.|wapp\.)?tieba\.baidu\.com|tieba\.com|jump2\.bdimg\.com)$/,
    home: 'tieba.baidu.com',
    post: ({ path, get }) => {
      const id = after(path, ['p'], NUMBER) ?? shaped(get('kz'), NUMBER);
      const reply = shaped(get('pid'), NUMBER);
      return id && `/p/${id}${reply ? `?pid=${reply}` : ''}`;
    },
    drop: ['fr', 'ie', 'pn', 'share', 'see_lz'],
  },
  {
    at: /^dianping\.com$/,
    home: 'dianping.com',
    post: ({ path }) =>
      idOf('/review/', after(path, ['review'], NUMBER)) ??
      idOf('/feeddetail/', after(path, ['feeddetail', 'ugcdetail'], NUMBER)) ??
      idOf('/shop/', after(path, ['shop', 'shopshare'], WORD)),
  },
  {
    at: /^toutiao\.com$/,
    home: 'toutiao.com',
    post: ({ path }) =>
      idOf(
        '/article/',
        after(path, ['article', 'group', 'item'], NUMBER) ?? shaped(path[0], /^[ai]\d{10,20}$/)?.slice(1),
      ),
  },
];
