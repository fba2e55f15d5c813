/** Imports point inward: each rule of imports.jsonc is broken on purpose, and Biome sees it. */
import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { temporary } from '#test/stores/folder.ts';

type Room = { readonly file: string; readonly may: readonly string[]; readonly not: readonly string[] };

const SDKS = ['@slack/bolt', 'botbuilder', '@microsoft/teams.apps', 'openai'];
const OUTSIDE = [
  '#handlers/index.ts',
  '#src/main.ts',
  '#src/start.ts',
  '#src/wire.ts',
  '#src/bot.ts',
  '#test/given.ts',
];

const ROOMS: readonly Room[] = [
  {
    file: 'src/core/case/broken.ts',
    may: ['../event.ts', '#src/core/event.ts', 'node:crypto'],
    not: ['zod', 'csv-parse/sync', 'node:fs', '#src/words/words.ts', '#src/view/card.ts', ...OUTSIDE],
  },
  {
    file: 'src/core/broken.ts',
    may: ['./event.ts'],
    not: ['../desk/desk.ts', '../view/card.ts', '../handler.ts', '#src/config/show.ts', '#src/content/policy.ts'],
  },
  {
    file: 'src/words/en/broken.ts',
    may: ['../words.ts', '#src/core/event.ts', '#src/view/reader.ts'],
    not: ['#src/view/card.ts', '#src/desk/desk.ts', 'zod', 'node:fs'],
  },
  {
    file: 'src/view/case/broken.ts',
    may: ['../card.ts', '#src/core/rules.ts', '#src/words/words.ts'],
    not: ['#src/desk/desk.ts', '#src/handler.ts', '../../desk/desk.ts', '#src/platforms/platform.ts', 'zod'],
  },
  {
    file: 'src/assist/broken.ts',
    may: ['#src/core/rules.ts', 'openai', 'zod'],
    not: ['#src/desk/desk.ts', '#src/view/card.ts', '#src/words/words.ts', '@slack/bolt'],
  },
  {
    file: 'src/stores/broken.ts',
    may: ['./store.ts', '#src/core/event.ts', 'lowdb', 'node:fs'],
    not: ['#src/desk/records.ts', '../desk/records.ts', '#src/view/card.ts', '#src/platforms/platform.ts', ...SDKS],
  },
  {
    file: 'src/metrics/broken.ts',
    may: ['./instruments.ts', '#src/platforms/platform.ts', '#src/stores/store.ts', 'prom-client'],
    not: ['#src/core/rules.ts', '#src/desk/desk.ts', '../wire.ts', '#src/stores/lowdb.ts', 'zod', ...SDKS],
  },
  {
    file: 'src/press/broken.ts',
    may: ['./workbook.ts', '#src/view/chart/chart.ts', 'vega', 'node:worker_threads'],
    not: ['#src/view/card.ts', '#src/core/rules.ts', '#src/words/words.ts', '../desk/desk.ts', ...SDKS],
  },
  {
    file: 'src/desk/broken.ts',
    may: ['#src/core/rules.ts', '#src/stores/store.ts', '#src/platforms/platform.ts', '#src/view/card.ts', 'lru-cache'],
    not: ['#src/stores/lowdb.ts', '#src/platforms/console/console.ts', '#src/handler.ts', '#src/config.ts', ...SDKS],
  },
  {
    file: 'src/handler.ts',
    may: ['#src/core/rules.ts', '#src/desk/desk.ts', '#src/view/card.ts', '#src/words/words.ts'],
    not: ['./bot.ts', './wire.ts', './stores/lowdb.ts', '#src/platforms/platform.ts', 'zod'],
  },
  {
    file: 'src/bot.ts',
    may: ['./bot/commands.ts', '#src/handler.ts', '#src/platforms/platform.ts', '#src/stores/store.ts'],
    not: ['./stores/lowdb.ts', './wire.ts', '#src/config/show.ts', '#src/platforms/console/console.ts', 'zod'],
  },
  {
    file: 'src/bot/broken.ts',
    may: ['./commands.ts', '#src/desk/desk.ts'],
    not: ['#src/config.ts', '#src/stores/lowdb.ts', '@slack/bolt'],
  },
  {
    file: 'handlers/case/broken.ts',
    may: ['../acting.ts', '#src/handler.ts', '#src/desk/desk.ts', '#src/content/template.ts', 'node:crypto'],
    not: [
      ...['#src/platforms/platform.ts', '#src/platforms/console/console.ts', '#src/stores/store.ts'],
      ...['#src/stores/lowdb.ts', '../../src/stores/lowdb.ts', '#src/config.ts', 'zod', 'node:fs', '@slack/bolt'],
    ],
  },
  {
    file: 'src/platforms/platform.ts',
    may: ['#src/core/event.ts', '#src/view/card.ts'],
    not: ['#src/desk/desk.ts', '#src/platforms/console/console.ts', '@slack/bolt'],
  },
  {
    file: 'src/platforms/console/broken.ts',
    may: ['./room.ts', '../platform.ts', '#src/view/card.ts', '#src/server/server.ts', '#src/stores/store.ts', 'zod'],
    not: ['#src/desk/desk.ts', '../slack/slack.ts', '#src/platforms/teams/teams.ts', '#src/stores/lowdb.ts', ...SDKS],
  },
  {
    file: 'src/platforms/slack/broken.ts',
    may: ['../platform.ts', '#src/view/card.ts', '@slack/bolt', '@slack/web-api'],
    not: ['botbuilder', '#src/desk/desk.ts', '../console/console.ts', '#src/platforms/teams/teams.ts'],
  },
  {
    file: 'src/platforms/teams/broken.ts',
    may: ['../platform.ts', '#src/view/card.ts', 'botbuilder', 'botframework-connector', '@microsoft/teams.apps'],
    not: ['@slack/bolt', '#src/bot.ts', '../console/console.ts', '#src/platforms/slack/slack.ts'],
  },
  {
    file: 'src/platforms/console/page/broken.ts',
    may: ['./dom.ts', '../protocol.ts', 'adaptivecards', '#src/view/adaptive/types.ts'],
    not: ['node:fs', '../console.ts', '#src/desk/desk.ts', '#src/words/words.ts'],
  },
  { file: 'src/server/broken.ts', may: ['node:http', './router.ts'], not: ['#src/core/event.ts', 'zod'] },
  {
    file: 'src/config/broken.ts',
    may: ['./show.ts', '#src/core/rules.ts', 'yaml'],
    not: ['#src/content/policy.ts', '#src/desk/desk.ts', '@slack/bolt'],
  },
  {
    file: 'src/content/broken.ts',
    may: ['#src/config/yaml.ts', '#src/core/rules.ts', 'node:fs'],
    not: ['#src/desk/desk.ts', '#src/config.ts', '#src/view/card.ts'],
  },
  { file: 'src/config.ts', may: ['./config/desk.ts', '#src/content/policy.ts'], not: ['./wire.ts', './desk/desk.ts'] },
  { file: 'src/verify.ts', may: ['./config.ts', './stores/heads.ts'], not: ['./wire.ts', './desk/records.ts'] },
  { file: 'src/wire.ts', may: ['./desk/records.ts', '#handlers/index.ts', './platforms/platform.ts'], not: SDKS },
];

const found = z.object({
  diagnostics: z.array(
    z.object({ message: z.string(), location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }) }),
  ),
});

/** Each room's file with all its imports, the allowed ones first, judged by this repository's settings in one go. */
async function judged(root: string): Promise<z.infer<typeof found>['diagnostics']> {
  for (const name of ['biome.json', 'imports.jsonc', '.gitignore']) await cp(name, join(root, name));
  for (const { file, may, not } of ROOMS) {
    const lines = [...may, ...not].map((from, index) => `import { thing${index} } from '${from}';\n`);
    await mkdir(join(root, dirname(file)), { recursive: true });
    await writeFile(join(root, file), lines.join(''));
  }
  const lint = ['lint', '--only=style/noRestrictedImports', '--reporter=json', '--max-diagnostics=none'];
  const biome = fileURLToPath(import.meta.resolve('@biomejs/biome/bin/biome'));
  // It ends with status 1, because it finds something.
  const { stdout } = await promisify(execFile)(process.execPath, [biome, ...lint], { cwd: root }).catch(output);
  return found.parse(JSON.parse(stdout)).diagnostics;
}

const output = (error: unknown) => z.object({ stdout: z.string() }).parse(error);

test('a room imports what lies further in, and Biome refuses everything else', async () => {
  const diagnostics = await judged(temporary());
  const refused = ROOMS.map(({ file, may, not }) => {
    const lines = diagnostics
      .filter(({ location }) => location.path === file)
      .map(({ location }) => location.start.line);
    return { file, refused: [...may, ...not].filter((_, index) => lines.includes(index + 1)) };
  });
  expect(refused).toEqual(ROOMS.map(({ file, not }) => ({ file, refused: not })));
});

test('every room of the source has a rule', async () => {
  const rules = await readFile('imports.jsonc', 'utf8');
  const rooms = (await readdir('src', { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of rooms.filter(({ name }) => name !== 'platforms')) expect(rules).toContain(`"src/${name}/**"`);
  const platforms = (await readdir('src/platforms', { withFileTypes: true })).filter((entry) => entry.isDirectory());
  for (const { name } of platforms) expect(rules).toContain(`"src/platforms/${name}/**"`);
});
