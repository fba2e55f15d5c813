import { describe, expect, it } from 'vitest';
import { type Delivery, type DeliveryEvent, deliveryDecider } from '#src/desk/delivery.ts';
import { owed, waiting } from '#src/desk/owed.ts';
import { cardSlot, noticeSlot, place } from '#src/desk/place.ts';
import type { Wanted } from '#src/desk/wanted.ts';
import { card, channel, english } from './outbox.fixture.ts';
import { NOON } from './task.fixture.ts';

const wantsCard = (summary: string): Wanted => ({
  cards: [{ key: 'task', to: { channel: 'response' }, card: () => card(summary) }],
  notices: [],
});
const tells = (number: number, ...people: string[]): Wanted => ({
  cards: [],
  notices: people.map((to) => ({ key: 'told', event: { id: `e${number}`, number }, to, card: () => card('told') })),
});

const nowhere = new Set<string>();
const placed = (wanted: Wanted, length = 3) =>
  place(length, wanted, (to) => {
    const id = 'channel' in to ? 'C1' : `D-${to.person}`;
    return nowhere.has(id) ? [] : [{ address: channel(id), reader: english }];
  });

const meta = { id: '', number: 0, at: NOON, by: 'desk', cause: '' };
const delivered = (...events: DeliveryEvent[]): Delivery =>
  events.reduce((state, event) => deliveryDecider.evolve(state, event, meta), deliveryDecider.initial);

const slot = cardSlot(channel('C1'), 'task');
const facts = (summary: string) => {
  const digest = placed(wantsCard(summary)).cards.get(slot)?.digest ?? '';
  return { address: channel('C1'), digest, locale: 'en' as const, timeZone: 'UTC' };
};
const shown = (summary: string): DeliveryEvent => ({ type: 'shown', slot, ref: 'm1', ...facts(summary) });
const nothing: Wanted = { cards: [], notices: [] };
const does = (wanted: Wanted, delivery: Delivery) =>
  owed(placed(wanted), delivery).map((task) => `${task.does} ${task.address.id}: ${task.card().summary}`);

describe('what is owed for a card', () => {
  it('is to post it where it never was', () => {
    expect(does(wantsCard('a'), delivered())).toEqual(['post C1: a']);
  });
  it('is nothing while it reads the same', () => {
    expect(does(wantsCard('a'), delivered(shown('a')))).toEqual([]);
  });
  it('is to edit it when it reads differently', () => {
    expect(does(wantsCard('b'), delivered(shown('a')))).toEqual(['edit C1: b']);
  });
  it('is one neutral line where it is not wanted any more, once, and the card again when it is', () => {
    expect(does(nothing, delivered(shown('a')))).toEqual(['clear C1: Nothing more to do here.']);
    const cleared: DeliveryEvent = { type: 'shown', slot, ref: 'm1', cleared: true, ...facts('neutral') };
    expect(does(nothing, delivered(shown('a'), cleared))).toEqual([]);
    expect(does(wantsCard('a'), delivered(shown('a'), cleared))).toEqual(['edit C1: a']);
  });
  it('is to look where one may have arrived that is not wanted any more', () => {
    expect(does(nothing, delivered({ type: 'trying', slot, key: 'k', ...facts('a') }))).toEqual([
      'clear C1: Nothing more to do here.',
    ]);
  });
  it('is nothing where none stands that it would take the place of, and an edit where one does', () => {
    const instead: Wanted = { ...nothing, cards: wantsCard('over').cards.map((one) => ({ ...one, instead: true })) };
    expect(does(instead, delivered())).toEqual([]);
    expect(does(instead, delivered(shown('a')))).toEqual(['edit C1: over']);
    const cleared: DeliveryEvent = { type: 'shown', slot, ref: 'm1', cleared: true, ...facts('neutral') };
    expect(does(instead, delivered(shown('a'), cleared))).toEqual(['edit C1: over']);
    expect(does(instead, delivered({ type: 'trying', slot, key: 'k', ...facts('a') }))).toEqual([
      'clear C1: Nothing more to do here.',
    ]);
  });
  it('is nothing at a place given up, until the record changes or it is forgiven', () => {
    const gaveUp: DeliveryEvent = { type: 'gaveUp', slot, address: '', length: 3 };
    expect(does(wantsCard('a'), delivered(gaveUp))).toEqual([]);
    expect(owed(placed(wantsCard('a'), 4), delivered(gaveUp))).toHaveLength(1);
    expect(does(wantsCard('a'), delivered(gaveUp, { type: 'forgiven' }))).toEqual(['post C1: a']);
  });
  it('is nothing where it could not be rendered: what is there stays', () => {
    const broken: Wanted = {
      cards: [
        {
          key: 'task',
          to: { channel: 'response' },
          card: () => {
            throw new Error('broken');
          },
        },
      ],
      notices: [],
    };
    expect(does(broken, delivered(shown('a')))).toEqual([]);
    expect(placed(broken).failed.size).toBe(1);
  });
});

describe('what is owed of notices', () => {
  const bob = noticeSlot(2, 'bob', 'told');

  it('is each that was not sent', () => {
    expect(does(tells(2, 'bob', 'carol'), delivered({ type: 'sent', slot: bob }))).toEqual(['tell D-carol: told']);
  });
  it('is none of the past, once the record was settled', () => {
    const settled = delivered({ type: 'settled', upTo: 3, waiting: [] });
    expect(does(tells(2, 'bob'), settled)).toEqual([]);
    expect(does(tells(3, 'bob'), settled)).toEqual(['tell D-bob: told']);
  });
  it('is kept for a person without an address, also after settling, and sent when there is one', () => {
    nowhere.add('D-bob');
    const before = placed(tells(2, 'bob'));
    nowhere.clear();
    expect(owed(before, delivered())).toEqual([]);
    const settled = delivered({ type: 'settled', upTo: 3, waiting: waiting(before, delivered()) });
    expect(does(tells(2, 'bob'), settled)).toEqual(['tell D-bob: told']);
  });
  it('waits for another address, or for forgiveness, where the person does not take it', () => {
    const gaveUp = delivered({ type: 'gaveUp', slot: bob, address: 'slack:channel:D-bob', length: 3 });
    const settled = delivered(
      { type: 'gaveUp', slot: bob, address: 'slack:channel:D-bob', length: 3 },
      { type: 'settled', upTo: 3, waiting: waiting(placed(tells(2, 'bob')), gaveUp) },
    );
    expect(does(tells(2, 'bob'), settled)).toEqual([]);
    expect(does(tells(2, 'bob'), deliveryDecider.evolve(settled, { type: 'forgiven' }, meta))).toEqual([
      'tell D-bob: told',
    ]);
  });
});
