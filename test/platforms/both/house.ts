/** One desk behind a small Slack and a small Teams at once: signed requests in, both vendors' calls out, one server. */
import { onTestFinished } from 'vitest';
import { handlers } from '#handlers/index.ts';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Platform } from '#src/platforms/platform.ts';
import type { Routes } from '#src/server/router.ts';
import { webServer } from '#src/server/server.ts';
import { slackOn } from '#src/slack.ts';
import { teamsOn } from '#src/teams.ts';
import { type House, wire } from '#src/wire.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { sorry } from '#test/house.fixture.ts';
import { formOf, headersFor } from '#test/platforms/slack/signed.ts';
import { SECRET, slack } from '#test/platforms/slack/slack.fixture.ts';
import { activityOf, type Who } from '#test/platforms/teams/activities.ts';
import { CLOUD, CONFIG } from '#test/platforms/teams/cloud.ts';
import { teams } from '#test/platforms/teams/teams.fixture.ts';
import { ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';

export const SLACK = 'C0RESPONSE';
export const TEAMS = '19:response@thread.tacv2';

/** Who writes from where; both are known by a verified e-mail. */
export type OnSlack = { readonly id: string; readonly name: string; readonly roles: readonly Role[] };
export type OnTeams = Who & { readonly roles: readonly Role[] };

const onSlack = (id: string, ...roles: readonly Role[]): OnSlack => ({ id: `U0${id.toUpperCase()}`, name: id, roles });
const onTeams = (name: string, aad: string, ...roles: readonly Role[]): OnTeams => ({
  ...{ name, aad: `00000000-0000-4000-8000-0000000000${aad}`, locale: aad.startsWith('1') ? 'zh-CN' : 'en-US', roles },
});
export const SLACKERS = [
  onSlack('emma'),
  onSlack('rita', 'responder'),
  onSlack('ada', 'approver'),
  onSlack('lea', 'leader'),
] as const;
export const TEAMERS = [
  onTeams('李梅', '11'),
  onTeams('小王', '12', 'responder'),
  onTeams('艾米', '13', 'approver'),
  onTeams('Leo', '24', 'leader'),
] as const;

export type Both = Awaited<ReturnType<typeof both>>;

export async function both() {
  const [left, right, store] = [await slack(), await teams(), memoryStore()];
  const faults: string[] = [];
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  left.clock = clock;
  right.clock = clock;
  const now = () => new Date(clock()).toISOString();
  // Waits of deliveries move the clock and take no time.
  const wait = (ms: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const due = clock() + ms;
      setImmediate(() => {
        if (!signal.aborted) ahead = Math.max(ahead, due - Date.now());
        resolve();
      });
    });
  const log = (what: string, error: unknown) =>
    void faults.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  for (const { id, name } of SLACKERS)
    left.users.set(id, { id, name, locale: 'en-GB', email: `${name}@northwind.example` });
  for (const { aad } of TEAMERS) right.members.set(`29:${aad}`, { email: `${aad}@northwind.example` });

  const routes: Routes[] = [];
  const common = { now, wait, log, clock, recheck: () => void house.outbox.recheck() };
  const house: House<Platform> = wire<Platform>(
    {
      config: { rules: { ...rules, channelLocale: 'en' }, policies: [], templates: [sorry], questions: [] },
      ...{ store, handlers, now, wait, random: () => 0.5, rhythm: () => () => undefined },
      log: (what, { error }) => log(what, error),
    },
    (desk) => {
      const config = {
        botToken: 'xoxb-test',
        apiUrl: `${left.url}/api/`,
        receive: 'http',
        signingSecret: SECRET,
      } as const;
      const one = slackOn(desk, { ...common, config, store, onFatal: log });
      const cloud = CLOUD(right.url);
      const other = teamsOn(desk, { ...common, config: CONFIG, store, cloud, token: async () => 'secret' });
      routes.push(one.routes, other.routes);
      return [one, other];
    },
  );
  const all: Routes = Object.assign({}, ...routes);
  const server = webServer({ host: '127.0.0.1', port: 0, routes: all, ready: () => true, onFault: log });
  await house.open();
  const { people, settings } = house.desk;
  const when = { at: now(), cause: 'company' };
  const who = { by: DESK, roles: [], ...when };
  const place = (platform: 'slack' | 'teams', channel: string) =>
    ({ type: 'setChannel', name: 'response', platform, channel }) as const;
  await settings.change([place('slack', SLACK), place('teams', TEAMS)], who);
  const joins = async (
    platform: 'slack' | 'teams',
    account: string,
    name: string,
    email: string,
    roles: readonly Role[],
  ) => {
    const { id } = await people.who({ platform, account, profile: { name, email }, ...when });
    if (roles.length > 0) await people.change(id, { roles }, { ...who, cause: `roles/${account}` });
  };
  for (const { id, name, roles } of SLACKERS) await joins('slack', id, name, `${name}@northwind.example`, roles);
  for (const { aad, name, roles } of TEAMERS) await joins('teams', aad, name, `${aad}@northwind.example`, roles);
  await house.start();
  await server.start();
  onTestFinished(async () => {
    await server.stop();
    await house.stop();
    await left.stop();
    await right.stop();
  });

  const postSlack = (payload: object) => {
    const body = formOf(payload);
    return ask(`${server.url}/slack/events`, { method: 'POST', headers: headersFor(body, clock()), body });
  };
  const postTeams = (activity: object) =>
    ask(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: right.token() },
      body: JSON.stringify({ serviceUrl: right.url, ...activity }),
    });
  for (const one of TEAMERS) await postTeams(activityOf(one, { type: 'installationUpdate', action: 'add' }));
  return { left, right, house, faults, postSlack, postTeams };
}
