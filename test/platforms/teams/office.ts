/** The whole of Goodword behind a small Teams, and beside a fake Slack where a test wants one. */
import { onTestFinished } from 'vitest';
import { DESK } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { seed } from '#src/desk/seed.ts';
import type { Platform } from '#src/platforms/platform.ts';
import type { TeamsConfig } from '#src/platforms/teams/adapter.ts';
import type { Store } from '#src/stores/store.ts';
import { teamsOn } from '#src/teams.ts';
import type { FakePlatform } from '#test/fake-platform.ts';
import { type Answered, ask } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { building, type Company } from '../building.ts';
import { activityOf, type Who } from './activities.ts';
import { CLOUD, CONFIG } from './cloud.ts';
import { type Teams, teams } from './teams.fixture.ts';

type Colleague = Who & { readonly roles: readonly Role[] };
const someone = (name: string, aad: string, locale: string, ...roles: readonly Role[]): Colleague => ({
  ...{ name, aad: `00000000-0000-4000-8000-0000000000${aad}`, locale, roles },
});

/** Emma and 李梅 report; Rita responds; Ada and 艾米 approve; Lea leads; Max administers. */
export const emma = someone('Emma', '01', 'en-GB');
export const mei = someone('李梅', '02', 'zh-CN');
export const rita = someone('Rita', '03', 'en-US', 'responder');
export const ada = someone('Ada', '04', 'en-US', 'approver');
export const amy = someone('艾米', '05', 'zh-CN', 'approver');
export const max = someone('Max', '07', 'en-US', 'manager', 'admin');
const PEOPLE = [emma, mei, rita, ada, amy, max];
export const CHANNEL = '19:response@thread.tacv2';

export type OfficeOptions = Company & {
  readonly chat?: Teams;
  readonly store?: Store;
  readonly slack?: FakePlatform;
  readonly config?: TeamsConfig;
  /** Nobody has written yet, and nothing is set up. */
  readonly bare?: true;
};

export type Office = Awaited<ReturnType<typeof office>>;

/** Opens the office. A second one on the same store and chat is the same after a restart. */
export async function office(options: OfficeOptions = {}) {
  const chat = options.chat ?? (await teams());
  const store = options.store ?? memoryStore();
  const config = options.config ?? CONFIG;
  const cloud = CLOUD(chat.url);
  onTestFinished(() => chat.stop());

  const { house, server, faults, clock, stop } = await building<Platform>(
    options,
    store,
    (desk, common) => {
      chat.clock = common.clock;
      const signed = config.anonymous ? {} : { cloud, token: async () => 'secret' };
      return [...(options.slack ? [options.slack] : []), teamsOn(desk, { ...common, config, store, ...signed })];
    },
    async ({ desk: { people, settings } }, { now }) => {
      if (options.bare) return;
      const when = { at: now(), cause: 'environment' };
      const seeds = { platform: 'teams', admins: [max.aad], managers: [], responseChannel: CHANNEL } as const;
      await seed(people, settings, seeds, when);
      for (const { aad, name, roles, locale } of PEOPLE) {
        const profile = { name, locale: locale.startsWith('zh') ? ('zh' as const) : ('en' as const) };
        const person = await people.who({ platform: 'teams', account: aad, profile, ...when });
        const change = { by: DESK, roles: [], ...when, cause: `roles/${aad}` };
        if (roles.length > 0) await people.change(person.id, { roles }, change);
      }
    },
  );

  /** Sends an activity as Teams does: signed, as JSON. */
  const post = (activity: object, headers: Record<string, string> = {}): Promise<Answered> =>
    ask(`${server.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: chat.token(), ...headers },
      body: JSON.stringify({ serviceUrl: chat.url, ...activity }),
    });
  /** Everybody who was given installs the app, so that they can be written to. */
  const installed = async (...all: readonly Who[]) => {
    for (const who of all) {
      const already = chat.at(`a:${who.aad}`).length;
      await post(activityOf(who, { type: 'installationUpdate', action: 'add' }));
      await chat.reaches(`a:${who.aad}`, already + 1);
    }
  };
  return { chat, store, house, server, faults, clock, stop, post, installed };
}
