/** The app as Teams is told of it, in both languages: exactly the commands that there are handlers for. */
import { cut } from '#src/view/cut.ts';
import { LIMITS } from '../limits.ts';
import { MESSAGE_ACTION } from '../reported.ts';
import { colourIcon, outlineIcon } from './icons.ts';
import type { Packed } from './zip.ts';

/** A command in one language: what is typed, and what it is for. */
export type Line = { readonly title: string; readonly description: string };
export type Listed = { readonly en: readonly Line[]; readonly zh: readonly Line[] };
export type App = {
  readonly appId: string;
  /** Pages of the company, by what they are about. */
  readonly pages: { readonly website: string; readonly privacy: string; readonly terms: string };
  readonly version: string;
  readonly commands: Listed;
};

const CHINESE = 'zh-cn';
const FILE = `${CHINESE}.json`;

const words = {
  en: {
    short: 'Goodword',
    full: 'Goodword, the reputation desk',
    about: 'Report what is said about us online; the desk checks the facts and answers.',
    more: 'Report a post with one line. The desk verifies the facts, drafts a reply, gets it approved by somebody else, and tells you how it ended. Cards and forms are in English or Chinese, as you read Teams.',
    action: 'Report this post',
    actionAbout: 'Report this message to the reputation desk',
  },
  zh: {
    short: '口碑台',
    full: '口碑台：企业声誉工作台',
    about: '上报网上与公司有关的内容，由口碑台核实并答复。',
    more: '一句话即可上报。口碑台核实事实、拟写回复、由他人审批，并告知处理结果。卡片与表单随您的 Teams 语言显示中文或英文。',
    action: '上报此帖子',
    actionAbout: '将此消息上报口碑台',
  },
} as const;

const short = (text: string, most: number): string => cut(text, most).kept;
const lines = (all: readonly Line[]) =>
  all.slice(0, LIMITS.manifest.commands).map(({ title, description }) => ({
    title: short(title, LIMITS.manifest.command),
    description: short(description, LIMITS.manifest.usage),
  }));

/** Manifest 1.29. */
function manifestOf({ appId, pages, version, commands }: App) {
  const { short: name, full, about, more, action, actionAbout } = words.en;
  const all = lines(commands.en);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    ...{ version, id: appId },
    localizationInfo: { defaultLanguageTag: 'en-us', additionalLanguages: [{ languageTag: CHINESE, file: FILE }] },
    developer: { name, websiteUrl: pages.website, privacyUrl: pages.privacy, termsOfUseUrl: pages.terms },
    name: { short: name, full },
    description: { short: about, full: more },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1F4E4A',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes: ['personal', 'team', 'groupChat'],
        ...{ isNotificationOnly: false, supportsFiles: false, supportsTargetedMessages: true },
        commandLists: [
          // What is picked with a slash is seen by nobody else; in a chat of one's own nobody else is there.
          { triggers: ['mention'], scopes: ['personal'], commands: all },
          { triggers: ['mention', 'slash'], scopes: ['team', 'groupChat'], commands: all },
        ],
      },
    ],
    composeExtensions: [
      {
        botId: appId,
        commands: [
          {
            ...{ id: MESSAGE_ACTION, type: 'action', title: action, description: actionAbout },
            ...{ context: ['message'], fetchTask: true },
          },
        ],
      },
    ],
    // Without it no private channel takes the app, and a desk often works in one.
    supportsChannelFeatures: 'tier1',
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

/** The Chinese strings, by the places where the English ones stand. */
function chineseOf({ commands }: App): { readonly [path: string]: string } {
  const { short: name, full, about, more, action, actionAbout } = words.zh;
  const said = [0, 1].flatMap((list) =>
    lines(commands.zh).flatMap(({ title, description }, index) => {
      const path = `bots[0].commandLists[${list}].commands[${index}]`;
      return [[`${path}.title`, title] as const, [`${path}.description`, description] as const];
    }),
  );
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.Localization.schema.json',
    ...{ 'name.short': name, 'name.full': full, 'description.short': about, 'description.full': more },
    ...Object.fromEntries(said),
    'composeExtensions[0].commands[0].title': action,
    'composeExtensions[0].commands[0].description': actionAbout,
  };
}

/** Everything that goes into the app package. */
export const packed = (app: App): Packed => ({
  'manifest.json': JSON.stringify(manifestOf(app), null, 2),
  [FILE]: JSON.stringify(chineseOf(app), null, 2),
  'color.png': colourIcon(),
  'outline.png': outlineIcon(),
});
