/** A console for one test: the seeded company, two channels, and a desk that answers whatever the test says. */
import { onTestFinished } from 'vitest';
import { COMPANY } from '#src/platforms/console/company.ts';
import { type ConsolePlatform, consolePlatform } from '#src/platforms/console/console.ts';
import type { ConsoleOptions } from '#src/platforms/console/options.ts';
import type { Interaction, Reply } from '#src/platforms/platform.ts';
import type { Store } from '#src/stores/store.ts';
import { type Card, heading, text } from '#src/view/card.ts';
import { memoryStore } from '#test/stores/memory.ts';

const CHANNELS = [
  {
    id: 'response',
    name: { en: 'reputation-response', zh: '口碑响应' },
    about: { en: 'Every open case, one card each', zh: '每个处理中的案件一张卡片' },
    members: ['james', 'yun', 'olivia', 'wei', 'sofia'],
  },
  { id: 'general', name: { en: 'general', zh: '全员' } },
];
const COMMANDS = [
  { name: 'report', usage: { en: 'Report a post about us', zh: '上报提及我们的帖子' } },
  { name: 'desk', usage: { en: 'Cases, settings, help', zh: '案件、设置、帮助' } },
];

export const simple = (words: string): Card => ({
  summary: words,
  locale: 'en',
  timeZone: 'UTC',
  blocks: [heading(words), text('A small card.')],
});

export type Place = {
  readonly platform: ConsolePlatform;
  readonly url: string;
  /** What came in, in order. */
  readonly seen: Interaction[];
  readonly store: Store;
  readonly faults: unknown[];
};

export async function opened(
  reply: (interaction: Interaction) => Reply | Promise<Reply> = () => ({ type: 'done' }),
  more: Partial<ConsoleOptions> = {},
): Promise<Place> {
  const store = more.store ?? memoryStore();
  const seen: Interaction[] = [];
  const faults: unknown[] = [];
  const platform = consolePlatform({
    store,
    host: '127.0.0.1',
    port: 0,
    people: () => COMPANY,
    channels: () => CHANNELS,
    commands: () => COMMANDS,
    log: (_what, error) => void faults.push(error),
    ...more,
  });
  await platform.start(async (interaction) => {
    seen.push(interaction);
    return reply(interaction);
  });
  onTestFinished(() => platform.stop());
  return { platform, url: platform.url, seen, store, faults };
}

export const channel = (id: string) => ({ platform: 'console', kind: 'channel', id }) as const;
export const direct = (id: string) => ({ platform: 'console', kind: 'direct', id }) as const;
