/** `npm run bench [-- --json FILE]`: figures of one run on one machine; compare the ratios, not the milliseconds. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appends } from './appends.ts';
import { fill } from './dataset.ts';
import { opened } from './house.ts';
import { loop } from './loop.ts';
import { slackBench } from './slack.bench.ts';
import { starts } from './starts.ts';
import type { Line } from './stats.ts';
import { submits } from './submits.ts';
import { teams } from './teams.ts';

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const root = mkdtempSync(join(tmpdir(), 'goodword-bench-'));
const [few, many] = [
  { dir: join(root, 'few'), cases: 1000 },
  { dir: join(root, 'many'), cases: 100_000 },
];
const step = (what: string) => console.error(`… ${what}`);
try {
  step('writing 101,000 records');
  for (const { dir, cases } of [few, many]) await fill(dir, cases);
  const lines: Line[] = [];
  step('starting');
  lines.push(...(await starts(many.dir, join(root, 'empty'))));
  step('appending');
  lines.push(...(await appends(few, many)));
  step('submitting');
  const houses = [await opened(few.dir), await opened(many.dir)] as const;
  lines.push(...(await submits(...houses)));
  step('watching the event loop');
  lines.push(...(await loop(houses[1])));
  for (const house of houses) await house.close();
  step('Slack against a bare Bolt app');
  lines.push(...(await slackBench()));
  step('answering Teams');
  lines.push(...(await teams()));
  const machine = { cpus: cpus().length, cpu: cpus()[0]?.model, load: loadavg()[0], node: process.version };
  console.table(lines);
  console.log(JSON.stringify({ machine, lines }));
  if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ machine, lines }, undefined, 2)}\n`);
} finally {
  rmSync(root, { recursive: true, force: true });
}
