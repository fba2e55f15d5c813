/** Reads the policies folder from disk; what is missing or wrongly named there is a mistake like any other. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import type { TextFile } from './text-file.ts';

export type Folder = {
  readonly desk?: TextFile;
  readonly synonyms?: TextFile;
  readonly reminders?: TextFile;
  readonly policies: readonly TextFile[];
  readonly templates: readonly TextFile[];
  readonly calendars: readonly TextFile[];
  readonly quizzes: readonly TextFile[];
  readonly goodNews: readonly TextFile[];
  readonly mistakes: readonly Mistake[];
};

/** Files are named as people see them, `policies/desk.yaml`, wherever the folder lies. */
export function readFolder(dir: string): Folder {
  const name = basename(dir);
  const list = (folder: string): readonly string[] => {
    try {
      return readdirSync(folder).sort();
    } catch {
      return [];
    }
  };
  const read = (...path: readonly string[]): TextFile => ({
    file: [name, ...path].join('/'),
    text: readFileSync(join(dir, ...path), 'utf8').replace(/^\uFEFF/, ''),
  });

  const here = list(dir);
  const mistakes: Mistake[] = [];
  /** The YAML files of a folder inside; one whose name would hide it is a mistake. */
  const yamls = (folder: string): readonly TextFile[] => {
    const files = list(join(dir, folder));
    const hidden = files.filter((file) => file.endsWith('.yml'));
    mistakes.push(...hidden.map((file) => misnamed(`${name}/${folder}/${file}`)));
    return files.filter((file) => file.endsWith('.yaml')).map((file) => read(folder, file));
  };
  if (!here.includes('desk.yaml'))
    mistakes.push(here.includes('desk.yml') ? misnamed(`${name}/desk.yml`) : absent(`${name}/desk.yaml`));
  for (const file of ['synonyms.yml', 'reminders.yml'])
    if (here.includes(file)) mistakes.push(misnamed(`${name}/${file}`));
  return {
    ...(here.includes('desk.yaml') ? { desk: read('desk.yaml') } : {}),
    ...(here.includes('synonyms.yaml') ? { synonyms: read('synonyms.yaml') } : {}),
    ...(here.includes('reminders.yaml') ? { reminders: read('reminders.yaml') } : {}),
    policies: here.filter((file) => file.endsWith('.md') && file !== 'README.md').map((file) => read(file)),
    templates: yamls('templates'),
    calendars: yamls('calendar'),
    quizzes: yamls('quizzes'),
    goodNews: yamls('good-news'),
    mistakes,
  };
}

const misnamed = (file: string): Mistake =>
  mistake({
    file,
    key: 'file name',
    problem: { en: 'This file is not read, because its name ends in .yml.', zh: '文件名以 .yml 结尾，不会被读取。' },
    remedy: { en: 'Rename it so that it ends in .yaml.', zh: '请改为以 .yaml 结尾。' },
  });

const absent = (file: string): Mistake =>
  mistake({
    file,
    key: 'file',
    problem: { en: 'The file with the rules is missing.', zh: '缺少规则文件。' },
    remedy: {
      en: 'Put back the desk.yaml that came with Goodword, and change it as you need.',
      zh: '请放回随 Goodword 提供的 desk.yaml，再按需修改。',
    },
  });
