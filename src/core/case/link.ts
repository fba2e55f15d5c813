/** Links as people type them, and the key by which one post is recognised however its address is written. No call is made. */
import { sha256 } from '../chain.ts';
import { fold } from '../fold.ts';
import { type Address, addressOf, isWebLink, parseWeb, written } from './address.ts';
import { mediumAt } from './media.ts';
import { pageOf } from './site.ts';
import { sitesWorld } from './sites-world.ts';
import { sitesZh } from './sites-zh.ts';
import type { Media } from './vocabulary.ts';

export { isWebLink } from './address.ts';
export { mediaOf } from './media.ts';

export type Link = {
  /** As typed, without a user name and password before the host. */
  readonly url: string;
  /** `normalLink(url)`. */
  readonly key: string;
  readonly media: Media;
  /** What the person typed beside the link. */
  readonly rest: string;
};

const SITES = [...sitesZh, ...sitesWorld];

/** A link ends at white space, at signs no address holds, and at Chinese punctuation. */
const CANDIDATE =
  /(?<![a-z0-9])https?:\/\/[^\s<>"`|\\^{}\p{Cc}\p{Default_Ignorable_Code_Point}\u3000-\u303F\uFF00-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65‘’“”…—·\p{So}\p{Cs}]+/giu;

const CHINESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The first link in a text, or undefined. */
export function readLink(text: string): Link | undefined {
  for (const { 0: found, index } of text.matchAll(CANDIDATE)) {
    const typed = trimmed(found);
    const parsed = parseWeb(typed);
    if (parsed === undefined) continue;
    const url =
      parsed.username === '' && parsed.password === '' ? typed : typed.replace(/^(https?:\/\/)[^/?#]*@/i, '$1');
    const address = addressOf(url);
    if (address === undefined) continue;
    const rest = `${text.slice(0, index).trimEnd()} ${text.slice(index + typed.length).trimStart()}`.trim();
    return { url, key: keyOf(address), media: mediumAt(address), rest };
  }
  return undefined;
}

/** The key of an address. What is not a web link is its own key, folded. */
export function normalLink(url: string): string {
  const text = url.trim();
  const bare = /^[^\s/?#:@]+\.[^\s/?#:@]+(?::\d+)?(?:[/?#]|$)/.test(text);
  const address = addressOf(bare ? `https://${text}` : text);
  return address === undefined ? normalText(url) : keyOf(address);
}

function keyOf(address: Address): string {
  const site = SITES.find(({ at }) => at.test(address.host));
  if (site === undefined) return written(address);
  const post = site.post(pageOf(address));
  if (post !== undefined) return site.home + post;
  // A short address that only its own site can resolve keeps its own host.
  const host = /^(?:b23\.tv|youtu\.be|redd\.it)$/.test(address.host) ? address.host : site.home;
  return written({ ...address, host, query: address.query.filter(([name]) => !site.drop?.includes(name)) });
}

/** Where a typed link really ends: full stops and closing brackets after it belong to the sentence. */
function trimmed(found: string): string {
  let end = sentenceEnd(found);
  const open = { ')': 0, ']': 0 };
  for (const sign of found.slice(0, end)) {
    if (sign === '(' || sign === ')') open[')'] += sign === '(' ? 1 : -1;
    if (sign === '[' || sign === ']') open[']'] += sign === '[' ? 1 : -1;
  }
  for (; end > 0; end--) {
    const last = found[end - 1] ?? '';
    if ((last === ')' || last === ']') && open[last] < 0) open[last] += 1;
    else if (!/[.,;:!?'*~]/.test(last)) break;
  }
  return found.slice(0, end);
}

/**
 * Chinese needs no space before the sentence goes on. In a path it is part of the address only at the beginning of a
 * part (`/wiki/口碑`), and never on the known media, whose posts have ASCII addresses; after `=` it is a value.
 */
function sentenceEnd(found: string): number {
  const path = found.indexOf('/', 'https://'.length);
  if (path < 0) return found.length;
  const begins = mediumAt(addressOf(found) ?? NOWHERE) === 'other' ? /[=/_(-]/ : /[=]/;
  let inChinese = false;
  for (let at = path; at < found.length; at++) {
    const chinese = CHINESE.test(found[at] ?? '');
    if (chinese && !inChinese && !begins.test(found[at - 1] ?? '')) return at;
    inChinese = chinese;
  }
  return found.length;
}
const NOWHERE: Address = { host: '', path: [], query: [] };

/** A text as it is compared: width, case, white space and repeated punctuation do not make it another text. */
export function normalText(text: string): string {
  return fold(text)
    .text.replace(/(?<=\p{Script=Han}|[\u3000-\u303F]) | (?=\p{Script=Han}|[\u3000-\u303F])/gu, '')
    .replace(/(\p{P})\1+/gu, '$1')
    .trim();
}

const LONG = 200;

/** The key of a post. A text is always hashed: a key outlives the record, and what people wrote must be erasable (K29). */
export function postKey({ link, text }: { readonly link?: string; readonly text: string }): string {
  if (link === undefined || !isWebLink(link)) return `text:${sha256(normalText(text))}`;
  const key = normalLink(link);
  return `link:${key.length > LONG ? sha256(key) : key}`;
}
