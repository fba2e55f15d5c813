/** Copies of the shipped policies folder in which a test may break files. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Changes = Readonly<Record<string, ((text: string) => string) | null>>;
const made: string[] = [];
process.once('exit', () => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

/** Each file is rewritten, or with null removed. A change that changes nothing is a mistake of the test. */
export function policiesWith(changes: Changes): string {
  const root = mkdtempSync(join(tmpdir(), 'goodword-policies-'));
  made.push(root);
  const dir = join(root, 'policies');
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
