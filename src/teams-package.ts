/**
 * Writes the Teams app package for the handlers there are: `npm run teams:package -- https://goodword.example.com [file]`.
 * The app id is that of the bot, from MicrosoftAppId; an address left out is that of PUBLIC_URL. `--website`, `--privacy` and
 * `--terms` are pages of the company, to which Teams leads from what it says about the app.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { handlers } from '#handlers/index.ts';
import type { Handler } from './handler.ts';
import { type Line, type Listed, packed } from './platforms/teams/package/manifest.ts';
import { zip } from './platforms/teams/package/zip.ts';
import { wordsFor } from './words/words.ts';

const FILE = 'data/goodword-teams.zip';
const HELP = 'help';

/** Every command, and every word after `desk`; in Chinese by the Chinese word that means the same. */
function listed(all: readonly Handler[]): Listed {
  const commands = all.flatMap(({ commands = {} }) => Object.entries(commands));
  // Teams lists the first dozen; help, which names the rest, is always among them.
  const words = all
    .flatMap(({ desk = {} }) => Object.entries(desk))
    .toSorted(([one], [other]) => Number(other === HELP) - Number(one === HELP));
  const [en, zh] = [wordsFor('en'), wordsFor('zh')];
  const chinese = (name: string, also: readonly string[] = []) =>
    also.find((word) => /\p{Script=Han}/u.test(word)) ?? name;
  const desk = chinese('desk', commands.find(([name]) => name === 'desk')?.[1].also);
  const line = (title: string, description: string): Line => ({ title, description });
  return {
    en: [
      ...commands.map(([name, { usage }]) => line(name, usage(en))),
      ...words.map(([name, { usage }]) => line(`desk ${name}`, usage(en))),
    ],
    zh: [
      ...commands.map(([name, { also, usage }]) => line(chinese(name, also), usage(zh))),
      ...words.map(([name, { also, usage }]) => line(`${desk} ${chinese(name, also)}`, usage(zh))),
    ],
  };
}

const page = { type: 'string' } as const;
const given = () => parseArgs({ allowPositionals: true, options: { website: page, privacy: page, terms: page } });

/** Undefined unless everything is there that Teams asks for, and right. */
function wanted() {
  try {
    const { positionals, values } = given();
    const [host = process.env['PUBLIC_URL'] ?? '', file = FILE] = positionals;
    const { website = host, privacy = website, terms = website } = values;
    const appId = process.env['MicrosoftAppId'] ?? '';
    const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(appId);
    if (!isId || ![host, website, privacy, terms].every(isSafe)) return undefined;
    return { appId, file, pages: { website: hrefOf(website), privacy: hrefOf(privacy), terms: hrefOf(terms) }, host };
  } catch {
    return undefined;
  }
}
const isSafe = (address: string): boolean => URL.canParse(address) && new URL(address).protocol === 'https:';
const hrefOf = (address: string): string => new URL(address).href;

const asked = wanted();
if (!asked) {
  console.error('Set MicrosoftAppId to the id of your bot, and name your address: npm run teams:package -- https://…');
  console.error('请将 MicrosoftAppId 设为机器人的 ID，并给出你的地址：npm run teams:package -- https://…');
  console.error('--website, --privacy, --terms: https://… (optional · 可选)');
  process.exit(1);
}
const { appId, file, pages, host } = asked;
const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, 'utf8'));
mkdirSync(dirname(resolve(file)), { recursive: true });
writeFileSync(file, zip(packed({ appId, pages, version, commands: listed(handlers) })));
console.log(`${file} · upload it in Teams: Apps, Manage your apps, Upload an app. 在 Teams 的“应用”中上传此文件。`);
if (Object.values(pages).includes(hrefOf(host))) {
  console.log(
    `Website, privacy or terms lead to ${host}, where there is no page. Name yours: --website, --privacy, --terms`,
  );
  console.log(
    `网站、隐私声明或使用条款指向 ${host}，该处没有网页。请用 --website、--privacy、--terms 给出贵公司的网页。`,
  );
}
