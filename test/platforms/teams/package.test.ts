/** The app package: what Teams would refuse is seen here, and its commands are those that there are handlers for. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';
import Draft04 from 'ajv-draft-04';
import { expect, test } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { MESSAGE_ACTION, REPORT_FORM } from '#src/platforms/teams/reported.ts';
import { talk } from '#test/desk/desk.fixture.ts';
import { packaged } from '#test/road/process.ts';
import { temporary } from '#test/stores/folder.ts';

const schema = fileURLToPath(new URL('../../../../shared/schemas/teams-manifest-1.29.json', import.meta.url));
const APP = '6f0e2c1a-0000-4000-8000-00000000b071';
const HOST = 'https://goodword.example.com';

/** The files of a zip, read by its directory, each compared with its own sum. */
function unzipped(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [sum, packed, name] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const start = bytes.readUInt32LE(at + 42) + 30 + name;
    const file = inflateRawSync(bytes.subarray(start, start + packed));
    expect(crc32(file)).toBe(sum);
    files.set(bytes.toString('utf8', at + 46, at + 46 + name), file);
    at += 46 + name;
  }
  return files;
}

async function built(...more: readonly string[]) {
  const file = join(temporary(), 'app.zip');
  const ended = await packaged([HOST, file, ...more], { MicrosoftAppId: APP });
  expect(ended).toMatchObject({ status: 0, complained: '' });
  const files = unzipped(readFileSync(file));
  const json = (name: string) => JSON.parse(files.get(name)?.toString() ?? '');
  return { files, said: ended.said, manifest: json('manifest.json'), chinese: json('zh-cn.json') };
}

test.skipIf(!existsSync(schema))('Microsoft’s own schema accepts the manifest', async () => {
  const { manifest } = await built();
  const ajv = new Draft04.default({ strict: false, logger: false });
  const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
  validate(manifest);
  expect(validate.errors ?? []).toEqual([]);
  validate({ ...manifest, bots: [{ botId: 'x' }] });
  expect(validate.errors ?? []).not.toEqual([]);
});

/** What a file of another language may say, and how long it may be; Teams refuses a package with anything else in it. */
const SPOKEN: readonly (readonly [key: RegExp, most: number])[] = [
  [/^\$schema$/, 200],
  [/^name\.short$/, 30],
  [/^name\.full$/, 100],
  [/^description\.short$/, 80],
  [/^description\.full$/, 4000],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[(?:\d|1[01])\]\.title$/, 32],
  [/^bots\[0\]\.commandLists\[[0-2]\]\.commands\[(?:\d|1[01])\]\.description$/, 128],
  [/^composeExtensions\[0\]\.commands\[\d\]\.title$/, 32],
  [/^composeExtensions\[0\]\.commands\[\d\]\.description$/, 128],
];

test('the Chinese file says nothing that Teams does not know, and nothing too long', async () => {
  const { chinese } = await built();
  const wrong = Object.entries<string>(chinese).filter(
    ([key, text]) => !SPOKEN.some(([known, most]) => known.test(key) && text.length <= most),
  );
  expect(wrong).toEqual([]);
  for (const key of ['name.short', 'description.short', 'description.full']) expect(chinese).toHaveProperty([key]);
});

test('both icons are pictures of the size that Teams asks for', async () => {
  const { files } = await built();
  for (const [name, size] of [['color.png', 192] as const, ['outline.png', 32] as const]) {
    const bytes = files.get(name) ?? Buffer.alloc(0);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([size, size]);
    const begin = bytes.indexOf('IDAT') + 4;
    const rows = inflateSync(bytes.subarray(begin, bytes.indexOf('IEND') - 8));
    expect(rows).toHaveLength(size * (size * 4 + 1));
  }
});

test('every command that the menus offer is understood, in both languages, and each English string has its Chinese', async () => {
  const { manifest, chinese } = await built();
  const { as } = await talk(handlers);
  const lists = manifest.bots[0].commandLists;
  for (const [list, { triggers, scopes, commands }] of lists.entries()) {
    expect(triggers).toEqual(scopes.includes('personal') ? ['mention'] : ['mention', 'slash']);
    expect(commands.map(({ title }: { title: string }) => title)).toContain('desk help');
    for (const [index, { title }] of commands.entries()) {
      const path = `bots[0].commandLists[${list}].commands[${index}]`;
      expect(chinese[`${path}.description`]).toMatch(/\p{Script=Han}/u);
      for (const typed of [title, chinese[`${path}.title`], `/${title}`]) {
        const reply = await as('somebody').says(typed);
        expect([typed, JSON.stringify(reply)]).toEqual([
          typed,
          expect.not.stringMatching(/not sure what you need|There is no command/),
        ]);
      }
    }
  }
});

test('website, privacy and terms are pages of the company; what is left out is said', async () => {
  const [site, privacy, terms] = ['https://northwind.example/', `${HOST}/privacy`, 'https://northwind.example/terms'];
  const all = await built('--privacy', privacy, '--website', site, '--terms', terms);
  expect(all.manifest.developer).toMatchObject({ websiteUrl: site, privacyUrl: privacy, termsOfUseUrl: terms });
  expect(all.said).not.toContain('no page');
  const some = await built('--website', site);
  expect(some.manifest.developer).toMatchObject({ websiteUrl: site, privacyUrl: site, termsOfUseUrl: site });
  expect(some.said).not.toContain('no page');
  const none = await built();
  expect(none.manifest.developer).toMatchObject({ websiteUrl: `${HOST}/`, privacyUrl: `${HOST}/` });
  expect(none.said).toMatch(/there is no page[\s\S]*该处没有网页/);
});

test('a private channel takes the app, too', async () => {
  const { manifest } = await built();
  expect(manifest.supportsChannelFeatures).toBe('tier1');
});

test('the menu of a message opens a form that there is', async () => {
  const { manifest } = await built();
  const [action] = manifest.composeExtensions[0].commands;
  expect(action).toMatchObject({ id: MESSAGE_ACTION, context: ['message'], fetchTask: true });
  expect(handlers.some(({ forms = {} }) => REPORT_FORM in forms)).toBe(true);
});

test.each([
  ['no address', [], { MicrosoftAppId: APP }],
  ['no app id', [HOST], {}],
  ['an address that is not safe', ['http://goodword.example.com'], { MicrosoftAppId: APP }],
  ['terms that are no address', [HOST, '--terms', 'ours'], { MicrosoftAppId: APP }],
  ['an option that there is not', [HOST, '--logo', 'x'], { MicrosoftAppId: APP }],
] as const)('with %s it says what to give, in both languages', async (_what, args, env) => {
  const ended = await packaged(args, env);
  expect(ended.status).toBe(1);
  expect(ended.complained).toMatch(/MicrosoftAppId[\s\S]*请将/);
});
