/** Teams around a desk: who is who there, and whom its forms offer. */
import type { TeamsConfig } from './config/platform.ts';
import type { Instant } from './core/event.ts';
import { ROLES } from './core/role.ts';
import type { Person } from './core/team.ts';
import { zoneOr } from './core/zone.ts';
import type { Desk } from './desk/desk.ts';
import { type TeamsOptions, type TeamsPeople, type TeamsPlatform, teamsPlatform } from './platforms/teams/teams.ts';
import type { Store } from './stores/store.ts';

const PLATFORM = 'teams';

export type TeamsParts = Pick<TeamsOptions, 'wait' | 'log' | 'cloud' | 'token' | 'publicUrl'> & {
  readonly config: TeamsConfig;
  readonly store: Store;
  readonly now: () => Instant;
  /** A place may be reachable that was not. */
  readonly recheck: () => void;
  readonly clock?: () => number;
};

export function teamsOn(desk: Desk, { now, recheck, clock = Date.now, ...rest }: TeamsParts): TeamsPlatform {
  return teamsPlatform({ ...rest, clock, people: peopleOf(desk, now), onReached: recheck });
}

function peopleOf({ people, rules }: Desk, now: () => Instant): TeamsPeople {
  /** Somebody who has no account here is named by their person's id, which leads to them, too. */
  const choosable = (person: Person) => ({
    account: person.accounts.find(({ platform }) => platform === PLATFORM)?.id ?? person.id,
    name: person.name,
    person: person.id,
  });
  return {
    reader(account) {
      const person = account === undefined ? undefined : people.ofAccount(PLATFORM, account);
      return {
        known: person?.locale !== undefined,
        locale: person?.locale ?? rules.channelLocale,
        timeZone: zoneOr(person?.timeZone, rules.timeZone),
        people: () =>
          [...people.team().all()]
            .filter(({ active }) => active)
            .sort(forForms)
            .map(choosable),
      };
    },
    awaits(account, email) {
      const found = people.ofAccount(PLATFORM, account) ?? people.ofEmail(email);
      return found !== undefined && found.roles.length > 0;
    },
    working() {
      const team = people.team();
      const at = new Set(ROLES.flatMap((role) => team.holding(role)));
      return [...at].flatMap((id) => team.person(id)?.accounts.find(({ platform }) => platform === PLATFORM)?.id ?? []);
    },
    async refresh(account, profile) {
      const at = now();
      await people.who({ platform: PLATFORM, account, profile, at, cause: `${PLATFORM}/profile/${account}/${at}` });
    },
  };
}

/** Those who hold a role first, because forms ask for them most. */
const forForms = (a: Person, b: Person): number =>
  Number(b.roles.length > 0) - Number(a.roles.length > 0) || a.name.localeCompare(b.name);
