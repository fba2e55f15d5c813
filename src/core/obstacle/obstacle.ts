/** A channel of the desk that takes nothing: from the first refusal until it takes something again, or another is chosen. */
import type { Deal, Decider } from '../decider.ts';
import type { Instant, Meta, PersonId } from '../event.ts';
import { Refused } from '../refused.ts';

/**
 * `outside`: Goodword is not in the channel, or not installed there. `gone`: the chat finds no such channel for us.
 * `forbidden`: we may not write there. `other`: refused more than once, and nobody knows why.
 */
export const OBSTACLES = ['archived', 'outside', 'gone', 'forbidden', 'other'] as const;
export type Why = (typeof OBSTACLES)[number];

/** A channel by its id, and by the names that it has in the settings. */
export type BlockedPlace = { readonly platform: string; readonly channel: string; readonly names: readonly string[] };

/** So many that are over keep their cards: a channel that goes and comes must not make each look at it longer. */
const KEPT = 20;

type Blockage = {
  /** 1, 2, 3 …: how often this channel has been blocked. */
  readonly number: number;
  readonly place: BlockedPlace;
  readonly since: Instant;
  readonly why: Why;
};
/** One that is over. */
export type Ended = Blockage & {
  readonly until: Instant;
  /** It takes cards again, or another channel has its names. */
  readonly how: 'mended' | 'moved';
  /** The administrators who were told of it. */
  readonly told: readonly PersonId[];
};
export type Blocked = Blockage & {
  readonly status: 'blocked';
  /** Nothing but edits of what stands there was refused so far. */
  readonly edits?: true;
  /** Who last had it tried again. */
  readonly tried?: { readonly by: PersonId; readonly at: Instant; readonly cause: string };
  /** The last few, oldest first. */
  readonly past: readonly Ended[];
};
export type Obstacle =
  | { readonly status: 'none'; readonly past: readonly Ended[] }
  | Blocked
  | { readonly status: 'clear'; readonly past: readonly Ended[] };

export type ObstacleCommand =
  /** It refused a card, or an edit of one. */
  | { readonly type: 'block'; readonly place: BlockedPlace; readonly why: Why; readonly edits?: true }
  /** It took a card, or an edit of one; `admins` are those who have been told. */
  | { readonly type: 'mend'; readonly admins: readonly PersonId[]; readonly edits?: true }
  /** The settings have changed: by these names, if any, the channel is known now. */
  | { readonly type: 'rename'; readonly names: readonly string[]; readonly admins: readonly PersonId[] }
  | { readonly type: 'retry' };

export type ObstacleEvent =
  | { readonly type: 'blocked'; readonly place: BlockedPlace; readonly why: Why; readonly edits?: true }
  /** Refused still, and now it is known better why and what. */
  | { readonly type: 'explained'; readonly why: Why; readonly edits?: true }
  | { readonly type: 'renamed'; readonly names: readonly string[] }
  | { readonly type: 'retried' }
  | { readonly type: 'mended'; readonly told: readonly PersonId[] }
  | { readonly type: 'moved'; readonly told: readonly PersonId[] };

function decide(state: Obstacle, command: ObstacleCommand, { roles, cause }: Deal): readonly ObstacleEvent[] {
  const blocked = state.status === 'blocked' ? state : undefined;
  switch (command.type) {
    case 'block':
      return blocked ? explained(blocked, command) : [{ ...command, type: 'blocked' }];
    case 'mend':
      return blocked && proves(command, blocked) ? [{ type: 'mended', told: command.admins }] : [];
    case 'rename': {
      const { names, admins } = command;
      if (!blocked || names.join() === blocked.place.names.join()) return [];
      return names.length === 0 ? [{ type: 'moved', told: admins }] : [{ type: 'renamed', names }];
    }
    case 'retry':
      if (!roles.includes('admin')) throw new Refused({ code: 'obstacle_needs_admin', need: ['admin'] });
      return blocked && blocked.tried?.cause !== cause ? [{ type: 'retried' }] : [];
  }
}

/** What refuses new cards may take edits all the while: then they show nothing, unless such a place takes no edits either. */
function proves({ edits }: Pick<Blocked, 'edits'>, blocked: Blocked): boolean {
  return !edits || blocked.edits === true || blocked.why === 'archived' || blocked.why === 'gone';
}

/** Why new cards are refused counts more than why edits are, and a reason more than none. */
function explained(blocked: Blocked, { why: given, edits }: Pick<Blocked, 'why' | 'edits'>): readonly ObstacleEvent[] {
  if (edits && !blocked.edits) return [];
  const why = given === 'other' ? blocked.why : given;
  if (why === blocked.why && edits === blocked.edits) return [];
  return [{ type: 'explained', why, ...(edits && { edits }) }];
}

function evolve(state: Obstacle, event: ObstacleEvent, { at, by, cause }: Meta): Obstacle {
  const { past } = state;
  const blocked = state.status === 'blocked' ? state : undefined;
  switch (event.type) {
    case 'blocked': {
      const { place, why, edits } = event;
      const number = (past.at(-1)?.number ?? 0) + 1;
      return { status: 'blocked', number, since: at, place, why, ...(edits && { edits }), past };
    }
    case 'explained': {
      if (!blocked) return state;
      const { edits: _, ...rest } = blocked;
      return { ...rest, why: event.why, ...(event.edits && { edits: event.edits }) };
    }
    case 'renamed':
      return blocked ? { ...blocked, place: { ...blocked.place, names: event.names } } : state;
    case 'retried':
      return blocked ? { ...blocked, tried: { by, at, cause } } : state;
    case 'mended':
    case 'moved':
      return blocked ? { status: 'clear', past: [...past, ended(blocked, event, at)].slice(-KEPT) } : state;
  }
}

function ended(
  { number, place, since, why }: Blocked,
  { type, told }: Extract<ObstacleEvent, { readonly told: unknown }>,
  until: Instant,
): Ended {
  return { number, place, since, why, until, how: type, told };
}

export const obstacle: Decider<Obstacle, ObstacleCommand, ObstacleEvent> = {
  kind: 'obstacle',
  version: 1,
  initial: { status: 'none', past: [] },
  decide,
  evolve,
};
