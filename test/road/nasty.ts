/** What a hostile or broken client sends: strings, JSON of all shapes, and whole requests as they go over the wire. */
import type { Dice } from './dice.ts';

/** Names that every object of JavaScript has, and others that lead out of where they should stay. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];
const TEXTS = [
  ...['', ' ', '\u3000', '\u0000', '\ud800', '\udfff\ud800', '\u202e', '\ufeff', '\u200b', 'e\u0301'.repeat(50)],
  ...['👩‍👩‍👧‍👦', '﷽'.repeat(100), '<script>alert(1)</script>', '{{$root}}', '<!channel> <@U1>', '%00', '%2e%2e%2f'],
  ...[
    '../../../etc/passwd',
    '..\\..\\x',
    '\r\nx-injected: 1',
    '-1',
    '1e999',
    'NaN',
    'null',
    'undefined',
    'true',
    '999999999',
  ],
  ...[
    'https://weibo.com/1/x',
    'javascript:alert(1)',
    'http://[::1',
    'http://a@b:99999/',
    'RM-2026-0001',
    'C-000000',
    '1',
  ],
];
const LONG = [1_000, 10_001, 100_000, 300_000];

export const nasty = (luck: Dice): string =>
  luck.often(3) ? (luck.one(['x', '长', '[a', '((', 'https://a.b/']) ?? '').repeat(luck.one(LONG) ?? 1) : text(luck);

const text = (luck: Dice): string => luck.one(luck.often(30) ? NAMES : TEXTS) ?? '';

/** A record whose names are nasty, too; `known` are those that mean something. */
export function nastyRecord(luck: Dice, known: readonly string[], value: (name: string) => unknown): object {
  const names = Array.from({ length: luck.roll(5) }, () => (luck.often(70) ? luck.one(known) : nasty(luck)) ?? '');
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

/** JSON of any shape, mostly none that is asked for. */
export function anyJson(luck: Dice, depth = 0): unknown {
  const kind = luck.roll(depth > 3 ? 6 : 9);
  if (kind === 0) return null;
  if (kind === 1) return luck.often(50);
  if (kind === 2) return luck.one([0, -1, 1e308, 0.1, 2 ** 53]);
  if (kind < 6) return nasty(luck);
  if (kind === 6) return Array.from({ length: luck.roll(4) }, () => anyJson(luck, depth + 1));
  return nastyRecord(luck, ['as', 'does', 'cause', 'type', 'args'], () => anyJson(luck, depth + 1));
}

/** What is no JSON, or more than anybody can read. */
export const brokenBodies: readonly string[] = [
  ...['', '{', '[]]', '{"as":', 'null', '"x"', '1', '{"as":"emma","as":"max"}', '\ufeff{}', "{'as':1}", '{"a":1e9999}'],
  `${'['.repeat(200_000)}`,
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`,
  `{"as":"emma","does":{"type":"home"},"cause":"x","__proto__":{"roles":["admin"]}}`,
  `{"as":"emma","does":{"type":"act","action":"__proto__","args":{"__proto__":"x"}},"cause":"x"}`,
  `{"as":"emma","does":{"type":"message","text":"${'x'.repeat(1_100_000)}"},"cause":"x"}`,
];

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE', 'PROPFIND', 'BREW', 'get', ''];
const PATHS = [
  ...['/', '/healthz', '/readyz', '/console/interact', '/console/events', '/console/events?as=emma', '/icon.svg', '*'],
  ...['/../package.json', '/src/../../package.json', '/src/platforms/console/page/../../../../package.json'],
  ...[
    '/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/page/%2e%2e%2f%2e%2e%2fpackage.json',
    '/page/..%5c..%5cx',
    '//',
    '/%',
  ],
  ...[
    '/%00',
    '/%ff%fe',
    '/src/main.ts',
    '/data',
    '/__proto__',
    '/constructor',
    '/console/events?as=__proto__',
    '/?as[]=1',
  ],
  ...[
    '/console/events?as=constructor',
    '/console/events?as=%ff',
    'http://evil.example/',
    'http://127.0.0.1/healthz',
    'x',
  ],
  `/${'a'.repeat(20_000)}`,
  `/console/events?${'a=b&'.repeat(3_000)}`,
];
const HEADERS = [
  ...[
    'Origin: http://evil.example',
    'Origin: null',
    'Origin:',
    'Sec-Fetch-Site: cross-site',
    'Cookie: a=b',
    'Expect: 100-continue',
  ],
  ...['Expect: tea', 'Content-Length: 0', 'Content-Length: -1', 'Content-Length: 1e3', 'Content-Length: 99999999999'],
  ...[
    'Content-Length: 5\r\nContent-Length: 6',
    'Transfer-Encoding: chunked',
    'Transfer-Encoding: gzip',
    'TE: trailers',
  ],
  ...['Transfer-Encoding: chunked\r\nContent-Length: 3', 'Content-Type: application/json', 'Content-Type: text/plain'],
  ...[
    'Content-Type: multipart/form-data',
    'Upgrade: websocket\r\nConnection: Upgrade',
    'Last-Event-ID: __proto__',
    'Range: bytes=0-',
  ],
  ...[
    'X: \u00ff\u0001',
    ' folded: x',
    'NoColon',
    ': empty',
    `X-Long: ${'y'.repeat(30_000)}`,
    'X-Forwarded-Host: evil.example',
  ],
];

/** A whole request as bytes; `host` is who we are, which is not always said. */
export function wire(luck: Dice, host: string): string {
  const named = luck.one([
    `Host: ${host}`,
    `Host: ${host}`,
    'Host: evil.example',
    'Host:',
    `Host: ${host}\r\nHost: evil`,
    '',
  ]);
  const more = Array.from({ length: luck.roll(4) }, () => luck.one(HEADERS) ?? '');
  const lines = [
    `${luck.one(METHODS)} ${luck.one(PATHS)} HTTP/${luck.one(['1.1', '1.1', '1.0', '9.9'])}`,
    named,
    ...more,
  ];
  const head = lines.filter((line) => line !== '').join('\r\n');
  const body = luck.often(40) ? (luck.one(brokenBodies) ?? '').slice(0, 5_000) : '';
  const whole = `${head}\r\nConnection: close\r\n\r\n${body}`;
  return luck.often(10) ? whole.slice(0, luck.roll(whole.length)) : whole;
}
