/** Finds the places of what a record wants: each card at each address, each notice at its person's. */
import { canonical, sha256 } from '#src/core/chain.ts';
import type { Json } from '#src/core/event.ts';
import type { Address } from '#src/platforms/platform.ts';
import type { Card } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Destination, Lane, Wanted } from './wanted.ts';

/** An address and who reads there. */
export type Spot = { readonly address: Address; readonly reader: Reader };

/** Where a destination is now: a channel once on each platform that has it, a person once; nowhere is `[]`. */
export type Resolve = (to: Destination) => readonly Spot[];

export type PlacedCard = {
  readonly address: Address;
  readonly lane: Lane;
  readonly card: Card;
  readonly digest: string;
  /** See `WantedCard`. */
  readonly instead?: true;
};
export type PlacedNotice = {
  /** Undefined while the person has no address. */
  readonly address: Address | undefined;
  readonly lane: Lane;
  /** Number of the event that causes it. */
  readonly number: number;
  readonly card: () => Card;
};

/** What a record of this length wants, keyed by slot. */
export type Placed = {
  readonly length: number;
  readonly cards: ReadonlyMap<string, PlacedCard>;
  readonly notices: ReadonlyMap<string, PlacedNotice>;
  /** Cards that could not be rendered: what is shown there is left as it is. */
  readonly failed: ReadonlyMap<string, unknown>;
};

/** An address as one string. */
export const addressKey = ({ platform, kind, id }: Address): string => `${platform}:${kind}:${id}`;

/** A card is known by its address and key, so that a channel that moves gets a new one and the old one is cleared. */
export const cardSlot = (address: Address, key: string): string => `${addressKey(address)}|${key}`;

/** A notice is known by its person, not by the address, so that nobody gets it again on another platform. */
export const noticeSlot = (number: number, person: string, key: string): string => `#${number}|${person}|${key}`;

/** A card's content in few characters. */
export const digestOf = (card: Card): string => sha256(canonical(card as unknown as Json)).slice(0, 24);

/** Renders the cards; notices are rendered only when they are sent. Two cards for one slot are one: the first. */
export function place(length: number, { cards, notices }: Wanted, resolve: Resolve): Placed {
  const placed = new Map<string, PlacedCard>();
  const failed = new Map<string, unknown>();
  for (const { key, to, card: render, lane = 'ordinary', instead } of cards)
    for (const { address, reader } of resolve(to)) {
      const slot = cardSlot(address, key);
      if (placed.has(slot) || failed.has(slot)) continue;
      try {
        const card = render(reader);
        placed.set(slot, { address, lane, card, digest: digestOf(card), ...(instead && { instead }) });
      } catch (error) {
        failed.set(slot, error);
      }
    }
  const told = notices.map(({ key, event, to, card, lane = 'ordinary' }): [string, PlacedNotice] => {
    const [spot] = resolve({ person: to });
    const render = () => {
      if (!spot) throw new Error(`${to} has no address`);
      return card(spot.reader);
    };
    return [noticeSlot(event.number, to, key), { address: spot?.address, lane, number: event.number, card: render }];
  });
  return { length, cards: placed, notices: new Map(told), failed };
}
