/** The rules of a new colleague's way. */
import { calendarFor } from '../calendar/calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { atMinute, dayIn, endOfDay } from '../day.ts';
import type { Deal } from '../decider.ts';
import { type Reach, reachedFrom } from '../signer/reach.ts';
import { HOUR, plus } from '../time.ts';
import { mayLead } from '../training/may.ts';
import { zoneOr } from '../zone.ts';
import type { PathCommand, PathEvent } from './path.ts';
import type { PathState, Plan } from './state.ts';

type Open = Extract<PathState, { status: 'open' }>;

export function decide(state: PathState, command: PathCommand, deal: Deal): readonly PathEvent[] {
  if (command.type === 'start') return start(state, command, deal);
  return state.status === 'open' ? onTheWay(state, command, deal) : [];
}

function onTheWay(state: Open, command: Exclude<PathCommand, { type: 'start' }>, deal: Deal): readonly PathEvent[] {
  switch (command.type) {
    case 'pass':
      return state.passed === undefined ? [{ type: 'passed' }, ...(state.unsigned === 0 ? [DONE] : [])] : [];
    case 'signatures':
      return signatures(state, command.open);
    case 'remind':
    case 'remindLate':
    case 'tell':
      return remind(state, command.type, command.reach, deal);
    case 'urge': {
      mayLead(deal, command.above);
      const free = state.urged === undefined ? '' : plus(state.urged, deal.rules.training.joining.urgeHours * HOUR);
      return free > deal.at ? [] : [{ type: 'urged' }];
    }
    case 'drop':
      mayLead(deal, command.above);
      return [{ type: 'dropped' }];
  }
}

const DONE: PathEvent = { type: 'finished' };

/** Whom a platform calls new walks the way once; a manager may send somebody on it again, who comes back after years. */
function start(state: PathState, command: Extract<PathCommand, { type: 'start' }>, deal: Deal): readonly PathEvent[] {
  const { person, how, above, reach } = command;
  if (how === 'hired') mayLead(deal, above);
  if (state.status === 'open' || (state.status !== 'none' && how === 'joined')) return [];
  return [{ type: 'started', person, how, plan: planFor(reach, deal) }];
}

/** By the working days of the country in which they live, and the hours in which people work. */
function planFor({ timeZone: given }: Reach, { at, rules }: Deal): Plan {
  const { days, remindBefore, managerAfter } = rules.training.joining;
  const timeZone = zoneOr(given, rules.timeZone);
  const calendar = calendarFor(timeZone, rules);
  const later = (count: number) => addWorkingDays(dayIn(at, timeZone), count, calendar).day;
  const morning = (day: string) => atMinute(day, rules.hours.from, timeZone);
  return {
    due: endOfDay(later(days), timeZone),
    remind: morning(later(Math.max(1, days - remindBefore))),
    tell: morning(later(days + Math.max(1, managerAfter))),
  };
}

/** With the last signature given and the quiz passed, all is done. */
function signatures({ unsigned, passed }: Open, open: number): readonly PathEvent[] {
  if (open === unsigned) return [];
  return [{ type: 'signaturesAsked', open }, ...(open === 0 && passed !== undefined ? [DONE] : [])];
}

function remind(
  state: Open,
  what: 'remind' | 'remindLate' | 'tell',
  reach: Reach,
  { at, rules }: Deal,
): readonly PathEvent[] {
  if (state[what] === undefined) return [];
  const until = reachedFrom(at, reach, rules);
  if (until > at) return [{ type: 'postponed', what, until }];
  return [what === 'tell' ? { type: 'told' } : { type: 'reminded', late: what === 'remindLate' }];
}
