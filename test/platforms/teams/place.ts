/** Teams for one test, with a desk behind it that answers whatever the test says. */
import { onTestFinished } from 'vitest';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import { type TeamsOptions, teamsPlatform } from '#src/platforms/teams/teams.ts';
import type { Store } from '#src/stores/store.ts';
import { ask, serving } from '#test/server/ask.ts';
import { memoryStore } from '#test/stores/memory.ts';
import { activityOf, type Who } from './activities.ts';
import { teams } from './teams.fixture.ts';

const emma: Who = { name: 'Emma', aad: '00000000-0000-4000-8000-000000000001', locale: 'en-GB' };

export const channel = (id: string) => ({ platform: 'teams', kind: 'channel', id }) as const;
export const direct = (id: string) => ({ platform: 'teams', kind: 'direct', id }) as const;

/** Somebody has installed it and read their welcome, which is gone. */
export async function opened(
  reply: (interaction: Interaction) => Reply = () => ({ type: 'done' }),
  more: Pick<TeamsOptions, 'publicUrl'> & { readonly clock?: () => number; readonly store?: Store } = {},
) {
  const chat = await teams();
  const seen: Interaction[] = [];
  const faults: unknown[] = [];
  const reader = { known: false, locale: 'en', timeZone: 'UTC', people: () => [] } as const;
  const platform = teamsPlatform({
    ...{ config: { anonymous: true }, store: memoryStore(), clock: Date.now, wait: async () => undefined },
    ...more,
    people: { reader: () => reader, refresh: async () => undefined, awaits: () => false, working: () => [] },
    log: (_what, error) => void faults.push(error),
    onReached: () => undefined,
  });
  await platform.start(async (interaction) => {
    seen.push(interaction);
    return reply(interaction);
  });
  onTestFinished(async () => {
    await platform.stop();
    await chat.stop();
  });
  const url = await serving(platform.routes, faults);
  const post = (activity: object) =>
    ask(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ serviceUrl: chat.url, ...activity }),
    });
  await post(activityOf(emma, { type: 'installationUpdate', action: 'add' }));
  await chat.reaches(`a:${emma.aad}`, 1);
  chat.messages.splice(0, chat.messages.length);
  seen.splice(0, seen.length);
  return { chat, platform, seen, faults, post, emma, url };
}
