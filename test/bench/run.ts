/** `npm run bench [-- records | slack | teams | policy | digest | mentions] [--json FILE]`: figures of one run on one machine; compare the ratios, not the milliseconds. */

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appends } from './appends.ts';
import { fill } from './dataset.ts';
import { digestBench } from './digest.bench.ts';
import { opened } from './house.ts';
import { loop } from './loop.ts';
import { mentions } from './mentions.ts';
import { policyBench } from './policy.bench.ts';
import { slackBench } from './slack.bench.ts';
import { starts } from './starts.ts';
import type { Line } from './stats.ts';
import { submits } from './submits.ts';
import { teams } from './teams.ts';

const BENCHES = { records, slack: slackBench, teams, policy: policyBench, digest: digestBench, mentions };

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' } } });
const asked = Object.entries(BENCHES).filter(([name]) => positionals.length === 0 || positionals.includes(name));
const lines: Line[] = [];
for (const [name, bench] of asked) {
  step(name);
  lines.push(...(await bench()));
}
const machine = { cpus: cpus().length, cpu: cpus()[0]?.model, load: loadavg()[0], node: process.version };
console.table(lines);
console.log(JSON.stringify({ machine, lines }));
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, lines }, undefined, 2)}\n`);

/** What a hundred thousand records cost. */
async function records(): Promise<readonly Line[]> {
  const root = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
  const few = { dir: join(root, 'few'), cases: 1000 };
  const many = { dir: join(root, 'many'), cases: 100_000 };
  try {
    step('  writing them');
    for (const { dir, cases } of [few, many]) await fill(dir, cases);
    // A desk starts on a disk at rest, not while two hundred thousand files are still on their way there.
    execFileSync('sync');
    step('  starting');
    const started = await starts(many.dir, join(root, 'empty'));
    step('  appending');
    const appended = await appends(few, many);
    step('  submitting, and watching the event loop');
    const houses = [await opened(few.dir), await opened(many.dir)] as const;
    const submitted = await submits(...houses);
    const looped = await loop(houses[1]);
    for (const house of houses) await house.close();
    return [...started, ...appended, ...submitted, ...looped];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function step(what: string): void {
  console.error(`… ${what}`);
}
