/** What can be wrong between Goodword and Teams, found out before anybody meets it. */
import type { Bilingual } from '#src/core/rules.ts';
import { type Cloud, type TeamsConfig, tokens } from './adapter.ts';
import type { Place } from './places.ts';
import { endpoint } from './reach.ts';
import { type Trouble, troubleOf } from './trouble.ts';

/** `bad`: something does not work. `poor`: it works, but less than it could. */
export type Finding = { readonly is: 'good' | 'poor' | 'bad'; readonly say: Bilingual; readonly mend?: Bilingual };
export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

export type TeamsCheckOptions = {
  readonly config: TeamsConfig;
  /** Where people and channels were reached, as far as Teams has told. */
  readonly places: () => Promise<readonly Place[]>;
  /** Channels that cards go to, by their names on the desk. */
  readonly channels: () => Promise<{ readonly [name: string]: string }>;
  /** Where Teams reaches us, if somebody has said so; without a slash at the end. */
  readonly publicUrl?: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly cloud?: Cloud;
  /** How a token is had, in place of asking Microsoft for it. */
  readonly token?: () => Promise<string | undefined>;
};

/** Tokens carry times, which both sides weigh with five minutes' grace; half of that is time to say something. Seconds. */
const SKEW = { poor: 30, bad: 150 };
const KEYS = 'https://login.botframework.com/v1/.well-known/openidconfiguration';
const PATIENCE = 5_000;
/** Of an app registration: without one of these there is nothing to ask Microsoft about. */
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const good = (en: string, zh: string): Finding => ({ is: 'good', say: { en, zh } });

/** In order; without credentials there is nothing to ask Microsoft. */
export function teamsChecks(options: TeamsCheckOptions): readonly Check[] {
  const { config } = options;
  const local = [
    { name: 'Teams endpoint', run: () => endpoint(options) },
    { name: 'Teams conversations', run: async () => conversations(await options.places()) },
    { name: 'Teams channels', run: () => channels(options) },
  ];
  if (config.anonymous) return [{ name: 'Teams', run: async () => [unproven] }, ...local];
  if (!ID.test(config.appId)) return [{ name: 'Teams', run: async () => [notAnId(config)] }, ...local];
  return [
    { name: 'Teams credentials', run: () => credentials(config, options) },
    { name: 'Teams tenant', run: async () => tenant(config) },
    { name: 'Teams keys', run: () => keys(options) },
    ...local,
  ];
}

const unproven: Finding = {
  is: 'poor',
  say: {
    en: 'TEAMS_ANONYMOUS=1: a test client on this computer may act as anybody.',
    zh: 'TEAMS_ANONYMOUS=1：本机的测试客户端可以冒充任何人。',
  },
  mend: {
    en: 'For your company set MicrosoftAppId and its secret instead.',
    zh: '正式使用请改为设置 MicrosoftAppId 及其密钥。',
  },
};

type Named = Extract<TeamsConfig, { anonymous: false }>;

const notAnId = ({ appId }: Named): Finding => ({
  is: 'bad',
  say: {
    en: `MicrosoftAppId = ${appId} is not the id of an app.`,
    zh: `MicrosoftAppId = ${appId} 不是有效的应用 ID。`,
  },
  mend: {
    en: 'Copy the application (client) id from the overview of the app registration.',
    zh: '请从应用注册的“概述”中复制应用程序（客户端）ID。',
  },
});

async function credentials(config: Named, { cloud, token }: TeamsCheckOptions): Promise<readonly Finding[]> {
  try {
    await (token ?? tokens(config, cloud))();
    return [
      good(`Microsoft gives a token to the app ${config.appId}.`, `应用 ${config.appId} 能取得 Microsoft 令牌。`),
    ];
  } catch (error) {
    const { say, mend }: Trouble = troubleOf(error, config);
    return [{ is: 'bad', say, mend }];
  }
}

function tenant({ tenantId, appType }: Named): readonly Finding[] {
  if (tenantId !== undefined)
    return [good(`Only people of the tenant ${tenantId} are answered.`, `只答复租户 ${tenantId} 的人员。`)];
  return [
    {
      is: 'bad',
      say: {
        en: `No tenant is named (${appType}), so people of any company could write to the desk.`,
        zh: `未指定租户（${appType}），任何公司的人都可能给口碑台发消息。`,
      },
      mend: {
        en: 'Set MicrosoftAppTenantId to the directory (tenant) id of your company.',
        zh: '请将 MicrosoftAppTenantId 设为贵公司的目录（租户）ID。',
      },
    },
  ];
}

/** The keys by which Teams' tokens are proved come from Microsoft, and with them the time there. */
async function keys({ cloud, clock }: TeamsCheckOptions): Promise<readonly Finding[]> {
  const answer = await fetch(cloud?.ToBotFromChannelOpenIdMetadataUrl ?? KEYS, {
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return [];
  const seconds = Math.round(Math.abs(clock() - theirs) / 1000);
  const say = {
    en: `The clock of this computer and Microsoft's differ by ${seconds} seconds.`,
    zh: `本机时钟与 Microsoft 相差 ${seconds} 秒。`,
  };
  if (seconds < SKEW.poor) return [{ is: 'good', say }];
  const mend = {
    en: 'Set the clock by NTP; beyond five minutes all requests are refused.',
    zh: '请用 NTP 校时；超过五分钟，所有请求都会被拒绝。',
  };
  return [{ is: seconds < SKEW.bad ? 'poor' : 'bad', say, mend }];
}

function conversations(places: readonly Place[]): readonly Finding[] {
  const here = places.filter(({ left }) => !left);
  const count = (kind: Place['kind']) => here.filter((place) => place.kind === kind).length;
  const [people, rooms] = [count('direct'), count('channel')];
  if (here.length > 0)
    return [
      good(
        `${people} people and ${rooms} channels can be written to.`,
        `可以给 ${people} 人和 ${rooms} 个频道发消息。`,
      ),
    ];
  return [
    {
      is: 'bad',
      say: {
        en: 'Nobody can be written to: Teams has not been heard from.',
        zh: '尚未收到 Teams 的任何消息，无法给任何人发消息。',
      },
      mend: {
        en: 'Upload the app package to Teams, install it for yourself, and write “help” to it.',
        zh: '请将应用包上传到 Teams，为自己安装，然后给它发“帮助”。',
      },
    },
  ];
}

async function channels(options: TeamsCheckOptions): Promise<readonly Finding[]> {
  const [all, places] = await Promise.all([options.channels(), options.places()]);
  const names = Object.entries(all);
  if (!('response' in all)) names.unshift(['response', '']);
  return names.map(([name, id]) =>
    channel(
      name,
      id,
      places.find((place) => place.kind === 'channel' && place.id === id),
    ),
  );
}

function channel(name: string, id: string, place: Place | undefined): Finding {
  if (place && !place.left) return good(`The channel “${name}” (${id}) is reachable.`, `频道“${name}”（${id}）可用。`);
  const mend = {
    en: 'Add the app to that team, and write “@Goodword desk here” in the channel.',
    zh: '请将应用添加到该团队，并在该频道中输入“@口碑台 desk here”。',
  };
  if (id === '')
    return {
      ...{ is: 'bad', mend },
      say: {
        en: `There is no channel “${name}” on Teams: cards go nowhere.`,
        zh: `Teams 上没有设置频道“${name}”，卡片无处可发。`,
      },
    };
  if (place)
    return {
      ...{ is: 'bad', mend },
      say: {
        en: `Goodword was removed from the channel “${name}” (${id}).`,
        zh: `口碑台已被移出频道“${name}”（${id}）。`,
      },
    };
  return {
    ...{ is: 'poor', mend },
    say: {
      en: `Nothing was heard yet from the channel “${name}” (${id}); whether it can be written to shows with the first card.`,
      zh: `尚未收到频道“${name}”（${id}）的消息；能否发送，要到第一张卡片时才知道。`,
    },
  };
}
