/** The local console around a desk: its company, its channel, and a guide that ticks itself off as the road is walked. */

import { handlers } from '#handlers/index.ts';
import { DESK, type Instant } from './core/event.ts';
import type { Locale } from './core/rules.ts';
import { guideOf } from './demo-guide.ts';
import type { Desk } from './desk/desk.ts';
import { seed, seedCompany } from './desk/seed.ts';
import { COMPANY } from './platforms/console/company.ts';
import { type ConsolePlatform, consolePlatform } from './platforms/console/console.ts';
import type { ConsoleOptions } from './platforms/console/options.ts';
import type { Store } from './stores/store.ts';
import { wordsFor } from './words/words.ts';

const RESPONSE = 'response';
/** Whose first day it is when the console is first opened. */
const NEWCOMER = 'noah';

export type DemoOptions = Pick<ConsoleOptions, 'metrics'> & {
  readonly store: Store;
  readonly host: string;
  readonly port: number;
  readonly now: () => Instant;
  readonly log: (what: string, error: unknown) => void;
};

/** The console as a platform; the guide follows what happens on the desk. */
export function demo(desk: Desk, { store, host, port, now, log, metrics }: DemoOptions): ConsolePlatform {
  const guide = guideOf(desk);
  const [en, zh] = [wordsFor('en'), wordsFor('zh')];
  const commands = handlers.flatMap((handler) => [
    ...Object.entries(handler.commands ?? {}).map(([name, { usage }]) => ({
      name,
      usage: { en: usage(en), zh: usage(zh) },
    })),
    ...Object.entries(handler.desk ?? {}).map(([word, { usage }]) => ({
      name: `desk ${word}`,
      usage: { en: usage(en), zh: usage(zh) },
    })),
  ]);
  const channel = {
    id: RESPONSE,
    name: { en: 'response', zh: '响应' },
    about: { en: en.guide.channel, zh: zh.guide.channel },
  };
  const members = COMPANY.filter(({ roles }) => roles.length > 0).map(({ account }) => account);
  return consolePlatform({
    ...{ store, host, port, log, now, ...(metrics && { metrics }) },
    people: () =>
      COMPANY.map((one) => {
        const person = desk.people.ofAccount('console', one.account);
        return { ...one, locale: person?.locale ?? one.locale, ...(person && { person: person.id }) };
      }),
    channels: () => [{ ...channel, members }],
    commands: () => commands,
    guide,
  });
}

/** Once: the company comes in, and its response channel is set, in the language of whoever started the console. */
export async function seedDemo({ people, settings, training }: Desk, at: Instant, locale: Locale): Promise<void> {
  const when = { at, cause: 'demo' };
  await seedCompany(people, settings, 'console', COMPANY, when);
  await seed(people, settings, { platform: 'console', admins: [], managers: [], responseChannel: RESPONSE }, when);
  const who = { ...when, by: DESK, roles: [], cause: 'demo/language' };
  const speak = () => settings.change([{ type: 'setChannelLocale', name: RESPONSE, locale }], who);
  await settings.once('language/console', speak, when);
  const newcomer = people.ofAccount('console', NEWCOMER);
  const welcome = async () => {
    if (newcomer) await training.newcomers.hire(newcomer.id, { ...who, cause: 'demo/newcomer' });
  };
  await settings.once('newcomer/console', welcome, when);
}
