/** `npm run verify`: says whether records were changed, reordered or cut. Reads only; the desk may be running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { flaw } from './core/chain.ts';
import { isChained } from './stores/entries.ts';
import { contradiction, type Head, headOf, readHeads, saveHeads } from './stores/heads.ts';
import { inspect } from './stores/inspect.ts';
import { STREAMS } from './stores/paths.ts';

const USAGE = `npm run verify -- [DIR] [--save FILE] [--against FILE]
  DIR             the data directory; the one that the desk is configured to use when left out
  --save FILE     saves the head of every record, unless something is wrong; keep it where the desk cannot write
  --against FILE  also finds what was cut or rewritten since those heads were saved`;

const WHY = {
  order: 'is not the one that belongs here: entries were removed, added or reordered',
  changed: 'was changed after it was recorded',
  private: 'has a confidential part that was changed after it was recorded',
};

try {
  process.exitCode = (await verify()) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function verify(): Promise<boolean> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { save: { type: 'string' }, against: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true;
  }
  const dir = positionals[0] ?? configured();
  if (![STREAMS, 'lock'].some((name) => existsSync(join(dir, name))))
    throw new Error(`${dir} is no data directory. Name the one to verify: npm run verify -- DIR`);

  const saved = values.against === undefined ? new Map<string, Head>() : await readHeads(values.against);
  const { heads, wrong } = await check(dir, saved);
  for (const line of wrong) console.log(`WRONG  ${line}`);
  console.log(
    `${heads.length} records checked in ${dir}: ${wrong.length === 0 ? 'all whole' : `${wrong.length} wrong`}`,
  );
  if (values.against === undefined)
    console.log('What was cut from the end of a record shows only --against saved heads.');
  if (values.save !== undefined) {
    if (wrong.length === 0) await saveHeads(values.save, heads);
    console.log(wrong.length === 0 ? `Heads saved in ${values.save}` : 'Heads were not saved.');
  }
  return wrong.length === 0;
}

async function check(dir: string, saved: Map<string, Head>): Promise<{ heads: Head[]; wrong: string[] }> {
  const heads: Head[] = [];
  const wrong: string[] = [];
  for await (const seen of inspect(dir)) {
    if ('why' in seen) wrong.push(`${seen.path}: ${seen.why}`);
    else if (isChained(seen.stream)) {
      const { stream, entries } = seen;
      const found = flaw(entries);
      if (found) wrong.push(`${stream}: entry ${found.number} ${WHY[found.why]}`);
      const head = saved.get(stream);
      const against = head && contradiction(head, entries);
      if (against) wrong.push(`${stream} ${against}`);
      heads.push(headOf(stream, entries));
      saved.delete(stream);
    }
  }
  for (const { stream, length } of saved.values()) wrong.push(`${stream} is gone: it had ${length} entries`);
  return { heads, wrong };
}

function configured(): string {
  const { dataDir, databaseUrl } = readConfig(process.env, fileURLToPath(new URL('../policies', import.meta.url)));
  if (databaseUrl)
    throw new Error('Only the embedded store can be verified. Name its directory: npm run verify -- DIR');
  return dataDir;
}
