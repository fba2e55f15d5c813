/**
 * Writes the Teams app package for the handlers there are: `npm run teams:package -- https://goodword.example.com [file]`.
 * The app id is that of the bot, from MicrosoftAppId; an address left out is that of PUBLIC_URL.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

const [host = process.env['PUBLIC_URL'] ?? '', file = FILE] = process.argv.slice(2);
const appId = process.env['MicrosoftAppId'] ?? '';
const isAddress = URL.canParse(host) && new URL(host).protocol === 'https:';
if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(appId) || !isAddress) {
  console.error('Set MicrosoftAppId to the id of your bot, and name your address: npm run teams:package -- https://…');
  console.error('请将 MicrosoftAppId 设为机器人的 ID，并给出你的地址：npm run teams:package -- https://…');
  process.exit(1);
}
const { version } = JSON.parse(readFileSync(`${import.meta.dirname}/../package.json`, 'utf8'));
mkdirSync(dirname(resolve(file)), { recursive: true });
writeFileSync(file, zip(packed({ appId, host: new URL(host).href, version, commands: listed(handlers) })));
console.log(`${file} · upload it in Teams: Apps, Manage your apps, Upload an app. 在 Teams 的“应用”中上传此文件。`);
