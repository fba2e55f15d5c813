/** A mistake in a reply template is named by file, line and remedy; open slots are found. */
import { describe, expect, it } from 'vitest';
import { readTemplates } from '#src/content/template.ts';
import { unfilledSlots } from '#src/core/case/slots.ts';

const sound = [
  'id: demo',
  'title: { en: Demo, zh: 示例 }',
  'kind: reply',
  'categories: [complaint]',
  'text:',
  '  en: Sorry about [product].',
  '  zh: 抱歉，[产品]有问题。',
];
const read = (lines: readonly string[]) =>
  readTemplates([{ file: 'policies/templates/demo.yaml', text: lines.join('\n') }]);
const line = (at: number, ...by: readonly string[]) => [...sound.slice(0, at - 1), ...by, ...sound.slice(at)];

it('a sound template is read as it stands', () => {
  const { templates, mistakes } = read(sound);
  expect(mistakes).toEqual([]);
  expect(templates).toEqual([
    {
      id: 'demo',
      title: { en: 'Demo', zh: '示例' },
      kind: 'reply',
      categories: ['complaint'],
      text: { en: 'Sorry about [product].', zh: '抱歉，[产品]有问题。' },
    },
  ]);
});

const broken: readonly [says: string, lines: readonly string[], at: number, key: string, remedy: string][] = [
  ['an unknown kind', line(3, 'kind: apologie'), 3, 'kind', 'Did you mean apology?'],
  ['an unknown category', line(4, 'categories: [complaint, rumor]'), 4, 'categories.1', 'Did you mean rumour?'],
  ['no category', line(4, 'categories: []'), 4, 'categories', 'Write at least 1 entry.'],
  ['no Chinese', line(7), 5, 'text.zh', 'Write text'],
  ['an empty text', line(6, '  en: ""'), 6, 'text.en', 'Write something here'],
  ['an unknown key', line(3, 'kind: reply', 'catgories: [praise]'), 4, 'catgories', 'Did you mean categories?'],
  ['an id that is not the name of the file', line(1, 'id: other'), 1, 'id', 'Write id: demo'],
  ['a slot that one language lacks', line(7, '  zh: 抱歉。'), 7, 'text', 'the same things in both languages'],
  ['broken quotes', line(2, 'title: { en: "Demo, zh: 示例 }'), 7, 'MISSING_CHAR', 'quotes'],
];

describe('a template with', () => {
  it.each(broken)('%s', (_says, lines, at, key, remedy) => {
    const found = read(lines).mistakes.find((mistake) => mistake.key === key);
    expect(found).toMatchObject({ file: 'policies/templates/demo.yaml', line: at });
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('slots that are still open', () => {
  const cases: readonly [text: string, slots: readonly string[]][] = [
    ['We looked into it: [what we found].', ['what we found']],
    ['请联系[官方联系方式]，[负责人]会跟进。', ['官方联系方式', '负责人']],
    ['[product] and again [product]', ['product']],
    ['Nothing is open here.', []],
    ['As the report says [1], and [2].', []],
    ['See [our statement](https://example.com).', []],
    ['An [open bracket', []],
  ];
  it.each(cases)('in "%s"', (text, slots) => expect(unfilledSlots(text)).toEqual(slots));
});
