/** The one record of who is on duty, week by week. A week begins on Monday when the company's working hours do. */
import { atMinute, dayIn, mondayOf, plusDays } from '../day.ts';
import type { Deal, Decider } from '../decider.ts';
import { CLOCK, type Instant, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Rules } from '../rules.ts';

/** The id of the only roster there is. */
export const ROSTER = 'desk';

export type Duty = {
  /** By the Monday of the week (`YYYY-MM-DD`). */
  readonly weeks: { readonly [monday: string]: readonly PersonId[] };
  /** The week that is on, by its Monday; absent before the first. */
  readonly current?: string;
};

/** Somebody's turn: a week and one of those on duty in it. */
export type Turn = { readonly week: string; readonly who: PersonId };

export type DutyCommand =
  /** Nobody at all: then all responders are asked. */
  | { readonly type: 'assign'; readonly week: string; readonly people: readonly PersonId[] }
  | { readonly type: 'swap'; readonly one: Turn; readonly other: Turn }
  | { readonly type: 'begin' };

export type DutyEvent =
  | { readonly type: 'assigned'; readonly week: string; readonly people: readonly PersonId[] }
  | { readonly type: 'swapped'; readonly one: Turn; readonly other: Turn }
  | { readonly type: 'began'; readonly week: string };

/** Who is on duty now; nobody means all responders. */
export const onDuty = ({ weeks, current }: Duty): readonly PersonId[] => weeks[current ?? ''] ?? [];

/** The week that is on at an instant, by its Monday: on Monday morning the old one goes on until working hours begin. */
export function weekAt(at: Instant, { timeZone, hours }: Pick<Rules, 'timeZone' | 'hours'>): string {
  const monday = mondayOf(dayIn(at, timeZone));
  return at < beginOf(monday, { timeZone, hours }) ? plusDays(monday, -7) : monday;
}

const beginOf = (monday: string, { timeZone, hours }: Pick<Rules, 'timeZone' | 'hours'>): Instant =>
  atMinute(monday, hours.from, timeZone);

/** The next change of duty, while there is anybody to change. */
export function changes({ weeks, current }: Duty, rules: Pick<Rules, 'timeZone' | 'hours'>) {
  if (current === undefined) return [];
  const someone = Object.entries(weeks).some(([week, people]) => week >= current && people.length > 0);
  if (!someone) return [];
  const next = plusDays(current, 7);
  return [{ key: next, at: beginOf(next, rules), command: { type: 'begin' } as const }];
}

function decide(state: Duty, command: DutyCommand, deal: Deal): readonly DutyEvent[] {
  const now = weekAt(deal.at, deal.rules);
  const began: readonly DutyEvent[] = state.current === now ? [] : [{ type: 'began', week: now }];
  switch (command.type) {
    case 'begin':
      return deal.by === CLOCK ? began : [];
    case 'assign': {
      requirePlanner(deal);
      const { week } = command;
      requireFuture(week, now);
      const people = [...new Set(command.people)];
      return same(state.weeks[week] ?? [], people) ? [] : [...began, { type: 'assigned', week, people }];
    }
    case 'swap': {
      const { one, other } = command;
      if (deal.by !== one.who && deal.by !== other.who) requirePlanner(deal);
      for (const turn of [one, other]) requireTurn(state, turn, now);
      for (const [{ week }, { who }] of [[one, other] as const, [other, one] as const])
        if (one.week === other.week || state.weeks[week]?.includes(who))
          throw new Refused({ code: 'duty_already', who, week });
      return [...began, { type: 'swapped', one, other }];
    }
  }
}

const PLANNERS = ['leader', 'admin'] as const;

function requirePlanner({ roles }: Deal): void {
  if (!PLANNERS.some((role) => roles.includes(role))) throw new Refused({ code: 'duty_needs_role', need: PLANNERS });
}

function requireFuture(week: string, now: string): void {
  if (week < now) throw new Refused({ code: 'duty_week_over', field: 'week', week });
}

function requireTurn({ weeks }: Duty, { week, who }: Turn, now: string): void {
  requireFuture(week, now);
  if (!weeks[week]?.includes(who)) throw new Refused({ code: 'duty_not_theirs', who, week });
}

const same = (a: readonly PersonId[], b: readonly PersonId[]): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index]);

function evolve(state: Duty, event: DutyEvent): Duty {
  switch (event.type) {
    case 'assigned':
      return { ...state, weeks: { ...state.weeks, [event.week]: event.people } };
    case 'swapped': {
      const { one, other } = event;
      return { ...state, weeks: { ...state.weeks, ...put(state, one, other.who), ...put(state, other, one.who) } };
    }
    case 'began':
      return { ...state, current: event.week };
  }
}

const put = ({ weeks }: Duty, { week, who }: Turn, instead: PersonId) => ({
  [week]: (weeks[week] ?? []).map((id) => (id === who ? instead : id)),
});

export const duty: Decider<Duty, DutyCommand, DutyEvent> = {
  kind: 'duty',
  version: 1,
  initial: { weeks: {} },
  decide,
  evolve,
};
