/** The record of a channel's reminders: when the next one comes, and what was posted so far. */
import type { Deal, Decider } from '../decider.ts';
import { CLOCK, DESK, type Instant, type Meta } from '../event.ts';
import { Refused } from '../refused.ts';
import { HOUR, plus } from '../time.ts';
import type { ReminderItem } from './item.ts';
import { type Candidate, type Posted, pick } from './pick.ts';
import { nextSlot } from './schedule.ts';

export type RotationState = {
  readonly next?: Instant;
  /** Oldest first. */
  readonly posted: readonly Posted[];
  /** Posts that have no record of their own yet. */
  readonly unhanded: readonly number[];
};

/** Facts of the moment, brought along by whoever issues the command. */
export type Occasion = {
  readonly items: readonly (ReminderItem & Candidate)[];
  readonly paused: boolean;
  readonly hasChannel: boolean;
};

export type RotationCommand =
  /** At every start: the company may have chosen other days. */
  | { readonly type: 'schedule' }
  /** The company has chosen another channel. */
  | { readonly type: 'stop' }
  | ({ readonly type: 'post'; readonly now?: true } & Occasion)
  | { readonly type: 'handed'; readonly number: number };

export type RotationEvent =
  | { readonly type: 'scheduled'; readonly next: Instant | null }
  | { readonly type: 'posted'; readonly number: number; readonly item: ReminderItem; readonly next: Instant | null }
  | {
      readonly type: 'skipped';
      readonly why: 'emergency' | 'noChannel' | 'late' | 'nothing';
      readonly next: Instant | null;
    }
  | { readonly type: 'handed'; readonly number: number };

/** Who may have one posted out of turn. */
export const MAY_POST = ['manager', 'hr', 'admin', 'leader'] as const;
/** What was missed for longer than this waits for the next day on the plan. */
const LATE = 4 * HOUR;

function decide(state: RotationState, command: RotationCommand, deal: Deal): readonly RotationEvent[] {
  switch (command.type) {
    case 'schedule':
      return schedule(state, deal);
    case 'stop':
      return state.next === undefined ? [] : [{ type: 'scheduled', next: null }];
    case 'post':
      return command.now ? postNow(state, command, deal) : postDue(state, command, deal);
    case 'handed':
      return state.unhanded.includes(command.number) ? [{ type: 'handed', number: command.number }] : [];
  }
}

/** One that is overdue stays due; anything else is reckoned anew. */
function schedule(state: RotationState, { at, rules }: Deal): readonly RotationEvent[] {
  if (state.next !== undefined && state.next <= at) return [];
  const next = nextSlot(at, rules);
  return next === state.next ? [] : [{ type: 'scheduled', next: next ?? null }];
}

function postDue(state: RotationState, { items, paused, hasChannel }: Occasion, deal: Deal): readonly RotationEvent[] {
  const { at, by, rules } = deal;
  if (by !== CLOCK && by !== DESK) throw new Refused({ code: 'reminder_needs_role', need: MAY_POST });
  if (state.next === undefined) return [];
  const next = nextSlot(at, rules) ?? null;
  if (!hasChannel) return [{ type: 'skipped', why: 'noChannel', next }];
  if (paused) return [{ type: 'skipped', why: 'emergency', next }];
  if (plus(state.next, LATE) < at) return [{ type: 'skipped', why: 'late', next }];
  return [posting(state, items, next) ?? { type: 'skipped', why: 'nothing', next }];
}

function postNow(state: RotationState, { items, paused, hasChannel }: Occasion, deal: Deal): readonly RotationEvent[] {
  if (!MAY_POST.some((role) => deal.roles.includes(role)))
    throw new Refused({ code: 'reminder_needs_role', need: MAY_POST });
  if (paused) throw new Refused({ code: 'reminder_emergency' });
  if (!hasChannel) throw new Refused({ code: 'reminder_no_channel', channel: deal.rules.channelReminders.channel });
  const posted = posting(state, items, state.next ?? null);
  if (!posted) throw new Refused({ code: 'reminder_nothing_new' });
  return [posted];
}

function posting(state: RotationState, items: Occasion['items'], next: Instant | null): RotationEvent | undefined {
  const item = pick(items, state.posted);
  if (!item) return undefined;
  const { id, kind, clause, title, text } = item;
  return { type: 'posted', number: state.posted.length, item: { id, kind, clause, title, text }, next };
}

function evolve(state: RotationState, event: RotationEvent, _: Meta): RotationState {
  switch (event.type) {
    case 'scheduled':
    case 'skipped':
      return timed(state, event.next);
    case 'posted': {
      const posted = [...state.posted, { item: event.item.id, kind: event.item.kind }];
      return { ...timed(state, event.next), posted, unhanded: [...state.unhanded, event.number] };
    }
    case 'handed':
      return { ...state, unhanded: state.unhanded.filter((number) => number !== event.number) };
  }
}

const timed = ({ next: _, ...state }: RotationState, next: Instant | null): RotationState =>
  next === null ? state : { ...state, next };

export const rotation: Decider<RotationState, RotationCommand, RotationEvent> = {
  kind: 'reminder',
  version: 1,
  initial: { posted: [], unhanded: [] },
  decide,
  evolve,
};
