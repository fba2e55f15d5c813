/** One desk behind a small Slack and a small Teams at once: signed requests in, both vendors' calls out, one server. */
import { onTestFinished } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Platform } from '#src/platforms/platform.ts';
import { slackOn } from '#src/slack.ts';
import { teamsOn } from '#src/teams.ts';
import { building } from '#test/platforms/building.ts';
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
  onTestFinished(async () => {
    await left.stop();
    await right.stop();
  });
  for (const { id, name } of SLACKERS)
    left.users.set(id, { id, name, locale: 'en-GB', email: `${name}@northwind.example` });
  for (const { aad } of TEAMERS) right.members.set(`29:${aad}`, { email: `${aad}@northwind.example` });

  const { house, server, faults, clock } = await building<Platform>(
    {},
    store,
    (desk, common) => {
      left.clock = common.clock;
      right.clock = common.clock;
      const apiUrl = `${left.url}/api/`;
      const config = { botToken: 'xoxb-test', apiUrl, receive: 'http', signingSecret: SECRET } as const;
      const cloud = CLOUD(right.url);
      return [
        slackOn(desk, { ...common, config, store, onFatal: common.log }),
        teamsOn(desk, { ...common, config: CONFIG, store, cloud, token: async () => 'secret' }),
      ];
    },
    async ({ desk: { people, settings } }, { now }) => {
      const when = { at: now(), cause: 'company' };
      const who = { by: DESK, roles: [], ...when };
      const place = (platform: 'slack' | 'teams', channel: string) =>
        ({ type: 'setChannel', name: 'response', platform, channel }) as const;
      await settings.change([place('slack', SLACK), place('teams', TEAMS)], who);
      const joins = async (
        on: 'slack' | 'teams',
        account: string,
        name: string,
        email: string,
        roles: readonly Role[],
      ) => {
        const { id } = await people.who({ platform: on, account, profile: { name, email }, ...when });
        if (roles.length > 0) await people.change(id, { roles }, { ...who, cause: `roles/${account}` });
      };
      for (const { id, name, roles } of SLACKERS) await joins('slack', id, name, `${name}@northwind.example`, roles);
      for (const { aad, name, roles } of TEAMERS) await joins('teams', aad, name, `${aad}@northwind.example`, roles);
    },
  );

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
