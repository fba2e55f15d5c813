import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { openYaml } from '#src/config/yaml.ts';

const shipped = readdirSync('policies', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

test.each(shipped)('%s is read alike by the quick parser and by the one that knows places', (name) => {
  const text = readFileSync(join('policies', name), 'utf8');
  const { data, mistakes, sound } = openYaml(name, text);
  expect({ mistakes, sound }).toEqual({ mistakes: [], sound: true });
  expect(data).toEqual(parseDocument(text).toJS());
});

test('what is written once and referred to often is read everywhere', () => {
  const { data, sound } = openYaml('x.yaml', 'a: &a [1, 2]\nb: *a\nc: [*a, *a]\n');
  expect({ data, sound }).toEqual({
    sound: true,
    data: {
      a: [1, 2],
      b: [1, 2],
      c: [
        [1, 2],
        [1, 2],
      ],
    },
  });
});

test('every value knows its line, through lists and references too, and what is missing has that of what is around it', () => {
  const { lineOf } = openYaml('x.yaml', 'a: 1\nb:\n  - c: &here\n      d: 2\n  - *here\ne: 3\n', 10);
  expect(lineOf(['b', 0, 'c', 'd'])).toBe(13);
  expect(lineOf(['b', 1, 'd'])).toBe(13);
  expect(lineOf(['b', 7])).toBe(11);
  expect(lineOf(['nowhere'])).toBe(10);
});

describe('a file that cannot be read', () => {
  test.each([
    ['a word in asterisks', 'a: 1\nb: *Never*\n', 2, 'needs quotes'],
    ['words that begin with an asterisk', 'a: 1\nb: *Never* promise\n', 2, 'needs quotes'],
    ['a name twice', 'a: 1\nb: 2\na: 3\n', 3, 'Keep one of the two and delete the other.'],
    ['a tab as indent', 'a:\n\tb: 1\n', 2, 'Indent with spaces instead of tabs.'],
    ['a quote that does not end', 'a: "x\nb: 1\n', 3, 'Check indentation'],
    ['a second document', 'a: 1\n---\nb: 2\n', 2, 'Check indentation'],
    ['a list', '- a\n- b\n', 1, 'Put back the file that came with Goodword'],
    ['nothing but remarks', '# a: 1\n', 1, 'Put back the file that came with Goodword'],
    ['nothing', '', 1, 'Put back the file that came with Goodword'],
  ])('for %s is told its line and what to do', (_, text, line, remedy) => {
    const { mistakes } = openYaml('x.yaml', text);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatchObject({ file: 'x.yaml', line });
    expect(mistakes[0]?.remedy.en).toContain(remedy);
    expect(mistakes[0]?.remedy.zh).toMatch(/\p{Script=Han}/u);
  });

  test('for two things is told both', () => {
    const { mistakes, sound } = openYaml('x.yaml', 'a: 1\na: 2\nb: *Never*\n');
    expect(sound).toBe(false);
    expect(mistakes.map(({ line, key }) => [line, key])).toEqual([
      [2, 'DUPLICATE_KEY'],
      [3, 'YAML'],
    ]);
  });

  const tenfold = (of: string, name: string) => `${name}: &${name} [${Array(10).fill(`*${of}`).join(', ')}]\n`;
  const bomb = `a: 1\nb: &b x\n${[...'cdefghijklm'].map((name, index) => tenfold([...'bcdefghijkl'][index] ?? '', name)).join('')}`;
  test.each([
    ['to itself', 'a: 1\nb: &b\n  c: *b\n', 3],
    ['to ten that refer to ten, and so on', bomb, 3],
    ['so, where a name stands twice', `${bomb}a: 2\n`, 3],
  ])('for it refers %s is told so, at once', (_, text, line) => {
    const { mistakes, sound, data } = openYaml('x.yaml', text);
    expect({ sound, data }).toEqual({ sound: false, data: undefined });
    expect(mistakes.at(-1)).toMatchObject({ line, problem: { en: expect.stringContaining('has no end') } });
  });

  test('with a name twice is still looked through for other mistakes', () => {
    const { sound, data } = openYaml('x.yaml', 'a: 1\na: 2\n');
    expect({ sound, data }).toEqual({ sound: true, data: { a: 2 } });
  });
});
