/** When the weekly and the monthly report come, and who does without: one record for each of the two (K28). */
import { atMinute, dayIn, plusDays, weekdayOf } from '../day.ts';
import type { Deal, Decider } from '../decider.ts';
import { CLOCK, DESK, type Instant, type PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Rules } from '../rules.ts';
import { DAY, MINUTE, plus } from '../time.ts';
import type { ReportKind } from './period.ts';

/** A report that came due. */
export type Come = { readonly due: Instant; readonly late: boolean };

export type Schedule = {
  /** Of which reports; absent before the desk began. */
  readonly kind?: ReportKind;
  /** Reports come due after this instant. */
  readonly after: Instant;
  /** The last few that came: whoever makes them finds here what a crash left unmade. */
  readonly came: readonly Come[];
  /** People who do not want it. */
  readonly off: readonly PersonId[];
};

export type ScheduleCommand =
  | { readonly type: 'begin'; readonly kind: ReportKind }
  | { readonly type: 'come' }
  | { readonly type: 'turnOff' }
  | { readonly type: 'turnOn' };

export type ScheduleEvent =
  | { readonly type: 'began'; readonly kind: ReportKind }
  | ({ readonly type: 'came' } & Come)
  | { readonly type: 'turnedOff' }
  | { readonly type: 'turnedOn' };

/** Later than this it says that it is late. */
const PUNCTUAL = 15 * MINUTE;
/** What was missed longer ago is not told any more: it can be asked for. */
const LONGEST = 32 * DAY;
const REMEMBERED = 8;

/** The first time after an instant. */
export function nextDue(kind: ReportKind, after: Instant, { report, timeZone }: Rules): Instant {
  const { minute } = report[kind];
  for (let day = dayIn(after, timeZone); ; day = plusDays(day, 1)) {
    const at = atMinute(day, minute, timeZone);
    if (at > after && fits(kind, day, report[kind].on)) return at;
  }
}

const fits = (kind: ReportKind, day: string, on: number): boolean =>
  kind === 'week' ? weekdayOf(day) === on % 7 : Number(day.slice(8)) === on;

/** The deadline, for the clock. */
export const due =
  (rules: Rules) =>
  ({ kind, after }: Schedule) => {
    if (kind === undefined) return [];
    const at = nextDue(kind, after, rules);
    return [{ key: at, at, command: { type: 'come' } as const }];
  };

function decide(state: Schedule, command: ScheduleCommand, deal: Deal): readonly ScheduleEvent[] {
  switch (command.type) {
    case 'begin':
      needDesk(deal);
      return state.kind === undefined ? [{ type: 'began', kind: command.kind }] : [];
    case 'come':
      needDesk(deal);
      return come(state, deal);
    case 'turnOff':
      needRole(deal);
      return state.off.includes(deal.by) ? [] : [{ type: 'turnedOff' }];
    case 'turnOn':
      needRole(deal);
      return state.off.includes(deal.by) ? [{ type: 'turnedOn' }] : [];
  }
}

/** One at a time, each missed one once: the next falls due at once when it was missed, too. */
function come({ kind, after }: Schedule, { at, rules }: Deal): readonly ScheduleEvent[] {
  if (kind === undefined) return [];
  const oldest = plus(at, -LONGEST);
  const when = nextDue(kind, after > oldest ? after : oldest, rules);
  if (when > at) return [];
  return [{ type: 'came', due: when, late: Date.parse(at) - Date.parse(when) > PUNCTUAL }];
}

function needDesk({ by }: Deal): void {
  if (by !== DESK && by !== CLOCK) throw new Refused({ code: 'report_needs_role', need: [] });
}

function needRole({ roles, rules }: Deal): void {
  const need = rules.report.roles;
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'report_needs_role', need });
}

export const schedule: Decider<Schedule, ScheduleCommand, ScheduleEvent> = {
  kind: 'schedule',
  version: 1,
  initial: { after: '1970-01-01T00:00:00.000Z', came: [], off: [] },
  decide,
  evolve(state, event, { at, by }) {
    switch (event.type) {
      case 'began':
        return { ...state, kind: event.kind, after: at };
      case 'came': {
        const { due: when, late } = event;
        return { ...state, after: when, came: [...state.came, { due: when, late }].slice(-REMEMBERED) };
      }
      case 'turnedOff':
        return { ...state, off: [...state.off, by] };
      case 'turnedOn':
        return { ...state, off: state.off.filter((person) => person !== by) };
    }
  },
};
