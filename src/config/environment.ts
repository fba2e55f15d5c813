/** The settings that come from environment variables, and what is wrong with them. */
import { z } from 'zod';
import { near } from '#src/core/near.ts';
import { check, rule } from './issues.ts';
import { ENVIRONMENT, type Mistake, mistake } from './mistake.ts';
import { halves } from './pairs/index.ts';

export type Env = Readonly<Record<string, string | undefined>>;

const url = (...schemes: readonly string[]) =>
  z.string().refine(
    (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol),
    rule({
      problem: { en: 'This is not an address that can be used here.', zh: '这不是可用的地址。' },
      remedy: {
        en: `Write a whole address that begins with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`,
        zh: `请填写以 ${schemes.map((scheme) => `${scheme}//`).join(' 或 ')} 开头的完整地址。`,
      },
    }),
  );

/** Ids and addresses have no spaces; a space usually means that a comma was forgotten. */
const people = z
  .string()
  .transform((text) => text.split(/[,，、;；]/u).flatMap((name) => name.trim() || []))
  .refine(
    (names) => names.every((name) => !/\s/u.test(name)),
    rule({
      problem: { en: 'A name in this list has a space in it.', zh: '名单中有一项含有空格。' },
      remedy: {
        en: 'Write Slack ids, Entra ids or e-mail addresses, with commas between them.',
        zh: '请填写 Slack ID、Entra ID 或邮箱，并用逗号分隔。',
      },
    }),
  );

const port = z
  .string()
  .refine(
    (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65535,
    rule({
      problem: { en: 'This is not a port.', zh: '这不是有效的端口号。' },
      remedy: {
        en: 'Write a number from 0 to 65535; 0 takes any free port.',
        zh: '请填写 0 到 65535 的数字；0 表示任选空闲端口。',
      },
    }),
  )
  .transform(Number);

/** Kept apart from unknown names: whoever sets it believes that their records are in Postgres, and would be wrong. */
const noDatabase = z.string().refine(
  () => false,
  rule({
    problem: {
      en: 'This version keeps its records in files, and cannot use a database yet.',
      zh: '本版本的记录保存在文件中，尚不支持数据库。',
    },
    remedy: {
      en: 'Unset DATABASE_URL; DATA_DIR says where the files are.',
      zh: '请去掉 DATABASE_URL；文件位置由 DATA_DIR 指定。',
    },
  }),
);

const APP_TYPES = ['MultiTenant', 'SingleTenant', 'UserAssignedMSI'] as const;
const text = z.string().exactOptional();

const schema = z.object({
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_SIGNING_SECRET: text,
  SLACK_API_URL: url('https:', 'http:').exactOptional(),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppType: z.enum(APP_TYPES).exactOptional(),
  MicrosoftAppTenantId: text,
  TEAMS_ANONYMOUS: z.enum(['0', '1']).exactOptional(),
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: url('https:', 'http:').exactOptional(),
  OPENAI_MODEL: text,
  DATA_DIR: text,
  DATABASE_URL: noDatabase.exactOptional(),
  RESPONSE_CHANNEL: text,
  ADMINS: people.exactOptional(),
  MANAGERS: people.exactOptional(),
  PORT: port.exactOptional(),
  HOST: text,
  PUBLIC_URL: url('https:', 'http:').exactOptional(),
});
export type Settings = z.output<typeof schema>;
const NAMES = Object.keys(schema.shape);

/** Variables of other programs are none of our business; only near misses of our own names are. */
const OURS = /^(slack|microsoft_?app|teams_anon|openai|database_|response_ch|public_)/i;

function misspelt(env: Env): readonly Mistake[] {
  return Object.entries(env).flatMap(([name, value]) => {
    if (NAMES.includes(name) || !value || !OURS.test(name)) return [];
    const guess = near(name, NAMES, 2);
    if (guess === undefined || env[guess]) return [];
    const problem = { en: 'There is no setting of this name.', zh: '没有这个名称的设置。' };
    const remedy = { en: `Did you mean ${guess}?`, zh: `是否想写 ${guess}？` };
    return mistake({ file: ENVIRONMENT, key: name, value, problem, remedy });
  });
}

/** An empty variable counts as absent: that is how compose files and CI write “not set”. */
export function readEnvironment(env: Env): { readonly value?: Settings; readonly mistakes: readonly Mistake[] } {
  const given: Record<string, string> = {};
  for (const name of NAMES) {
    const value = env[name]?.trim();
    if (value) given[name] = value;
  }
  const result = check(schema, { file: ENVIRONMENT, data: given, lineOf: () => undefined });
  return { ...result, mistakes: [...result.mistakes, ...halves(given), ...misspelt(env)] };
}
