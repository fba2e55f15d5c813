/** Every file that the page may load, by name: nothing else leaves the disk. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Answer } from '#src/server/answer.ts';
import { localOnly } from '#src/server/guard.ts';
import type { Routes } from '#src/server/router.ts';
import { strip } from './strip.ts';

const MODULES = [
  'actions.ts',
  'api.ts',
  'avatar.ts',
  'cards.ts',
  'composer.ts',
  'dialog.ts',
  'dom.ts',
  'files.ts',
  'guide.ts',
  'home.ts',
  'host-config.ts',
  'keyboard.ts',
  'main.ts',
  'messages.ts',
  'panels.ts',
  'sidebar.ts',
  'state.ts',
  'suggestions.ts',
  'switcher.ts',
  'unread.ts',
  'words.ts',
];
const STYLES = ['base.css', 'cards.css', 'chat.css', 'dialog.css', 'guide.css', 'layout.css'];
/** Under the names that the page uses; each sets one global. */
const LIBRARIES = {
  'adaptivecards.js': 'adaptivecards/dist/adaptivecards.min.js',
  'markdown-it.js': 'markdown-it/browser',
  'purify.js': 'dompurify/dist/purify.min.js',
};
/** The page's modules keep their paths, so that an import means the same to the compiler and to the browser. */
const SHARED = ['view/adaptive/pressed.ts'];

/** No inline script or style, nobody else's server, no frame: what comes in through a card has nowhere to go. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const TYPES = {
  css: 'text/css',
  html: 'text/html',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  ts: 'text/javascript',
};

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const { resolve } = createRequire(import.meta.url);

export function fileRoutes(): Routes {
  const files: [url: string, path: string][] = [
    ['/', here('page/index.html')],
    ['/icon.svg', here('page/icon.svg')],
    ...MODULES.map((name): [string, string] => [`/src/platforms/console/page/${name}`, here(`page/${name}`)]),
    ...SHARED.map((name): [string, string] => [`/src/${name}`, here(`../../${name}`)]),
    ...STYLES.map((name): [string, string] => [`/page/${name}`, here(`page/${name}`)]),
    ...Object.entries(LIBRARIES).map(([name, path]): [string, string] => [`/library/${name}`, resolve(path)]),
  ];
  return Object.fromEntries(files.map(([url, path]) => [`GET ${url}`, localOnly(() => file(path))]));
}

async function file(path: string): Promise<Answer> {
  const text = await readFile(path, 'utf8');
  const kind = path.slice(path.lastIndexOf('.') + 1) as keyof typeof TYPES;
  return {
    status: 200,
    headers: { 'content-type': `${TYPES[kind]}; charset=utf-8`, 'content-security-policy': POLICY },
    body: kind === 'ts' ? strip(text) : text,
  };
}
