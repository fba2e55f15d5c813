/**
 * The record of what is running out for one person, and of what they were called for. It follows from the cases, which
 * hold every reminder that came; so, like deliveries, it stands outside the chain and is compacted.
 */
import type { Deal, Decider } from '../decider.ts';
import type { Instant } from '../event.ts';
import { type Item, isGrave } from './item.ts';

export type Nudges = {
  /** By case. */
  readonly items: { readonly [id: string]: Item };
  /** By case, what the person was last called for. */
  readonly called: { readonly [id: string]: string };
  /** The newest calls that do not stand now: should one come back, it does not call again. */
  readonly past: readonly string[];
  /** How often they were called at all: every call is a message of its own. */
  readonly calls: number;
};

export type NudgesCommand =
  | { readonly type: 'put'; readonly item: Item }
  | { readonly type: 'drop'; readonly case: string }
  | { readonly type: 'call' };

export type NudgesEvent =
  | { readonly type: 'put'; readonly item: Item }
  | { readonly type: 'dropped'; readonly case: string }
  | { readonly type: 'called'; readonly cases: readonly string[] }
  | { readonly type: 'snapshot'; readonly state: Nudges };

/** What the person sees, the most urgent first: what they were called for, as it is now. */
export const shownItems = ({ items, called }: Nudges): readonly Item[] =>
  Object.values(items)
    .filter((item) => item.case in called)
    .sort((a, b) => order(a).localeCompare(order(b)));

/** By the due time; what has none comes last. */
const order = ({ clock, number }: Item): string => `${clock?.due ?? '9'} ${number}`;

const uncalled = ({ items, called }: Nudges): readonly Item[] =>
  Object.values(items).filter((item) => called[item.case] !== item.call);

/** The next call, for everything that has come up by then: several things at once are one message. */
export const calling = (state: Nudges) =>
  uncalled(state).map(({ case: id, call, from }) => ({
    key: `${id}/${call}`,
    at: from,
    command: { type: 'call' } as const,
  }));

function decide(state: Nudges, command: NudgesCommand, { at }: Deal): readonly NudgesEvent[] {
  switch (command.type) {
    case 'put': {
      const known = state.items[command.item.case];
      const stays = known && isSame(known, command.item) && !wasMissed(state, known, at);
      const item = stays ? { ...command.item, from: known.from } : command.item;
      return JSON.stringify(known) === JSON.stringify(item) ? [] : [{ type: 'put', item }];
    }
    case 'drop':
      return command.case in state.items ? [{ type: 'dropped', case: command.case }] : [];
    case 'call': {
      const cases = due(state, at);
      return cases.length === 0 ? [] : [{ type: 'called', cases }];
    }
  }
}

/** The same call comes when it was to come, however often it is looked at; unless it has become, or ceased to be, grave. */
const isSame = (a: Item, b: Item): boolean => a.call === b.call && isGrave(a.severity) === isGrave(b.severity);

/** Its hour passed while nobody ran: it must wait for the next that is right. */
const wasMissed = ({ called }: Nudges, { case: id, call, from }: Item, at: Instant): boolean =>
  from < at && called[id] !== call;

const due = (state: Nudges, at: Instant): readonly string[] =>
  uncalled(state)
    .filter(({ from }) => from <= at)
    .map((item) => item.case);

/** Calls that are remembered when others have taken their place, or their case has gone. */
const KEPT = 100;

function remembered({ called, past }: Nudges, id: string): readonly string[] {
  const mark = `${id} ${called[id]}`;
  return id in called && !past.includes(mark) ? [...past, mark].slice(-KEPT) : past;
}

function evolve(state: Nudges, event: NudgesEvent): Nudges {
  switch (event.type) {
    case 'put': {
      const { item } = event;
      const items = { ...state.items, [item.case]: item };
      const last = state.called[item.case];
      if (last === item.call) return { ...state, items };
      const past = remembered(state, item.case);
      const called = item.snoozed ? without(state.called, item.case) : state.called;
      const again = past.includes(`${item.case} ${item.call}`);
      return { ...state, items, past, called: again ? { ...called, [item.case]: item.call } : called };
    }
    case 'dropped': {
      const { case: id } = event;
      const past = remembered(state, id);
      return { ...state, items: without(state.items, id), called: without(state.called, id), past };
    }
    case 'called': {
      const marks = event.cases.map((id): [string, string] => [id, state.items[id]?.call ?? '']);
      return { ...state, called: { ...state.called, ...Object.fromEntries(marks) }, calls: state.calls + 1 };
    }
    case 'snapshot':
      return event.state;
  }
}

const without = <T>(all: { readonly [id: string]: T }, id: string): { readonly [id: string]: T } =>
  Object.fromEntries(Object.entries(all).filter(([other]) => other !== id));

export const nudges: Decider<Nudges, NudgesCommand, NudgesEvent> = {
  kind: 'nudges',
  version: 1,
  initial: { items: {}, called: {}, past: [], calls: 0 },
  decide,
  evolve,
};
