/** policies/reminders.yaml: what is wrong in it is said with line and remedy, and what comes with Goodword is whole. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '#src/config.ts';
import { readReminders } from '#src/content/reminders.ts';
import { policiesWith } from './folders.ts';

const read = (text: string) => readReminders({ file: 'policies/reminders.yaml', text });
const one = (id: string, more = '') => `  - id: ${id}
    kind: good
    clause: pledge#1.1
    title: { en: Title, zh: 标题 }
    text: { en: Text, zh: 正文${more} }
`;

describe('a mistake', () => {
  test.each([
    ['an id twice', `reminders:\n${one('a')}${one('a')}`, 7, 'Two reminders have this id.'],
    ['a missing translation', `reminders:\n${one('a').replace(', zh: 正文', '')}`, 6, 'This setting is missing.'],
    ['another kind', `reminders:\n${one('a').replace('good', 'bad')}`, 3, 'This is not one of the possible values.'],
    ['an unknown key', `reminders:\n${one('a')}    author: me\n`, 7, 'There is no setting of this name.'],
  ])('%s is named with its line and how to mend it', (_, text, line, problem) => {
    const [mistake] = read(text).mistakes;
    expect([mistake?.line, mistake?.problem.en]).toEqual([line, problem]);
    expect(mistake?.remedy.zh).not.toBe('');
  });

  test('of a clause that does not exist is found by where it is cited', () => {
    const [citation] = read(`reminders:\n${one('a')}`).citations;
    expect(citation).toMatchObject({
      clause: 'pledge#1.1',
      file: 'policies/reminders.yaml',
      key: 'reminders.0.clause',
    });
    expect(citation?.line()).toBe(4);
  });
});

describe('the reminders that come with Goodword', () => {
  const { reminders, policies } = readConfig({}, 'policies');

  test('are at least 24, as many good as bad, each in its own language', () => {
    const kinds = (kind: string) => reminders.filter((item) => item.kind === kind).length;
    expect(reminders.length).toBeGreaterThanOrEqual(24);
    expect(kinds('good')).toBe(kinds('warning'));
    for (const { id, title, text } of reminders) {
      expect(title.en + text.en, id).not.toMatch(/\p{Script=Han}/u);
      expect(title.zh, id).toMatch(/\p{Script=Han}/u);
      expect(text.zh, id).not.toMatch(/[\p{Script=Han}，。；：、] [\p{Script=Han}“]|[a-z]{4}/u);
    }
  });

  test('cover every policy', () => {
    const cited = new Set(reminders.map(({ clause }) => clause.split('#')[0]));
    expect(policies.map(({ id }) => id).filter((id) => id !== 'pledge' && !cited.has(id))).toEqual([]);
  });
});

test('a reminder of a clause that is not there, and good news in one language, stop the start with their lines', () => {
  const dir = policiesWith({
    'reminders.yaml': (text) => text.replace('clause: online-reputation#3.1', 'clause: online-reputation#3.99'),
  });
  writeFileSync(
    join(dir, 'good-news/repair.yaml'),
    'id: repair\ntitle: { en: Repair, zh: 维修 }\nwording: { en: Come }\n',
  );
  const mistakes = failure(() => readConfig({}, dir)).mistakes.map(({ file, line, problem }) => [
    file,
    line,
    problem.en,
  ]);
  expect(mistakes).toEqual([
    ['policies/reminders.yaml', expect.any(Number), 'There is no such clause.'],
    ['policies/good-news/repair.yaml', 3, 'This setting is missing.'],
  ]);
});

function failure(act: () => unknown): ConfigError {
  try {
    act();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}
