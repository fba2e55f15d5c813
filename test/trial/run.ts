/** `npm run trial [-- NAME…]`: runs the long proofs, all or those named, and prints a table of what was tried and found. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startVitest } from 'vitest/node';
import type { Found } from './found.ts';

const known = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.trial.ts'))
  .map((name) => name.replace('.trial.ts', ''));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no trial ${unknown.join(', ')}, only ${known.join(', ')}.`);
  process.exitCode = 2;
} else process.exitCode = await run(asked.length > 0 ? asked : known);

async function run(names: readonly string[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'goodword-trial-'));
  const table = join(folder, 'table');
  process.env['TRIAL_TABLE'] = table;
  const files = names.map((name) => `test/trial/${name}.trial.ts`);
  const vitest = await startVitest('test', files, { config: 'vitest.trial.config.ts', run: true });
  await vitest.close();
  const lines = existsSync(table) ? readFileSync(table, 'utf8').split('\n').filter(Boolean) : [];
  console.table(lines.map((line): Found => JSON.parse(line)));
  rmSync(folder, { recursive: true });
  return vitest.state.getCountOfFailedTests() > 0 || vitest.state.getUnhandledErrors().length > 0 ? 1 : 0;
}
