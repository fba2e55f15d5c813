/** An address taken apart and put together again so that two spellings of one address are one. */
import { isTracking } from './tracking.ts';

/** Every part in its one percent-encoding; `www.` and device hosts are gone. */
export type Address = {
  readonly host: string;
  readonly path: readonly string[];
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Only a fragment that is itself an address: `!/…` or `/…`. */
  readonly hash?: string;
};

/** Hosts that show the same pages to another device. */
const DEVICE = /^(?:www|m|mobile|wap|3g|touch|amp)\.(?=[^.]+\.)/;

/** Sites that lead on to an address they carry; known, so no call is needed to see where. */
const CARRIERS: readonly (readonly [host: RegExp, path: string, name: string])[] = [
  [/^link\.zhihu\.com$/, '', 'target'],
  [/^weibo\.cn$/, 'sinaurl', 'u'],
  [/^weibo\.cn$/, 'sinaurl', 'toasturl'],
  [/^(?:l|lm)\.(?:facebook|instagram)\.com$/, '', 'u'],
  [/^(?:[a-z]+\.)?google\.[a-z.]{2,6}$/, 'url', 'q'],
  [/^(?:[a-z]+\.)?google\.[a-z.]{2,6}$/, 'url', 'url'],
  [/^youtube\.com$/, 'redirect', 'q'],
  [/^linkedin\.com$/, 'safety', 'url'],
  [/(?:^|\.)safelinks\.protection\.outlook\.com$/, '', 'url'],
];

/** Parses a web address, following carriers. Undefined for whatever is not one; never throws. */
export function addressOf(url: string, depth = 0): Address | undefined {
  const parsed = parseWeb(url);
  if (parsed === undefined) return undefined;
  const address = takeApart(parsed);
  const carried = depth < 3 ? carriedBy(address) : undefined;
  return (carried === undefined ? undefined : addressOf(carried, depth + 1)) ?? address;
}

/** An http or https URL whose host could be on the open web. */
export function parseWeb(url: string): URL | undefined {
  const text = url.trim();
  if (!/^https?:\/\/[^/?#\\]/i.test(text)) return undefined;
  const parsed = URL.parse(text);
  return parsed !== null && /[.:]/.test(parsed.hostname.replace(/\.$/, '')) ? parsed : undefined;
}

/** Whether the whole of `text` is one web link. */
export function isWebLink(text: string): boolean {
  const whole = text.trim();
  return whole !== '' && !/[\s<>"`|\\^{}]/.test(whole) && addressOf(whole) !== undefined;
}

function carriedBy({ host, path, query }: Address): string | undefined {
  const carrier = CARRIERS.find(
    ([at, first, name]) =>
      at.test(host) && (first === '' || path[0] === first) && query.some((part) => part[0] === name),
  );
  const value = query.find(([name]) => name === carrier?.[2])?.[1];
  return value === undefined ? undefined : decoded(value);
}

function takeApart(url: URL): Address {
  const hash = /^#!?\/./.test(url.hash) ? inner(url.hash.slice(1)) : '';
  // A default port means nothing once http and https are one.
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`;
  return {
    host: plainHost(url.hostname) + port,
    path: segments(url.pathname),
    query: parameters(url.search.slice(1)),
    ...(hash && { hash }),
  };
}

function plainHost(hostname: string): string {
  let host = hostname.toLowerCase().replace(/\.$/, '');
  while (DEVICE.test(host)) host = host.slice(host.indexOf('.') + 1);
  return host;
}

const segments = (path: string): string[] =>
  path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => spelled(part, /%(?:21|24|26|2B|2C|3A|3B|3D|40)/g));

const parameters = (search: string): [string, string][] =>
  search
    .split('&')
    .filter((part) => part !== '' && part !== '=')
    .map((part): [string, string] => {
      const at = part.indexOf('=');
      const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      return [spelled(name.replaceAll('+', '%20'), PLAIN_NAME), spelled(value.replaceAll('+', '%20'), PLAIN_VALUE)];
    });

const PLAIN_NAME = /%(?:24|2C|2F|3A|3B|40)/g;
const PLAIN_VALUE = /%(?:24|2C|2F|3A|3B|3D|40)/g;

/** One percent-encoding. What is not UTF-8 (old sites in GBK) keeps its bytes: decoded, different posts would be one. */
function spelled(part: string, plain: RegExp): string {
  try {
    return encodeURIComponent(decodeURIComponent(part)).replace(plain, (code) => decodeURIComponent(code));
  } catch {
    return part.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  }
}

/** A parameter's value as plain text. */
export function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** The address inside a fragment, spelled the same way; '' when it says nothing. */
function inner(fragment: string): string {
  const mark = fragment.startsWith('!') ? '!' : '';
  const at = fragment.indexOf('?');
  const path = segments((at < 0 ? fragment : fragment.slice(0, at)).slice(mark.length));
  const rest = joined({ path, query: at < 0 ? [] : parameters(fragment.slice(at + 1)) });
  return rest === '' ? '' : mark + (rest.startsWith('?') ? '/' : '') + rest;
}

function joined({ path, query }: Pick<Address, 'path' | 'query'>): string {
  const kept = query
    .filter(([name, value]) => !isTracking(name, value))
    .map(([name, value]) => (value === '' ? name : `${name}=${value}`))
    .sort();
  return path.map((part) => `/${part}`).join('') + (kept.length > 0 ? `?${kept.join('&')}` : '');
}

/** The one spelling of an address: no scheme, no tracking, parameters in order. */
export const written = (address: Address): string =>
  address.host + joined(address) + (address.hash === undefined ? '' : `#${address.hash}`);
