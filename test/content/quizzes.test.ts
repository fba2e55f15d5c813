/** A mistake in a question is named by file, line and remedy, in both languages; nothing wrong gets into a quiz. */
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config.ts';
import { readQuizzes } from '#src/content/quiz/read.ts';
import { versionOf } from '#src/core/quiz/version.ts';
import { policiesWith } from '#test/content/folders.ts';

const FILE = 'policies/quizzes/policy.yaml';
const sound = [
  'questions:',
  '  - id: first',
  '    clause: online-reputation#3.1',
  '    kind: single',
  '    ask: { en: What now?, zh: 怎么办？ }',
  '    options:',
  '      - { id: a, text: { en: This, zh: 这 }, why: { en: Because, zh: 因为 }, right: true }',
  '      - { id: b, text: { en: That, zh: 那 }, why: { en: Since, zh: 由于 } }',
  '      - { id: c, text: { en: Both, zh: 都 }, why: { en: As, zh: 既然 } }',
  '  - id: story',
  '    clause: online-reputation#3.2',
  '    kind: scenario',
  '    ask: { en: It rains., zh: 下雨了。 }',
  '    steps:',
  '      - id: one',
  '        ask: { en: Well?, zh: 怎么办？ }',
  '        options:',
  '          - { id: a, text: { en: Stay, zh: 留 }, why: { en: Dry, zh: 干 }, right: true, next: two }',
  '          - { id: b, text: { en: Go, zh: 走 }, why: { en: Wet, zh: 湿 }, next: two }',
  '      - id: two',
  '        ask: { en: And now?, zh: 现在呢？ }',
  '        options:',
  '          - { id: a, text: { en: Read, zh: 看书 }, why: { en: Good, zh: 好 }, right: true }',
  '          - { id: b, text: { en: Run, zh: 跑 }, why: { en: Bad, zh: 坏 } }',
  '  - id: true-or-not',
  '    clause: online-reputation#3.3',
  '    kind: trueFalse',
  '    ask: { en: Rain is wet., zh: 雨是湿的。 }',
  '    answer: true',
  '    why: { right: { en: Yes, zh: 是 }, wrong: { en: It is, zh: 是湿的 } }',
];
const read = (lines: readonly string[], file = FILE) => readQuizzes([{ file, text: lines.join('\n') }]);
/** The sound file with one line written otherwise, or as several. */
const line = (at: number, ...by: readonly string[]) => [...sound.slice(0, at - 1), ...by, ...sound.slice(at)];
const lineWith = (at: number, from: string, to: string) => line(at, (sound[at - 1] ?? '').replace(from, to));

it('a sound file is read as it stands, and what is not marked as right is wrong', () => {
  const { questions, mistakes, citations } = read(sound);
  expect(mistakes).toEqual([]);
  expect(questions.map(({ id, topic, kind }) => [id, topic, kind])).toEqual([
    ['first', 'policy', 'single'],
    ['story', 'policy', 'scenario'],
    ['true-or-not', 'policy', 'trueFalse'],
  ]);
  const [first] = questions;
  expect(first?.kind === 'single' && first.options.map(({ right }) => right)).toEqual([true, false, false]);
  expect(citations.map(({ clause, line: at }) => [clause, at()])).toEqual([
    ['online-reputation#3.1', 3],
    ['online-reputation#3.2', 11],
    ['online-reputation#3.3', 26],
  ]);
});

const broken: readonly [says: string, lines: readonly string[], at: number, key: string, remedy: string][] = [
  ['no right answer', lineWith(7, ', right: true', ''), 6, 'first.options', 'right: true'],
  ['two right answers', lineWith(8, ' } }', ' }, right: true }'), 6, 'first.options', 'kind: multiple'],
  ['one right answer of several', line(4, '    kind: multiple'), 6, 'first.options', 'kind: single'],
  ['a question without Chinese', line(5, '    ask: { en: What now? }'), 5, 'first.ask.zh', 'Write text'],
  ['an explanation without English', lineWith(8, 'en: Since, ', ''), 8, 'first.options.1.why.en', 'Write text'],
  [
    'an answer that explains nothing',
    lineWith(8, ', why: { en: Since, zh: 由于 }', ''),
    8,
    'first.options.1.why',
    'Write',
  ],
  ['an answer id twice', lineWith(8, 'id: b', 'id: a'), 8, 'first.options.1.id', 'another id'],
  ['a question id twice', line(10, '  - id: first'), 10, 'id', 'stays with its question for ever'],
  ['an id of capitals and spaces', line(2, '  - id: The First'), 2, 'The First.id', 'report-first'],
  ['an unknown kind', line(4, '    kind: singel'), 4, 'first.kind', 'Did you mean single?'],
  [
    'a key that does not belong here',
    line(4, '    kind: single', '    anser: true'),
    5,
    'first.anser',
    'Possible here are',
  ],
  [
    'a step that leads nowhere',
    lineWith(18, 'next: two', 'next: twoo'),
    18,
    'story.steps.0.options.0.next',
    'Did you mean two?',
  ],
  [
    'a step that leads back',
    lineWith(23, 'right: true', 'right: true, next: one'),
    23,
    'story.steps.1.options.0.next',
    'later step',
  ],
  [
    'a step that nobody reaches',
    sound.map((text) => text.replace(', next: two', '')),
    20,
    'story.steps.1.id',
    'Write next: two',
  ],
  ['a step id twice', line(20, '      - id: one'), 20, 'story.steps.1.id', 'another id'],
  ['a step without a right answer', lineWith(23, ', right: true', ''), 22, 'story.steps.1.options', 'right: true'],
  [
    'a judgement that is neither true nor false',
    line(29, '    answer: maybe'),
    29,
    'true-or-not.answer',
    'true or false',
  ],
  ['no question at all', ['questions: []'], 1, 'questions', 'at least 1'],
];

describe('a file with', () => {
  it.each(broken)('%s', (_says, lines, at, key, remedy) => {
    const found = read(lines).mistakes.find((mistake) => mistake.key === key);
    expect(found).toMatchObject({ file: FILE, line: at });
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}|true/u);
    expect(found?.problem.zh).toMatch(/\p{Script=Han}/u);
  });
});

it('a file of an unknown topic is told which it may have meant', () => {
  const { mistakes, questions } = read(sound, 'policies/quizzes/etiquete.yaml');
  expect(questions).toEqual([]);
  expect(mistakes).toMatchObject([{ key: 'file name', remedy: { en: 'Rename the file to etiquette.yaml.' } }]);
});

it('two topics do not share an id, and the older one is named', () => {
  const one = { file: 'policies/quizzes/etiquette.yaml', text: sound.join('\n') };
  const two = { file: FILE, text: sound.slice(0, 9).join('\n') };
  expect(readQuizzes([one, two]).mistakes).toMatchObject([
    {
      file: FILE,
      line: 2,
      value: 'first',
      problem: { en: 'Another question has this id (policies/quizzes/etiquette.yaml:2).' },
    },
  ]);
});

it('stops the start when a clause does not exist, with its line', () => {
  const dir = policiesWith({
    'quizzes/policy.yaml': (text) => text.replace('clause: online-reputation#3.1', 'clause: online-reputation#3.99'),
  });
  const start = () => readConfig({}, dir);
  expect(start).toThrow(ConfigError);
  expect(start).toThrow(/policies\/quizzes\/policy\.yaml:\d+ \S+\.clause: There is no such clause\./);
});

describe('the version of a question', () => {
  const version = (lines: readonly string[]) => read(lines).questions.map(versionOf)[0];

  it('is the same however it is written down', () => {
    const wide = line(5, '    ask:', '      en:   What now?', '      zh:   怎么办？ # as before');
    expect(version(wide)).toBe(version(sound));
  });

  it('changes with every word of it, and with nothing else', () => {
    expect(version(lineWith(8, 'Since', 'As'))).not.toBe(version(sound));
    expect(version(lineWith(13, 'It rains.', 'It snows.'))).toBe(version(sound));
  });
});
