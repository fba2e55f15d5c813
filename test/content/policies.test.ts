/** A mistake in a policy is named by file, line and remedy. */
import { describe, expect, it } from 'vitest';
import { readPolicies } from '#src/content/policies.ts';

const front = (title: string) => ['---', 'id: demo', `title: ${title}`, 'version: 1.0.0', 'owner: pr', '---', ''];
const en = [...front('Demo'), '## 1 First', '', '### 1.1 One', 'Text one.', '', '### 1.2 Two', 'Text two.', ''];
const zh = [...front('示例'), '## 1 第一章', '', '### 1.1 其一', '内容一。', '', '### 1.2 其二', '内容二。', ''];
type Lines = readonly string[];
const read = (english: Lines, chinese: Lines) =>
  readPolicies([
    { file: 'policies/demo.en.md', text: english.join('\n') },
    { file: 'policies/demo.zh.md', text: chinese.join('\n') },
  ]);
/** The file with one of its lines (counted from 1) replaced. */
const line = (lines: Lines, at: number, ...by: readonly string[]) => [
  ...lines.slice(0, at - 1),
  ...by,
  ...lines.slice(at),
];

it('policies come in the order that they name, those without one last, in order of their files', () => {
  const named = (id: string, order?: number) =>
    [en, zh].map((lines, index) => ({
      file: `policies/${id}.${index === 0 ? 'en' : 'zh'}.md`,
      text: [lines[0], `id: ${id}`, ...(order === undefined ? [] : [`order: ${order}`]), ...lines.slice(2)].join('\n'),
    }));
  const { policies, mistakes } = readPolicies([...named('a'), ...named('b'), ...named('c', 2), ...named('d', 1)]);
  expect(mistakes).toEqual([]);
  expect(policies.map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b']);
});

it('the place in the list is the same in both languages', () => {
  const placed = (lines: Lines, order: string) => line(lines, 2, lines[1] ?? '', order);
  const [different] = read(placed(en, 'order: 1'), placed(zh, 'order: 2')).mistakes;
  expect([different?.key, different?.value]).toEqual(['order', '2']);
  const [lacking] = read(placed(en, 'order: 1'), zh).mistakes;
  expect(lacking?.key).toBe('order');
});

it('a sound policy is joined from its two languages', () => {
  const { policies, clauseIds, mistakes } = read(en, zh);
  expect(mistakes).toEqual([]);
  expect(clauseIds).toEqual(['demo#1.1', 'demo#1.2']);
  expect(policies).toEqual([
    {
      id: 'demo',
      title: { en: 'Demo', zh: '示例' },
      version: '1.0.0',
      owner: 'pr',
      sections: [{ number: '1', title: { en: 'First', zh: '第一章' } }],
      clauses: [
        { id: 'demo#1.1', number: '1.1', title: { en: 'One', zh: '其一' }, text: { en: 'Text one.', zh: '内容一。' } },
        { id: 'demo#1.2', number: '1.2', title: { en: 'Two', zh: '其二' }, text: { en: 'Text two.', zh: '内容二。' } },
      ],
      undecided: [],
    },
  ]);
});

type Row = readonly [says: string, english: Lines, chinese: Lines, at: string, key: string, remedy: string];
const broken: readonly Row[] = [
  ['a clause that Chinese lacks', en, zh.slice(0, 11), 'policies/demo.en.md:13', '1.2', 'Add 1.2 there'],
  ['a clause that English lacks', en.slice(0, 11), zh, 'policies/demo.zh.md:13', '1.2', 'Add 1.2 there'],
  ['a section that one language lacks', [...en, '## 2 More'], zh, 'policies/demo.en.md:16', '2', 'Add 2 there'],
  ['a number used twice', line(en, 13, '### 1.1 Two'), zh, 'policies/demo.en.md:13', '1.1', 'a number that is free'],
  ['a clause in the wrong section', line(en, 13, '### 2.2 Two'), zh, 'policies/demo.en.md:13', '2.2', '## 2'],
  ['a clause without text', line(en, 11), line(zh, 11), 'policies/demo.en.md:10', '1.1', 'Write its text'],
  ['a heading without a number', line(en, 13, '### Two'), zh, 'policies/demo.en.md:13', 'heading', '### 3.2'],
  ['text outside any clause', line(en, 9, 'Preface.'), zh, 'policies/demo.en.md:9', 'text', 'below a clause heading'],
  ['no front matter', en.slice(6), zh, 'policies/demo.en.md:1', 'front matter', 'Begin with a line ---'],
  ['no version', line(en, 4), zh, 'policies/demo.en.md:2', 'version', 'Write text'],
  ['a mistyped front matter', line(en, 5, 'ownr: pr'), zh, 'policies/demo.en.md:5', 'ownr', 'Did you mean owner?'],
  [
    'an id that is not the name of the file',
    line(en, 2, 'id: dmeo'),
    zh,
    'policies/demo.en.md:2',
    'id',
    'Write id: demo',
  ],
  ['versions that differ', en, line(zh, 4, 'version: 2.0.0'), 'policies/demo.zh.md:4', 'version', 'the same in both'],
];

describe('a policy with', () => {
  it.each(broken)('%s', (_says, english, chinese, at, key, remedy) => {
    const found = read(english, chinese).mistakes.find(
      (mistake) => mistake.key === key && `${mistake.file}:${mistake.line}` === at,
    );
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
    expect(found?.problem.zh).toMatch(/\p{Script=Han}/u);
  });
});

it('a policy in one language only is a mistake', () => {
  const { mistakes } = readPolicies([{ file: 'policies/demo.en.md', text: en.join('\n') }]);
  expect(mistakes.map(({ file, remedy }) => [file, remedy.en])).toEqual([
    ['policies/demo.en.md', 'Add policies/demo.zh.md with the same clause numbers.'],
  ]);
});

it('a policy whose name has no language is a mistake', () => {
  const { mistakes } = readPolicies([{ file: 'policies/demo.md', text: en.join('\n') }]);
  expect(mistakes.map(({ remedy }) => remedy.en)).toEqual(['Let it end in .en.md or .zh.md; both are needed.']);
});
