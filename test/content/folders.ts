/** Copies of the shipped policies folder in which a test may break files. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporary } from '#test/stores/folder.ts';

type Changes = Readonly<Record<string, ((text: string) => string) | null>>;

/** For one test. Each file is rewritten, or with null removed. A change that changes nothing is a mistake of the test. */
export function policiesWith(changes: Changes): string {
  const dir = join(temporary(), 'policies');
  cpSync('policies', dir, { recursive: true });
  for (const [name, change] of Object.entries(changes)) {
    const path = join(dir, name);
    if (change === null) rmSync(path);
    else {
      const before = readFileSync(path, 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`${name} was not changed`);
      writeFileSync(path, after);
    }
  }
  return dir;
}
