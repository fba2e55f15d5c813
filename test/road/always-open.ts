/** A company's policies in a folder of their own, in which every hour is a working hour, so that a story can be told at any time. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from '#test/stores/folder.ts';

const CALENDAR = `name: { en: Every day, zh: 每天 }
zones: [Europe/London, Asia/Shanghai]
weekend: []
years: []
holidays: {}
makeUp: {}
`;

/** Where the desk is to be started; `edit` changes what a file says. */
export function alwaysOpen() {
  const cwd = temporary();
  const policies = join(cwd, 'policies');
  mkdirSync(policies, { recursive: true });
  cpSync('policies', policies, { recursive: true });
  rmSync(join(policies, 'calendar'), { recursive: true });
  mkdirSync(join(policies, 'calendar'));
  writeFileSync(join(policies, 'calendar/every-day.yaml'), CALENDAR);
  const edit = (file: string, before: string | RegExp, after: string): void => {
    const path = join(policies, file);
    const text = readFileSync(path, 'utf8');
    const edited = text.replace(before, after);
    if (edited === text) throw new Error(`${file} does not say ${String(before)}`);
    writeFileSync(path, edited);
  };
  edit('desk.yaml', /^hours: .*$/m, 'hours: 00:00-24:00');
  return { cwd, edit };
}
