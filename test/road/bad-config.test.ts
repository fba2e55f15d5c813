/** A broken desk.yaml: the process stops with status 78 and says everything that is wrong, where, and how to mend it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { policiesWith } from '#test/content/folders.ts';
import { temporary } from '#test/stores/folder.ts';
import { started } from './process.ts';

const BROKEN: readonly (readonly [from: string | RegExp, to: string])[] = [
  ['  high: 4\n', '  high: soon\n'],
  ['timeZone: Asia/Shanghai', 'timeZone: Asia/Shangai'],
  ['channelLocale: zh', 'chanelLocale: zh'],
  ['  approve: [approver, leader]', '  approve: [approver, boss]'],
];
/** The line on which each of them stands, counted in the file as it is broken. */
let lines: readonly number[] = [];
const broken = () =>
  policiesWith({
    'desk.yaml': (text) => {
      const after = BROKEN.reduce((all, [from, to]) => all.replace(from, to), text);
      lines = BROKEN.map(([, to]) => after.split('\n').findIndex((line) => `${line}\n`.includes(to)) + 1);
      return after;
    },
    'templates/outage.yaml': (text) => text.replace('kind: ', 'kind: no-'),
  });

test.each([
  {
    LC_ALL: 'en_GB.UTF-8',
    head: 'Goodword cannot start yet: 8 things need mending.',
    remedy: 'Did you mean channelLocale?',
  },
  { LC_ALL: 'zh_CN.UTF-8', head: 'Goodword 暂时无法启动：有 8 处需要修正。', remedy: '是否想写 channelLocale？' },
])('in the language of $LC_ALL', async ({ LC_ALL, head, remedy }) => {
  const [dir, cwd] = [temporary(), dirname(broken())];
  const { status, said, complained } = await started(dir, { cwd, env: { LC_ALL, PORT: 'none' } }).ended;
  expect([status, said]).toEqual([78, '']);
  expect(complained).toContain(head);
  expect(complained).toContain(remedy);
  const keys = ['serviceLevel.high = soon', 'timeZone = Asia/Shangai', 'chanelLocale = zh', 'steps.approve.1 = boss'];
  for (const [index, key] of keys.entries()) expect(complained).toContain(`policies/desk.yaml:${lines[index]}  ${key}`);
  expect(complained).toContain('policies/templates/outage.yaml:3  kind');
  expect(complained).toContain('PORT = none');
  expect(complained.split('\n').filter((line) => line.startsWith('  → '))).toHaveLength(8);
  expect(existsSync(join(dir, 'demo'))).toBe(false);
});

test.each([
  ['is no YAML', (text: string) => text.replace('serviceLevel:', 'serviceLevel: ['), 24, 'This cannot be read as YAML'],
  ['is empty', () => '', 1, 'There are no settings in this file.'],
  ['is something else altogether', () => '\0\u0001\0', 1, 'There are no settings in this file.'],
])('a desk.yaml that %s is named, with the line, once', async (_what, change, line, problem) => {
  const cwd = dirname(policiesWith({ 'desk.yaml': change }));
  const { status, said, complained } = await started(temporary(), { cwd }).ended;
  expect([status, said]).toEqual([78, '']);
  expect(complained).toContain('one thing needs mending');
  expect(complained).toContain(`policies/desk.yaml:${line}  `);
  expect(complained).toContain(problem);
});

test('a policies folder without desk.yaml is named', async () => {
  const cwd = dirname(policiesWith({ 'desk.yaml': null }));
  const { status, complained } = await started(temporary(), { cwd }).ended;
  expect([status, complained.includes('policies/desk.yaml')]).toEqual([78, true]);
});
