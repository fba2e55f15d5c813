/** A mistake in the synonyms is named by file, line and remedy. */
import { describe, expect, it } from 'vitest';
import { readPolicies } from '#src/content/policies.ts';
import { readSynonyms } from '#src/content/synonyms.ts';

const front = (title: string) => [
  '---',
  'id: demo',
  `title: ${title}`,
  'version: 1.0.0',
  'owner: pr',
  '---',
  '',
  `## 1 ${title}`,
  '',
];
const { policies } = readPolicies([
  { file: 'policies/demo.en.md', text: [...front('Demo'), '### 1.1 Tea', 'Tea is served warm.'].join('\n') },
  { file: 'policies/demo.zh.md', text: [...front('示例'), '### 1.1 茶', '茶要趁热喝。'].join('\n') },
]);
const read = (...lines: readonly string[]) =>
  readSynonyms({ file: 'policies/synonyms.yaml', text: ['synonyms:', ...lines].join('\n') }, policies);

it('sound synonyms are read as they stand', () => {
  expect(read('  - said: [brew, 饮料]', '    means: [tea, 茶]')).toEqual({
    synonyms: [{ said: ['brew', '饮料'], means: ['tea', '茶'] }],
    mistakes: [],
  });
});

it('without the file there are none', () => {
  expect(readSynonyms(undefined, policies)).toEqual({ synonyms: [], mistakes: [] });
});

const broken: readonly [says: string, lines: readonly string[], line: number, key: string, remedy: string][] = [
  [
    'a word that no clause has',
    ['  - said: [brew]', '    means: [tea, coffee]'],
    3,
    'synonyms.0.means',
    'exactly as it stands',
  ],
  ['a part of a word', ['  - said: [brew]', '    means: [war]'], 3, 'synonyms.0.means', 'exactly as it stands'],
  [
    'a saying in two entries',
    ['  - said: [brew]', '    means: [tea]', '  - said: [Brew]', '    means: [warm]'],
    4,
    'synonyms.1.said',
    'Delete it here',
  ],
  [
    'a word twice in a list',
    ['  - said: [brew, Brew]', '    means: [tea]'],
    2,
    'synonyms.0.said.1',
    'Delete it here or above',
  ],
  ['nothing that it means', ['  - said: [brew]', '    means: []'], 3, 'synonyms.0.means', 'at least 1'],
  ['no meaning at all', ['  - said: [brew]'], 2, 'synonyms.0.means', 'Write'],
  ['a mistyped key', ['  - sayd: [brew]', '    means: [tea]'], 2, 'synonyms.0.sayd', 'Did you mean said?'],
];

describe('synonyms with', () => {
  it.each(broken)('%s are a mistake', (_says, lines, line, key, remedy) => {
    const found = read(...lines).mistakes.find((mistake) => mistake.key === key && mistake.line === line);
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.problem.zh).toMatch(/\p{Script=Han}/u);
  });
});
