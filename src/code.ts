/** Names the code that runs: what an earlier version made of the records and saved is not believed by the next. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './core/chain.ts';

/** What decides how a record is summed up: its rules, the desk that runs them, who watches what, and in which order. */
const DECISIVE = ['core', 'desk', '../handlers', 'wire.ts'];

/** Changes whenever a line of that code does. Takes a few milliseconds. */
export function codeDigest(): string {
  const texts = DECISIVE.flatMap((part) => files(join(import.meta.dirname, part))).map((path) => readFileSync(path));
  return sha256(Buffer.concat(texts)).slice(0, 12);
}

function files(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .sort()
    .map((name) => join(path, name));
}
