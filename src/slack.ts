/** Slack around a desk: who is who there, and what its events mean for people and deliveries. */
import type { SlackConfig } from './config/platform.ts';
import { DESK, type Instant } from './core/event.ts';
import { zoneOr } from './core/zone.ts';
import type { Desk } from './desk/desk.ts';
import type { Handler } from './handler.ts';
import type { Listed } from './platforms/slack/manifest.ts';
import { type SlackPeople, type SlackPlatform, slackPlatform } from './platforms/slack/slack.ts';
import type { Store } from './stores/store.ts';
import { wordsFor } from './words/words.ts';

const PLATFORM = 'slack';

export type SlackParts = {
  readonly config: SlackConfig;
  readonly store: Store;
  readonly now: () => Instant;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly log: (what: string, error: unknown) => void;
  /** A place may be reachable that was not. */
  readonly recheck: () => void;
  /** Slack is lost for this process. */
  readonly onFatal: (why: string, error?: unknown) => void;
  /** Milliseconds since 1970; the computer's own when left out. */
  readonly clock?: () => number;
  readonly patience?: number;
  readonly timeout?: number;
};

export function slackOn(desk: Desk, { now, recheck, clock = Date.now, ...parts }: SlackParts): SlackPlatform {
  return slackPlatform({
    ...parts,
    people: peopleOf(desk, now),
    clock,
    onJoined: recheck,
  });
}

function peopleOf({ people, rules }: Desk, now: () => Instant): SlackPeople {
  const accountOf = (id: string) =>
    people
      .team()
      .person(id)
      ?.accounts.find(({ platform }) => platform === PLATFORM)?.id;
  return {
    isKnown: (account) => people.ofAccount(PLATFORM, account) !== undefined,
    reader(account) {
      const person = people.ofAccount(PLATFORM, account);
      const timeZone = zoneOr(person?.timeZone, rules.timeZone);
      return { locale: person?.locale ?? rules.channelLocale, timeZone, accountOf };
    },
    async refresh(account, profile) {
      const at = now();
      await people.who({ platform: PLATFORM, account, profile, at, cause: `${PLATFORM}/profile/${account}/${at}` });
    },
    async deactivate(account) {
      const person = people.ofAccount(PLATFORM, account);
      if (!person?.active) return;
      const at = now();
      const who = { by: DESK, roles: [], at, cause: `${PLATFORM}/deactivated/${account}/${at}` };
      await people.change(person.id, { active: false }, who);
    },
  };
}

/** What the manifest must name: commands with what they are for in both languages, and the forms. */
export function listed(handlers: readonly Handler[]): Listed {
  const [en, zh] = [wordsFor('en'), wordsFor('zh')];
  const commands = handlers.flatMap(({ commands: all = {} }) =>
    Object.entries(all).map(([name, { usage }]) => [name, `${usage(en)} · ${usage(zh)}`] as const),
  );
  return {
    commands: Object.fromEntries(commands),
    forms: handlers.flatMap(({ forms = {} }) => Object.keys(forms)),
  };
}
