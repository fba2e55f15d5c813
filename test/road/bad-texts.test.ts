/** Broken texts of the company: the process stops with status 78 and names file, line and remedy, in both languages. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { policiesWith } from '#test/content/folders.ts';
import { temporary } from '#test/stores/folder.ts';
import { started } from './process.ts';

/** The line on which a text stands, counted from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length;

/** A clause that one language lacks, a number used twice, a clause that nobody wrote, and a synonym that leads nowhere. */
function broken() {
  const at = {
    lacking: lineOf(readFileSync('policies/pledge.en.md', 'utf8'), '### 1.5'),
    twice: 0,
    cited: 0,
    synonym: 0,
  };
  const dir = policiesWith({
    'pledge.zh.md': (text) => text.replace(/### 1\.5 .*\n.*\n\n/, ''),
    'crisis-communication.en.md': (text) => {
      const after = text.replace('### 5.6 ', '### 5.5 ');
      at.twice = lineOf(after.replace('### 5.5 ', '### 5.x '), '### 5.5 ');
      return after;
    },
    'desk.yaml': (text) => {
      const after = text.replace('clause: online-reputation#6.5', 'clause: online-reputation#66.5');
      at.cited = lineOf(after, 'clause: online-reputation#66.5');
      return after;
    },
    'synonyms.yaml': (text) => {
      const after = text.replace('synonyms:\n', 'synonyms:\n  - said: [brew]\n    means: []\n');
      at.synonym = lineOf(after, '    means: []');
      return after;
    },
  });
  return { at, cwd: dirname(dir) };
}

test.each([
  {
    LC_ALL: 'en_GB.UTF-8',
    remedies: [
      'Add 1.5 there, or delete it here.',
      'Give it a number that is free',
      'Write a clause of this policy',
      'at least 1',
    ],
  },
  { LC_ALL: 'zh_CN.UTF-8', remedies: ['补上 1.5', '请改用未占用的编号', '请填写该制度中的条款', '不少于 1'] },
])('in the language of $LC_ALL', async ({ LC_ALL, remedies }) => {
  const { at, cwd } = broken();
  const { status, said, complained } = await started(temporary(), { cwd, env: { LC_ALL } }).ended;
  expect([status, said]).toEqual([78, '']);
  expect(complained).toContain(`policies/pledge.en.md:${at.lacking}  1.5`);
  expect(complained).toContain(`policies/crisis-communication.en.md:${at.twice}  5.5`);
  expect(complained).toContain(`policies/desk.yaml:${at.cited}  check.lists.0.clause = online-reputation#66.5`);
  expect(complained).toContain(`policies/synonyms.yaml:${at.synonym}  synonyms.0.means`);
  for (const remedy of remedies) expect(complained).toContain(remedy);
});
