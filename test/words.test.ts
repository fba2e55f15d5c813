/** The two catalogues: alike, used, complete for every refusal, and written in their own marks. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Locale } from '#src/core/rules.ts';
import type { Person } from '#src/core/team.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { wordsFor } from '#src/words/words.ts';
import { temporary } from '#test/stores/folder.ts';
import { refusals } from '#test/words/refusals.ts';
import { paths, used } from '#test/words/used.ts';

/** Begins with a capital, a figure or a quotation, or with Chinese; ends with a full stop, or what follows it in brackets. */
const WHOLE = { en: /^[“A-Z0-9][\s\S]*[.?:]$/, zh: /\p{Script=Han}[\s\S]*[。？：）]$/u } as const;
const person = (id: string): Person => ({ id, name: 'Ada', accounts: [], roles: [], active: true });
const LOCALES: readonly Locale[] = ['en', 'zh'];

/** Path and kind of every word; of one that takes facts, how many. */
const kinds = (words: object, path = ''): readonly string[] =>
  Object.entries(words).flatMap(([name, value]) =>
    typeof value === 'object' ? kinds(value, `${path}${name}.`) : [`${path}${name} ${typeof value}`],
  );

/** The lines of a language's files without comments, with the place to look at. */
async function lines(locale: Locale): Promise<readonly string[]> {
  const folder = join('src/words', locale);
  const files = await Promise.all(
    (await readdir(folder)).map(async (name) => [name, await readFile(join(folder, name), 'utf8')]),
  );
  return files.flatMap(([name, text = '']) =>
    text.split('\n').flatMap((line, index) => {
      const said = line.replace(/\/\*\*.*?\*\//g, '').replace(/(^|\s)\/\/.*$/, '');
      return /^\s*\*/.test(line) ? [] : [`${name}:${index + 1} ${said.trim()}`];
    }),
  );
}

test('both languages have the same words of the same kind', () => {
  expect([...kinds(wordsFor('zh'))].sort()).toEqual([...kinds(wordsFor('en'))].sort());
});

test('every word is used somewhere', async () => {
  const words = wordsFor('en');
  const found = await used(words, temporary());
  expect(paths(words).filter((path) => !found.has(path))).toEqual([]);
}, 60_000);

describe.each(LOCALES)('a refusal in %s', (locale) => {
  const reader = readerOf(locale, 'Asia/Shanghai', { person });

  test.each(refusals.map((refusal) => [refusal.code, refusal] as const))('%s is a whole sentence', (_, refusal) => {
    const sentence = reader.t.refusal(refusal, reader);
    expect(sentence).toMatch(WHOLE[locale]);
    expect(sentence).not.toMatch(/undefined|\[object|NaN|\$\{/);
  });
});

test('every refusal is given somewhere', async () => {
  const rooms = ['src/core', 'src/desk', 'src/bot', 'src/bot.ts', 'handlers'];
  const texts = await Promise.all(rooms.map(source));
  const given = texts.join('\n');
  expect(refusals.map(({ code }) => code).filter((code) => given.split(`'${code}'`).length < 3)).toEqual([]);
});

/** All the source below a path. */
async function source(path: string): Promise<string> {
  if (path.endsWith('.ts')) return readFile(path, 'utf8');
  const files = await readdir(path, { recursive: true });
  const texts = files.filter((name) => name.endsWith('.ts')).map((name) => readFile(join(path, name), 'utf8'));
  return (await Promise.all(texts)).join('\n');
}

test('Chinese has its own marks after a Chinese character', async () => {
  // A team list is CSV, whatever its language.
  const said = (await lines('zh')).filter((line) => !line.includes('姓名,账号'));
  const wrong = said.filter((line) => /\p{Script=Han}[,;:?!]/u.test(line));
  expect(wrong).toEqual([]);
});

test('English has no Chinese in it, but for the name of that language', async () => {
  const wrong = (await lines('en')).filter((line) => /\p{Script=Han}/u.test(line.replaceAll('中文', '')));
  expect(wrong).toEqual([]);
});
