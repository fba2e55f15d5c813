/** Files that are missing or wrongly named are mistakes, not silence. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/config.ts';
import { policiesWith } from '#test/content/folders.ts';

function mistakes(dir: string): readonly string[] {
  try {
    readConfig({}, dir);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.mistakes.map(({ file, remedy }) => `${file}: ${remedy.en}`);
  }
}

it('a missing desk.yaml is asked for', () => {
  expect(mistakes(policiesWith({ 'desk.yaml': null }))).toEqual([
    'policies/desk.yaml: Put back the desk.yaml that came with Goodword, and change it as you need.',
  ]);
});

it('a missing folder is no crash', () => {
  expect(mistakes('no-such-folder')).toEqual([
    'no-such-folder/desk.yaml: Put back the desk.yaml that came with Goodword, and change it as you need.',
  ]);
});

it('a policy that checks cite cannot simply go', () => {
  const gone = mistakes(policiesWith({ 'use-of-social-media.en.md': null, 'use-of-social-media.zh.md': null }));
  expect(gone.filter((text) => text.startsWith('policies/desk.yaml: '))).toHaveLength(16);
  for (const text of gone) expect(text).toMatch(/^policies\/(desk|synonyms|reminders|quizzes\/[a-z-]+)\.yaml: /);
});

it('synonyms under a name that is not read are a mistake', () => {
  const dir = policiesWith({ 'synonyms.yaml': null });
  writeFileSync(join(dir, 'synonyms.yml'), 'synonyms: []');
  expect(mistakes(dir)).toEqual(['policies/synonyms.yml: Rename it so that it ends in .yaml.']);
});

it('one mistake in the head of a policy is not also a mistake of everything that cites it', () => {
  const dir = policiesWith({ 'online-reputation.en.md': (text) => text.replace('version: 1.0.0\n', '') });
  expect(mistakes(dir)).toHaveLength(1);
});
