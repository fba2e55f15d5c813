/** The page's files: served by name, readable by a browser, and allowed to fetch nothing from elsewhere. */
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ask } from '#test/server/ask.ts';
import { opened } from './place.ts';

const FOLDER = new URL('../../../src/platforms/console/page/', import.meta.url);

test('every file that the page names is served, with the policy, and types are gone from modules', async () => {
  const { url } = await opened();
  const queue = ['/'];
  const served = new Set<string>();
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (served.has(path)) continue;
    served.add(path);
    const { status, headers, body } = await ask(url + path);
    expect([path, status]).toEqual([path, 200]);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    if (path === '/') for (const [, to = ''] of body.matchAll(/(?:src|href)="(\/[^"]+)"/g)) queue.push(to);
    if (!path.endsWith('.ts')) continue;
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(body).not.toMatch(/^import type|^export type/m);
    for (const [, to = ''] of body.matchAll(/from '(\.[^']+)'/g)) queue.push(new URL(to, url + path).pathname);
  }
  const modules = (await readdir(FOLDER)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  expect(modules.filter((name) => !served.has(`/src/platforms/console/page/${name}`))).toEqual([]);
});

test.each([
  '/src/platforms/console/console.ts',
  '/src/platforms/console/page/../console.ts',
  '/src/platforms/console/page/%2e%2e/console.ts',
  '/package.json',
  '/page/tsconfig.json',
])('%s is not', async (path) => {
  const { url } = await opened();
  expect((await ask(url + path)).status).toBe(404);
});

test('a page for another host is not served at all', async () => {
  const { url } = await opened();
  expect((await ask(`${url}/`, { headers: { host: 'evil.example' } })).status).toBe(403);
});

test('the page makes no markup from text', async () => {
  for (const name of await readdir(FOLDER)) {
    const text = await readFile(new URL(name, FOLDER), 'utf8');
    expect([name, /innerHTML|insertAdjacentHTML|document\.write|style="/.test(text)]).toEqual([name, false]);
  }
});
