/** The environment and the policies folder become one Config, or one list of everything that is wrong. */
import { describe, expect, it } from 'vitest';
import type { Env } from '#src/config/environment.ts';
import { ConfigError, EX_CONFIG, explain, readConfig } from '#src/config.ts';
import { policiesWith } from '#test/content/folders.ts';

const read = (env: Env) => readConfig(env, 'policies');
function wrong(env: Env, dir = 'policies'): ConfigError {
  try {
    readConfig(env, dir);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('nothing was wrong');
}
const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
const teams = { MicrosoftAppId: 'id', MicrosoftAppPassword: 'pw', MicrosoftAppTenantId: 'tenant' };

describe('without any setting', () => {
  const config = read({});

  it('the console opens on this machine only, with its own data and no model', () => {
    expect(config.platform).toEqual({ console: true });
    expect(config.server).toEqual({ host: '127.0.0.1', port: 3000 });
    expect([config.dataDir, config.model]).toEqual(['data/demo', undefined]);
    expect(config.seed).toEqual({ admins: [], managers: [] });
  });

  it('the demo keeps apart from real records, wherever they are', () => {
    expect(read({ DATA_DIR: '/srv/goodword' }).dataDir).toBe('/srv/goodword/demo');
    expect(read({ ...slack, DATA_DIR: '/srv/goodword' }).dataDir).toBe('/srv/goodword');
    expect(read(slack).dataDir).toBe('data');
  });

  it('an empty variable counts as not set', () => {
    expect(read({ SLACK_BOT_TOKEN: '', PORT: ' ', TEAMS_ANONYMOUS: '' }).platform).toEqual({ console: true });
  });
});

describe('a platform', () => {
  it('is Slack in Socket Mode with an app token, and by HTTP with a signing secret', () => {
    expect(read(slack).platform.slack).toEqual({ botToken: 'xoxb-1', receive: 'socket', appToken: 'xapp-1' });
    expect(read({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' }).platform.slack).toEqual({
      botToken: 'xoxb-1',
      receive: 'http',
      signingSecret: 's',
    });
  });

  it('takes any token where something else stands in for Slack', () => {
    const env = { SLACK_BOT_TOKEN: 'test', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    expect(read(env).platform.slack).toMatchObject({ botToken: 'test', apiUrl: 'http://127.0.0.1:9/api/' });
  });

  it('is Teams with an app id, its password and its tenant', () => {
    expect(read(teams).platform).toEqual({
      console: false,
      teams: { anonymous: false, appId: 'id', appType: 'SingleTenant', appPassword: 'pw', tenantId: 'tenant' },
    });
  });

  it('needs no password with a managed identity', () => {
    const env = { MicrosoftAppId: 'id', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppTenantId: 't' };
    expect(read(env).platform.teams).toMatchObject({ appType: 'UserAssignedMSI' });
  });

  it('may be both, and listens on every address once people must show credentials', () => {
    const { platform, server } = read({ ...slack, ...teams, PORT: '0' });
    expect([platform.console, server]).toEqual([false, { host: '0.0.0.0', port: 0 }]);
  });

  it('may be Teams without credentials, for a test client on this machine only', () => {
    const { platform, server } = read({ TEAMS_ANONYMOUS: '1' });
    expect([platform, server.host]).toEqual([{ console: false, teams: { anonymous: true } }, '127.0.0.1']);
    expect(read({ ...slack, TEAMS_ANONYMOUS: '1' }).server.host).toBe('127.0.0.1');
  });
});

it('names people with commas of either kind', () => {
  const { seed } = read({ ADMINS: 'U01ABC, li.na@example.com，', MANAGERS: 'U02', RESPONSE_CHANNEL: 'C9' });
  expect(seed).toEqual({ responseChannel: 'C9', admins: ['U01ABC', 'li.na@example.com'], managers: ['U02'] });
});

describe('the response channel', () => {
  const tacv2 = '19:abc123@thread.tacv2';

  it('is read from an id, a mention or a link, as the setup in the chat reads it', () => {
    const seeded = (env: Env) => read(env).seed.responseChannel;
    expect(seeded({ ...slack, RESPONSE_CHANNEL: 'C0123ABCD' })).toBe('C0123ABCD');
    expect(seeded({ ...slack, RESPONSE_CHANNEL: 'https://acme.slack.com/archives/C0123ABCD' })).toBe('C0123ABCD');
    const link = 'https://teams.microsoft.com/l/channel/19%3Aabc123%40thread.tacv2/General?groupId=1';
    expect(seeded({ ...teams, RESPONSE_CHANNEL: link })).toBe(tacv2);
    expect(seeded({ ...slack, ...teams, RESPONSE_CHANNEL: tacv2 })).toBe(tacv2);
  });

  it('may have any name where something else stands in for the chat', () => {
    const env = { SLACK_BOT_TOKEN: 'test', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://127.0.0.1:9/api/' };
    expect(read({ ...env, RESPONSE_CHANNEL: 'general' }).seed.responseChannel).toBe('general');
    expect(read({ TEAMS_ANONYMOUS: '1', RESPONSE_CHANNEL: 'room' }).seed.responseChannel).toBe('room');
  });

  it.each([
    ['a name', slack, '#general', 'C0123ABCD'],
    ['a person', slack, 'U0123ABCD', 'C0123ABCD'],
    ['a channel of the other chat', slack, tacv2, 'C0123ABCD'],
    ['a name in Teams', teams, 'General', '19:…@thread.tacv2'],
  ])('is refused when it is %s, with its shape', (_what, chat, value, shape) => {
    const [mistake, ...more] = wrong({ ...chat, RESPONSE_CHANNEL: value }).mistakes;
    expect(more).toEqual([]);
    expect(mistake).toMatchObject({ file: 'environment', key: 'RESPONSE_CHANNEL', value });
    for (const remedy of Object.values(mistake?.remedy ?? {})) expect(remedy).toContain(shape);
  });
});

it('takes a model with a key, or a server of our own without one', () => {
  expect(read({ OPENAI_API_KEY: 'sk-1' }).model).toBeUndefined();
  expect(read({ OPENAI_API_KEY: 'sk-1', OPENAI_MODEL: 'm' }).model).toEqual({ name: 'm', apiKey: 'sk-1' });
  const own = { OPENAI_BASE_URL: 'http://localhost:8000/v1', OPENAI_MODEL: 'm' };
  expect(read(own).model).toEqual({ name: 'm', baseUrl: 'http://localhost:8000/v1' });
});

const mistaken: readonly [says: string, env: Env, key: string, value: string, remedy: string][] = [
  [
    'a bot token alone',
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    'SLACK_BOT_TOKEN',
    '••••',
    'Set SLACK_APP_TOKEN for Socket Mode, or SLACK_SIGNING_SECRET for HTTP.',
  ],
  [
    'an app token alone',
    { SLACK_APP_TOKEN: 'xapp-1' },
    'SLACK_APP_TOKEN',
    '••••',
    'Set SLACK_BOT_TOKEN, or unset SLACK_APP_TOKEN.',
  ],
  [
    'a signing secret alone',
    { SLACK_SIGNING_SECRET: 's' },
    'SLACK_SIGNING_SECRET',
    '••••',
    'Set SLACK_BOT_TOKEN, or unset SLACK_SIGNING_SECRET.',
  ],
  ['swapped tokens', { SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xapp-2' }, 'SLACK_BOT_TOKEN', '••••', 'swapped'],
  [
    'an app id without a password',
    { MicrosoftAppId: 'id' },
    'MicrosoftAppId',
    'id',
    'Set MicrosoftAppPassword, or unset MicrosoftAppId.',
  ],
  [
    'a password without an app id',
    { MicrosoftAppPassword: 'hunter2' },
    'MicrosoftAppPassword',
    '••••',
    'Set MicrosoftAppId',
  ],
  [
    'people of every company',
    { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p' },
    'MicrosoftAppId',
    'id',
    'Set MicrosoftAppTenantId',
  ],
  [
    'one tenant, but which',
    { MicrosoftAppId: 'id', MicrosoftAppPassword: 'p', MicrosoftAppType: 'SingleTenant' },
    'MicrosoftAppType',
    'SingleTenant',
    'Set MicrosoftAppTenantId',
  ],
  [
    'a mistyped app type',
    { ...teams, MicrosoftAppType: 'singletenant' },
    'MicrosoftAppType',
    'singletenant',
    'Did you mean SingleTenant?',
  ],
  [
    'open doors beside credentials',
    { ...teams, TEAMS_ANONYMOUS: '1' },
    'TEAMS_ANONYMOUS',
    '1',
    'Unset TEAMS_ANONYMOUS',
  ],
  ['open doors to the network', { TEAMS_ANONYMOUS: '1', HOST: '0.0.0.0' }, 'HOST', '0.0.0.0', 'Set HOST to 127.0.0.1'],
  ['a console for the network', { HOST: '192.168.1.5' }, 'HOST', '192.168.1.5', 'Set HOST to 127.0.0.1'],
  ['a model without a server', { OPENAI_MODEL: 'm' }, 'OPENAI_MODEL', 'm', 'Set OPENAI_API_KEY'],
  [
    'an address without a scheme',
    { OPENAI_MODEL: 'm', OPENAI_BASE_URL: 'localhost:8000' },
    'OPENAI_BASE_URL',
    'localhost:8000',
    'https://',
  ],
  ['a database', { DATABASE_URL: 'postgres://root:pw@db/x' }, 'DATABASE_URL', '••••', 'DATA_DIR says where'],
  ['a port that is none', { PORT: '80a' }, 'PORT', '80a', 'from 0 to 65535'],
  ['a port too high', { PORT: '70000' }, 'PORT', '70000', 'from 0 to 65535'],
  ['people without commas', { ADMINS: 'U01 U02' }, 'ADMINS', 'U01 U02', 'commas'],
  ['neither yes nor no', { TEAMS_ANONYMOUS: 'yes' }, 'TEAMS_ANONYMOUS', 'yes', 'Possible are: 0, 1.'],
  [
    'a name in another spelling',
    { MICROSOFT_APP_TENANT_ID: 't' },
    'MICROSOFT_APP_TENANT_ID',
    't',
    'Did you mean MicrosoftAppTenantId?',
  ],
  ['a mistyped name', { SLACK_BOT_TOKENS: 'xoxb-1' }, 'SLACK_BOT_TOKENS', '••••', 'Did you mean SLACK_BOT_TOKEN?'],
];

describe('a mistaken environment', () => {
  it.each(mistaken)('with %s says so and how to mend it', (_says, env, key, value, remedy) => {
    const { mistakes } = wrong(env);
    const found = mistakes.find((mistake) => mistake.key === key);
    expect(found).toMatchObject({ file: 'environment', value });
    expect(found?.remedy.en).toContain(remedy);
    expect(found?.remedy.zh).toMatch(/\p{Script=Han}/u);
    expect(found).not.toHaveProperty('line');
  });

  it('leaves variables of other programs alone', () => {
    const env = { PATH: '/bin', OPENAI_ORG_ID: 'x', SLACK_WEBHOOK_URL: 'x', DATABASE_HOST: 'x', SLACK_TEAM: 'x' };
    expect(read(env).platform.console).toBe(true);
  });

  it('never shows a secret, in either language', () => {
    const secrets = {
      SLACK_BOT_TOKEN: 'xapp-secret1',
      SLACK_SIGNING_SECRET: 'secret2',
      MicrosoftAppPassword: 'secret3',
      OPENAI_API_KEY: 'secret4',
      DATABASE_URL: 'mysql://u:secret5@h/d',
    };
    const error = wrong({ ...secrets, OPENAI_API_KEYS: 'secret6', OPENAI_BASE_URL: 'ftp://u:secret7@h' });
    expect(error.mistakes.length).toBeGreaterThan(3);
    for (const text of [explain(error, 'en'), explain(error, 'zh'), error.message, JSON.stringify(error.mistakes)])
      expect(text).not.toMatch(/secret\d/);
  });
});

describe('everything that is wrong is said at once', () => {
  const broken = () =>
    policiesWith({
      'desk.yaml': (text) =>
        text
          .replace('timeZone: Asia/Shanghai', 'timeZone: Mars')
          .replace('online-reputation#6.5', 'online-reputation#66'),
      'online-reputation.zh.md': (text) => text.replace('### 3.2 ', '### 3.1 '),
      'templates/outage.yaml': (text) => text.replace('kind: reply', 'kind: answer'),
    });
  const said = () => wrong({ PORT: 'x' }, broken());

  it('from the environment, the rules, the policies and the templates', () => {
    expect(said().mistakes.map(({ file, key }) => `${file} ${key}`)).toEqual([
      'environment PORT',
      'policies/desk.yaml timeZone',
      'policies/online-reputation.zh.md 3.1',
      'policies/online-reputation.en.md 3.2',
      'policies/desk.yaml check.lists.0.clause',
      'policies/templates/outage.yaml kind',
    ]);
  });

  it('in English', () => {
    const [head, first, second] = explain(said(), 'en').split('\n\n');
    expect(head).toBe('Goodword cannot start yet: 6 things need mending.');
    expect(first).toBe(
      'environment variable  PORT = x\n  This is not a port.\n  → Write a number from 0 to 65535; 0 takes any free port.',
    );
    expect(second).toMatch(/^policies\/desk\.yaml:\d+ {2}timeZone = Mars\n/);
  });

  it('and in Chinese', () => {
    const [head, first] = explain(said(), 'zh').split('\n\n');
    expect(head).toBe('Goodword 暂时无法启动：有 6 处需要修正。');
    expect(first).toBe(
      '环境变量  PORT = x\n  这不是有效的端口号。\n  → 请填写 0 到 65535 的数字；0 表示任选空闲端口。',
    );
  });

  it('and the process is to end with status 78', () => expect(EX_CONFIG).toBe(78));
});
