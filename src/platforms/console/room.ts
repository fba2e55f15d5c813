/** Who is here, who reads what, and what each sees: the console without its wire. */
import { dayIn } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import { zoneOr } from '#src/core/zone.ts';
import { adaptiveCard } from '#src/view/adaptive/card.ts';
import type { Card } from '#src/view/card.ts';
import { type Address, DeliveryFault } from '../platform.ts';
import { hostFor } from './answered.ts';
import type { Message, Messages } from './messages.ts';
import type { ConsoleOptions, ConsolePerson } from './options.ts';
import type { Events, Place, ShownMessage, Sync } from './protocol.ts';

export type Room = {
  now(): Instant;
  people(): readonly ConsolePerson[];
  mayRead(account: string, place: Place): boolean;
  sync(account: string): Sync;
  guide(): Events['guide'];
  /** A message as this account's tabs show it. */
  shown(message: Message, account: string): ShownMessage;
  /** All cards that this account may read. */
  cards(account: string): readonly Card[];
  /** Throws `gone` for a channel or an account that there is not. */
  place(to: Address): Place;
  /** Edits a message that only this person sees; any other is left alone. */
  replaceOwn(account: string, ref: string, card: Card): Promise<void>;
};

export function room(options: ConsoleOptions, messages: Messages, changed: (message: Message) => void): Room {
  const { people, channels, commands } = options;
  const now = options.now ?? (() => new Date().toISOString());
  const guide = () => options.guide?.() ?? [];
  const mine = (account: string) => channels().filter(({ members }) => !members || members.includes(account));

  const mayRead = (account: string, { kind, id }: Place) =>
    kind === 'direct' ? id === account : mine(account).some((channel) => channel.id === id);

  function shown({ ref, key, place, at, version, card }: Message, account: string): ShownMessage {
    const { summary, locale, timeZone } = card;
    const drawnAt = now();
    const day = dayIn(drawnAt, zoneOr(timeZone, 'UTC'));
    const drawn = { day, card: adaptiveCard(card, hostFor(account, drawnAt)) };
    return { ref, key, place, at, version, summary, locale, ...drawn };
  }

  function read(account: string): readonly Message[] {
    const places: Place[] = mine(account).map(({ id }) => ({ kind: 'channel', id }));
    return [...places, { kind: 'direct', id: account } as const].flatMap((place) => messages.of(place));
  }

  return {
    now,
    people,
    mayRead,
    guide,
    shown,
    cards: (account) => read(account).map(({ card }) => card),
    sync(account) {
      return {
        me: account,
        people: people().map((one) => ({ account: one.account, name: one.name, locale: one.locale, title: one.title })),
        channels: mine(account).map(({ id, name, about }) => ({ id, name, ...(about && { about }) })),
        commands: commands(),
        guide: guide(),
        messages: read(account).map((message) => shown(message, account)),
      };
    },
    place({ kind, id }) {
      const there =
        kind === 'direct'
          ? people().some(({ account }) => account === id)
          : channels().some((channel) => channel.id === id);
      if (!there)
        throw new DeliveryFault('gone', `There is no ${kind === 'direct' ? 'account' : 'channel'} "${id}" here.`);
      return { kind, id };
    },
    async replaceOwn(account, ref, card) {
      const place = messages.get(ref)?.place;
      if (place?.kind === 'direct' && place.id === account) changed(await messages.edit(ref, card));
    },
  };
}
