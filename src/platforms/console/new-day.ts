/** A page that stays open over night: what says “today” on it is drawn anew when the day is over. */
import { dayIn } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { Message } from './messages.ts';

/** The messages for which it is another day now, where their readers are. */
export const anotherDay = (before: Instant, now: Instant, messages: Iterable<Message>): readonly Message[] =>
  [...messages].filter(({ card }) => {
    const zone = zoneOr(card.timeZone, 'UTC');
    return dayIn(before, zone) !== dayIn(now, zone);
  });
