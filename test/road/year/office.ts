/** A company on three continents for a simulated year, with the real house around it and a clock that is moved by hand. */
import { cases } from '#handlers/cases.ts';
import { duty } from '#handlers/duty.ts';
import { reminders } from '#handlers/reminders.ts';
import { review } from '#handlers/review.ts';
import type { Instant } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import { type Colleague, seedCompany } from '#src/desk/seed.ts';
import type { Store } from '#src/stores/store.ts';
import { wire } from '#src/wire.ts';
import { dated } from '#test/core/calendar/china.fixture.ts';
import type { FakePlatform } from '#test/fake-platform.ts';

const works = (account: string, timeZone: string, ...roles: readonly Role[]): Colleague => ({
  ...{ account, name: account, locale: 'en', roles, timeZone, team: 'desk' },
});

/** Wei, Ying and Lan work in Shanghai, Rob, Amy and Leo in London, Rosa in New York. */
export const COMPANY: readonly Colleague[] = [
  works('wei', 'Asia/Shanghai', 'responder'),
  works('rob', 'Europe/London', 'responder'),
  works('rosa', 'America/New_York', 'responder'),
  works('ying', 'Asia/Shanghai', 'approver'),
  works('amy', 'Europe/London', 'approver'),
  works('lan', 'Asia/Shanghai', 'leader'),
  works('leo', 'Europe/London', 'leader'),
];
export const RESPONDERS = ['wei', 'rob', 'rosa'] as const;

export type Office = Awaited<ReturnType<typeof office>>;

/** The store as one process has it: what follows it ends with the process. */
function lifeOn(store: Store): { readonly store: Store; readonly end: () => void } {
  const ends: (() => void)[] = [];
  const follow: Store['follow'] = (follower) => {
    const end = store.follow(follower);
    ends.push(end);
    return end;
  };
  return { store: { ...store, follow }, end: () => void ends.map((end) => end()) };
}

/** Opens the house at an instant on a store that may have been used before. */
export async function office(whole: Store, chat: FakePlatform, at: Instant) {
  const { store, end } = lifeOn(whole);
  let now = at;
  let changed = false;
  const faults: string[] = [];
  const house = wire(
    {
      config: { rules: dated, policies: [], templates: [], questions: [] },
      handlers: [cases, review, reminders, duty],
      ...{ store, random: () => 0.5, wait: async () => undefined, rhythm: () => () => undefined },
      now: () => now,
      log: (what, { error }) => faults.push(`${what}: ${error instanceof Error ? error.stack : String(error)}`),
    },
    () => [chat],
  );
  const { desk, clock, outbox } = house;
  const noted = () => {
    changed = true;
  };
  await house.open();
  for (const records of [desk.cases.records, desk.nudges, desk.duty.records]) records.onChange(noted);
  await seedCompany(desk.people, desk.settings, 'slack', COMPANY, { at, cause: 'company' });
  await house.start();
  await settled();

  /** Resolves when everything that follows from what was done has been done; at once when nothing was. */
  async function settled(): Promise<void> {
    while (changed) {
      changed = false;
      for (let round = 0; round < 3; round += 1) await new Promise((resolve) => setImmediate(resolve));
      await outbox.idle();
    }
  }

  return {
    ...{ desk, faults },
    async stop(): Promise<void> {
      await house.stop();
      end();
    },
    idOf: (account: string) => desk.people.ofAccount('slack', account)?.id ?? '',
    /** The clock strikes a minute. */
    async strike(at: Instant): Promise<void> {
      now = at;
      await clock.tick(at);
      await settled();
    },
    /** Something is done at an instant. */
    async does(at: Instant, deed: () => Promise<unknown>): Promise<void> {
      now = at;
      changed = true;
      await deed();
      await settled();
    },
  };
}
