/** How sites outside China write the address of a post. */
import { after, type Page, type Site, shaped } from './site.ts';

const NUMBER = /^\d{1,20}$/;
const VIDEO = /^[A-Za-z0-9_-]{11}$/;
const CODE = /^[A-Za-z0-9_-]{5,40}$/;
const BASE36 = /^[a-z0-9]{4,10}$/i;
const FACEBOOK = /^(?:\d{5,20}|pfbid\w{10,100})$/;

const xPost = ({ path }: Page): string | undefined => {
  const id = after(path, ['status', 'statuses'], NUMBER);
  return id && `/i/status/${id}`;
};

/** A comment has an address of its own: it is a post of its own. */
function youtubePost({ path, get }: Page, short: boolean): string | undefined {
  const id = shaped(short ? path[0] : get('v'), VIDEO) ?? after(path, ['shorts', 'live', 'embed', 'v', 'e'], VIDEO);
  const comment = shaped(get('lc'), /^[\w.-]{10,80}$/);
  return id && `/watch?${comment ? `lc=${comment}&` : ''}v=${id}`;
}

function facebookPost({ path, get }: Page): string | undefined {
  const last = shaped(path.at(-1), FACEBOOK);
  const param = (name: string) => shaped(get(name), FACEBOOK);
  const under = (...names: readonly string[]) => (path.some((part) => names.includes(part)) ? last : undefined);
  const comment = shaped(get('comment_id'), /^\w{5,40}$/);
  const withComment = (page: string, id?: string) =>
    page +
    [...(comment ? [`comment_id=${comment}`] : []), ...(id ? [id] : [])]
      .map((part, at) => (at ? '&' : '?') + part)
      .join('');

  const video = under('videos', 'reel') ?? (/^(?:watch|video\.php)$/.test(path[0] ?? '') ? param('v') : undefined);
  if (video) return withComment('/watch', `v=${video}`);
  const photo = under('photos') ?? (/^photo(?:\.php)?$/.test(path[0] ?? '') ? param('fbid') : undefined);
  if (photo) return withComment('/photo', `fbid=${photo}`);
  const post =
    under('posts', 'permalink') ??
    param('story_fbid') ??
    (path[0] === 'groups' ? param('multi_permalinks') : undefined);
  return post && withComment(`/posts/${post}`);
}

function linkedinPost({ path }: Page): string | undefined {
  const urn = path
    .map((part) => /^urn:li:(activity|share|ugcPost):(\d{10,20})$/.exec(part))
    .find((match) => match !== null);
  const slug = path[0] === 'posts' ? /-(activity|share|ugcPost)-(\d{10,20})(?:-|$)/.exec(path[1] ?? '') : null;
  const [, kind, id] = urn ?? slug ?? [];
  return id && `/feed/update/urn:li:${kind}:${id}`;
}

function redditPost({ path }: Page, short: boolean): string | undefined {
  const id = shaped(short ? path[0] : undefined, BASE36) ?? after(path, ['comments', 'gallery'], BASE36);
  if (id === undefined) return undefined;
  const at = path.indexOf('comments');
  const comment = at < 0 ? undefined : shaped(path[at + 3], BASE36);
  return `/comments/${id.toLowerCase()}${comment ? `/_/${comment.toLowerCase()}` : ''}`;
}

/** A place on Google Maps by its feature id; the view (`@31.2,121.4,17z`) is the reader's, not the page's. */
function googlePlace({ path }: Page): string | undefined {
  if (path[0] !== 'maps') return undefined;
  const feature = path[1] === 'place' ? /!1s(0x[0-9a-f]{1,16}:0x[0-9a-f]{1,16})/i.exec(path.join('/'))?.[1] : undefined;
  if (feature !== undefined) return `/maps/place/data=!1s${feature.toLowerCase()}`;
  const view = path.some((part) => /^@-?\d/.test(part));
  return view ? `/${path.filter((part) => !/^@-?\d/.test(part)).join('/')}` : undefined;
}

export const sitesWorld: readonly Site[] = [
  {
    at: /^(?:x|twitter|vxtwitter|fxtwitter|fixupx)\.com$/,
    home: 'x.com',
    post: xPost,
    drop: ['s', 't', 'lang', 'cxt', 'ref'],
  },
  {
    at: /^(?:(?:music|gaming)\.)?youtube(?:-nocookie)?\.com$/,
    home: 'youtube.com',
    post: (page) => youtubePost(page, false),
    drop: ['si', 'feature', 'pp', 'ab_channel', 't', 'app', 'persist_app'],
  },
  { at: /^youtu\.be$/, home: 'youtube.com', post: (page) => youtubePost(page, true), drop: ['si', 't', 'feature'] },
  {
    at: /^(?:[a-z]{2}-[a-z]{2}\.|mbasic\.|web\.)?facebook\.com$|^fb\.com$/,
    home: 'facebook.com',
    post: facebookPost,
    drop: ['locale', 'ref', 'hc_ref', 'fref', 'refsrc', '_ft_', 'notif_t', 'notif_id', 'acontext'],
  },
  {
    at: /^(?:instagram\.com|instagr\.am)$/,
    home: 'instagram.com',
    post: ({ path }) => {
      const id = path[0] === 'share' ? undefined : after(path.slice(0, 3), ['p', 'reel', 'reels', 'tv'], CODE);
      return id && `/p/${id}`;
    },
    drop: ['hl', 'img_index'],
  },
  {
    at: /^(?:[a-z]{2}\.)?linkedin\.com$/,
    home: 'linkedin.com',
    post: linkedinPost,
    drop: ['originalSubdomain', 'rcm', 'midToken', 'midSig'],
  },
  {
    at: /^(?:(?:old|new|np|i|sh|[a-z]{2})\.)?reddit\.com$/,
    home: 'reddit.com',
    post: (page) => redditPost(page, false),
    drop: ['context', 'sort', 'rdt', 'ref', 'st', 'sh'],
  },
  {
    at: /^(?:maps\.)?google\.[a-z.]{2,6}$/,
    home: 'google.com',
    post: googlePlace,
    drop: ['entry', 'g_ep', 'g_st', 'hl', 'gl', 'authuser'],
  },
  { at: /^redd\.it$/, home: 'reddit.com', post: (page) => redditPost(page, true) },
];
