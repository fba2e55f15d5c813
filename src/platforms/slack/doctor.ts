/** What can be wrong between Goodword and Slack, found out before anybody meets it. */
import { WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { Bilingual } from '#src/core/rules.ts';
import { clientOptions } from './client.ts';
import { refusalOf } from './faults.ts';
import { silentLogger } from './log.ts';
import { CONTRACT } from './manifest.ts';
import { SCOPES } from './scopes.ts';
import { type Workspace, whoAreWe } from './workspace.ts';

/** `bad`: something does not work. `poor`: it works, but less than it could. */
export type Finding = { readonly is: 'good' | 'poor' | 'bad'; readonly say: Bilingual; readonly mend?: Bilingual };
export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

export type CheckOptions = {
  readonly botToken: string;
  readonly apiUrl?: string;
  /** For Socket Mode. */
  readonly appToken?: string;
  /** Every channel that cards go to, by its name on the desk. */
  readonly channels: () => Promise<{ readonly [name: string]: string }>;
  /** Commands that have a handler, and those that manifest.json names; both without the slash. */
  readonly commands: { readonly handled: readonly string[]; readonly listed: readonly string[] };
  /** Milliseconds since 1970. */
  readonly clock: () => number;
};

/** Slack refuses what is older than five minutes, and so do we; half of that is time to say something. Seconds. */
const SKEW = { poor: 30, bad: 150 };

/** In order; the first one failing makes those after it say nothing new. */
export function slackChecks(options: CheckOptions): readonly Check[] {
  const { apiUrl, botToken } = options;
  const client = new WebClient(botToken, clientOptions(apiUrl, silentLogger, 'answers'));
  let known: Promise<Workspace> | undefined;
  const workspace = () => {
    known ??= whoAreWe(client);
    return known;
  };
  return [
    { name: 'token', run: () => token(workspace) },
    { name: 'app token', run: () => appToken(options) },
    { name: 'scopes', run: async () => scopes(await workspace()) },
    { name: 'channels', run: () => channels(client, options) },
    { name: 'clock', run: () => skew(options) },
    { name: 'commands', run: async () => commands(options) },
  ];
}

async function token(workspace: () => Promise<Workspace>): Promise<readonly Finding[]> {
  try {
    const { name } = await workspace();
    return [good(`The bot token is valid, for ${name}.`, `bot token 有效，工作区：${name}。`)];
  } catch (error) {
    const why = refusalOf(error) ?? String(error);
    return [
      {
        is: 'bad',
        say: { en: `Slack does not accept the bot token: ${why}`, zh: `Slack 不接受 bot token：${why}` },
        mend: {
          en: 'Copy it again from “OAuth & Permissions” of your app into SLACK_BOT_TOKEN; install the app first.',
          zh: '请先安装应用，再从应用的“OAuth & Permissions”重新复制到 SLACK_BOT_TOKEN。',
        },
      },
    ];
  }
}

function scopes({ scopes: granted }: Workspace): readonly Finding[] {
  const missing = SCOPES.filter(({ name }) => !granted.includes(name));
  if (missing.length === 0) return [good('All permissions are granted.', '所需权限已全部授予。')];
  return missing.map(({ name, needed, without }) => ({
    is: needed ? ('bad' as const) : ('poor' as const),
    say: { en: `The permission ${name} is missing. ${without.en}`, zh: `缺少权限 ${name}。${without.zh}` },
    mend: {
      en: 'Add it under “OAuth & Permissions”, or paste manifest.json again, and reinstall the app.',
      zh: '请在“OAuth & Permissions”中添加，或重新粘贴 manifest.json，然后重新安装应用。',
    },
  }));
}

async function channels(client: WebClient, { channels: known }: CheckOptions): Promise<readonly Finding[]> {
  const all = Object.entries(await known());
  if (all.length > 0) return Promise.all(all.map(([name, id]) => channel(client, name, id)));
  return [
    {
      is: 'poor',
      say: {
        en: 'No channel on Slack is set yet, so cases appear nowhere there.',
        zh: '尚未设置 Slack 频道，个案无处显示。',
      },
      mend: {
        en: 'Invite the bot to the channel where cases should appear, and type “/desk here” in it.',
        zh: '请邀请机器人进入要接收个案的频道，并在其中输入“/desk here”。',
      },
    },
  ];
}

/** Only Socket Mode needs one. Asking for an address opens no connection. */
async function appToken({ appToken: given, apiUrl }: CheckOptions): Promise<readonly Finding[]> {
  if (given === undefined) return [];
  try {
    await new WebClient(given, clientOptions(apiUrl, silentLogger, 'answers')).apps.connections.open();
    return [good('The app-level token is valid.', 'app-level token 有效。')];
  } catch (error) {
    const why = refusalOf(error);
    if (why === undefined) throw error;
    return [
      {
        is: 'bad',
        say: { en: `Slack does not accept the app-level token: ${why}`, zh: `Slack 不接受 app-level token：${why}` },
        mend: {
          en: 'Make one with “connections:write” under “Basic Information” of your app, and copy it into SLACK_APP_TOKEN.',
          zh: '请在应用的“Basic Information”中创建带“connections:write”的 token，并复制到 SLACK_APP_TOKEN。',
        },
      },
    ];
  }
}

async function channel(client: WebClient, name: string, id: string): Promise<Finding> {
  try {
    const { channel: found } = await client.conversations.info({ channel: id });
    if (found?.is_archived) return lost(name, id, 'is archived', '已归档');
    if (!found?.is_member) return lost(name, id, 'has not invited the bot', '尚未邀请机器人');
    if (found.is_ext_shared) return shared(name, id);
    return good(`The channel “${name}” (${id}) is reachable.`, `频道“${name}”（${id}）可用。`);
  } catch (error) {
    const why = error instanceof WebAPIPlatformError ? error.data.error : undefined;
    if (why === 'channel_not_found')
      return lost(
        name,
        id,
        'is not there, or is private and has not invited the bot',
        '不存在，或为未邀请机器人的私有频道',
      );
    const said = why ?? String(error);
    return {
      is: 'poor',
      say: {
        en: `The channel “${name}” (${id}) could not be checked: ${said}`,
        zh: `无法检查频道“${name}”（${id}）：${said}`,
      },
    };
  }
}

const shared = (name: string, id: string): Finding => ({
  is: 'bad',
  say: {
    en: `The channel “${name}” (${id}) is shared with another company, whose people read every card in it.`,
    zh: `频道“${name}”（${id}）与其他公司共享，对方人员能看到其中的每张卡片。`,
  },
  mend: {
    en: 'Choose a channel of your own company: type “/desk here” in it.',
    zh: '请改用仅限本公司的频道：在该频道输入“/desk here”。',
  },
});

const lost = (name: string, id: string, en: string, zh: string): Finding => ({
  is: 'bad',
  say: { en: `The channel “${name}” (${id}) ${en}.`, zh: `频道“${name}”（${id}）${zh}。` },
  mend: {
    en: 'Type “/invite @goodword” in it, or choose another by “/desk here”.',
    zh: '请在该频道输入“/invite @goodword”，或用“/desk here”改用其他频道。',
  },
});

/** Any answer of Slack's says what time it is there. */
async function skew({ apiUrl = 'https://slack.com/api/', clock }: CheckOptions): Promise<readonly Finding[]> {
  const answer = await fetch(new URL('api.test', apiUrl), { method: 'POST', signal: AbortSignal.timeout(5_000) });
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return [];
  const seconds = Math.round(Math.abs(clock() - theirs) / 1000);
  const say = {
    en: `The clock of this computer and Slack's differ by ${seconds} seconds.`,
    zh: `本机时钟与 Slack 相差 ${seconds} 秒。`,
  };
  if (seconds < SKEW.poor) return [{ is: 'good', say }];
  const mend = {
    en: 'Set the clock by NTP; beyond five minutes all requests are refused.',
    zh: '请用 NTP 校时；超过五分钟，所有请求都会被拒绝。',
  };
  return [{ is: seconds < SKEW.bad ? 'poor' : 'bad', say, mend }];
}

function commands({ commands: { handled, listed } }: CheckOptions): readonly Finding[] {
  const promised = CONTRACT.filter((name) => handled.includes(name));
  const wrong = [
    ...promised.filter((name) => !listed.includes(name)),
    ...listed.filter((name) => !handled.includes(name)),
  ];
  if (wrong.length === 0)
    return [good('The commands of manifest.json are those that Goodword has.', 'manifest.json 中的命令与程序一致。')];
  const names = wrong.map((name) => `/${name}`).join(' ');
  return [
    {
      is: 'bad',
      say: { en: `manifest.json and Goodword differ in: ${names}.`, zh: `manifest.json 与程序不一致：${names}。` },
      mend: {
        en: 'Write it anew with “npm run --silent manifest > manifest.json”, and paste it.',
        zh: '请运行“npm run --silent manifest > manifest.json”重新生成并粘贴。',
      },
    },
  ];
}

const good = (en: string, zh: string): Finding => ({ is: 'good', say: { en, zh } });
