/**
 * What was delivered of what a record wants: the stream `delivery/<record stream>`, beside the record and outside the
 * chain. It is compacted, and nothing but deliveries follows from it.
 */
import type { Decider } from '#src/core/decider.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Address } from '#src/platforms/platform.ts';

/** A card as some place shows it, with what is needed to replace it when nobody is wanted to read it any more. */
export type Shown = {
  readonly address: Address;
  readonly ref: string;
  readonly digest: string;
  readonly locale: Locale;
  readonly timeZone: string;
  /** Nothing is wanted here; the neutral line stands in its place. */
  readonly cleared?: true;
};

/** A message that is being sent, written down before: after a crash it may have arrived, and is looked up by `key`. */
export type Trying = Omit<Shown, 'ref' | 'cleared'> & { readonly key: string };

/** A place that does not take what is owed to it, until the address or (for a card) the record is another. */
export type GivenUp = {
  /** As `addressKey` gives it; '' when the person had no address. */
  readonly address: string;
  readonly length: number;
};

/** Keyed by slot: see place.ts. */
export type Delivery = {
  /** Every notice caused by events below this number was delivered, or is among `givenUp`. */
  readonly settled: number;
  readonly cards: { readonly [slot: string]: Shown };
  readonly trying: { readonly [slot: string]: Trying };
  /** Notices sent that `settled` does not cover. A list, because copying a large object for each of them is slow. */
  readonly sent: readonly string[];
  readonly givenUp: { readonly [slot: string]: GivenUp };
};

export type DeliveryEvent =
  | ({ readonly type: 'trying'; readonly slot: string } & Trying)
  | ({ readonly type: 'shown'; readonly slot: string } & Shown)
  /** The message does not exist any more, or never came to be. */
  | { readonly type: 'lost'; readonly slot: string }
  | { readonly type: 'sent'; readonly slot: string }
  | ({ readonly type: 'gaveUp'; readonly slot: string } & GivenUp)
  /** Places given up are to be tried again: the settings or the team have changed. */
  | { readonly type: 'forgiven' }
  /** Nothing is owed at this length but the notices in `waiting`. */
  | { readonly type: 'settled'; readonly upTo: number; readonly waiting: readonly string[] }
  | { readonly type: 'snapshot'; readonly state: Delivery };

const initial: Delivery = { settled: 0, cards: {}, trying: {}, sent: [], givenUp: {} };

export const deliveryDecider: Decider<Delivery, readonly DeliveryEvent[], DeliveryEvent> = {
  kind: 'delivery',
  version: 1,
  initial,
  decide: (_, events) => events,
  evolve(state, event) {
    switch (event.type) {
      case 'trying': {
        const { type: _, slot, ...trying } = event;
        return { ...state, trying: { ...state.trying, [slot]: trying } };
      }
      case 'shown': {
        const { type: _, slot, ...shown } = event;
        return { ...over(state, slot), cards: { ...state.cards, [slot]: shown } };
      }
      case 'lost':
        return { ...over(state, event.slot), cards: without(state.cards, event.slot) };
      case 'sent':
        return { ...over(state, event.slot), sent: [...state.sent, event.slot] };
      case 'gaveUp': {
        const { type: _, slot, ...givenUp } = event;
        return { ...state, givenUp: { ...state.givenUp, [slot]: givenUp } };
      }
      case 'forgiven':
        return { ...state, givenUp: forgiven(state.givenUp) };
      case 'settled':
        return settled(state, event.upTo, event.waiting);
      case 'snapshot':
        return event.state;
    }
  },
};

/** Notices begin with '#', so that settling knows them from cards. */
export const isNotice = (slot: string): boolean => slot.startsWith('#');

function over(state: Delivery, slot: string): Delivery {
  return { ...state, trying: without(state.trying, slot), givenUp: without(state.givenUp, slot) };
}

function without<T>(all: { readonly [slot: string]: T }, slot: string): { readonly [slot: string]: T } {
  if (!(slot in all)) return all;
  const { [slot]: _, ...rest } = all;
  return rest;
}

/** Nothing is given up any more, but it is not done either: so it stays, as given up elsewhere and earlier. */
const forgiven = (givenUp: Delivery['givenUp']): Delivery['givenUp'] =>
  Object.fromEntries(Object.keys(givenUp).map((slot) => [slot, { address: '', length: -1 }]));

function settled(state: Delivery, upTo: number, waiting: readonly string[]): Delivery {
  const cards = Object.entries(state.givenUp).filter(([slot, { length }]) => !isNotice(slot) && length === upTo);
  const notices = waiting.map((slot) => [slot, state.givenUp[slot] ?? { address: '', length: upTo }] as const);
  const givenUp = Object.fromEntries([...cards, ...notices]);
  const trying = Object.fromEntries(Object.entries(state.trying).filter(([slot]) => slot in givenUp));
  return { settled: upTo, cards: state.cards, trying, sent: [], givenUp };
}
