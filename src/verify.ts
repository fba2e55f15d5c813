/** `npm run verify`: says whether records were changed, reordered or cut. Reads only; the desk may be running. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { command, configuredDir } from './shell.ts';
import { isChained } from './stores/entries.ts';
import { contradiction, type Head, headOf, readHeads, saveHeads } from './stores/heads.ts';
import { inspect } from './stores/inspect.ts';
import { STREAMS } from './stores/paths.ts';
import { wrongWith } from './stores/whole.ts';

const USAGE = `npm run verify -- [DIR] [--save FILE] [--against FILE]
  DIR             the data directory; the one that the desk is configured to use when left out
  --save FILE     saves the head of every record, unless something is wrong; keep it where the desk cannot write
  --against FILE  also finds what was cut or rewritten since those heads were saved`;

await command(verify);

async function verify(): Promise<boolean> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { save: { type: 'string' }, against: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help || positionals.length > 1) {
    console.log(USAGE);
    return values.help === true;
  }
  const dir = positionals[0] ?? configuredDir();
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
    const why = wrongWith(seen);
    if (why !== undefined) wrong.push(why);
    if ('stream' in seen && isChained(seen.stream)) {
      const { stream, entries } = seen;
      const head = saved.get(stream);
      const against = head && contradiction(head, entries);
      if (against) wrong.push(`${stream} ${against}`);
      heads.push(headOf(stream, entries));
      saved.delete(stream);
    }
  }
  for (const { stream, length } of saved.values())
    if (isChained(stream)) wrong.push(`${stream} is gone: it had ${length} entries`);
  return { heads, wrong };
}
