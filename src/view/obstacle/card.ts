/** A channel that takes nothing, in one card for an administrator; edited in place once it is over. */
import type { Blocked, BlockedPlace, Ended } from '#src/core/obstacle/obstacle.ts';
import { act, type Block, type Button, buttons, type Card, facts, list, note, status, text } from '../card.ts';
import { cardFor } from '../card-for.ts';
import type { Reader } from '../reader.ts';

/** The button of the card and of the home; `obstacle` names the record. */
export const RETRY = 'obstacle.retry';

/** That nothing arrives there, in one sentence. */
export const obstacleLine = ({ place }: Blocked, { t }: Reader): string => t.obstacle.blocked(placeOf(place, t));

/** Where, since when, why, what is safe and what to do. */
export function blockedCard(id: string, state: Blocked, reader: Reader): Card {
  const words = reader.t.obstacle;
  const { place, since, why, tried } = state;
  const line = obstacleLine(state, reader);
  const said = tried ? note([{ at: tried.at, show: 'both' }, words.tried(reader.name(tried.by))]) : note(words.alone);
  return cardFor(reader, line, [
    status('alarm', line),
    facts([
      { label: words.since, value: [{ at: since, show: 'both' }] },
      { label: words.reason, value: words.why(why, place.platform) },
    ]),
    text(words.safe),
    list([words.mend(why, place.platform), words.move(place.names)]),
    tryAgain(id, reader, { look: 'primary' }),
    said,
  ]);
}

/** That something arrives there again, or that another channel is chosen, in one sentence. */
export const endedLine = ({ place, how }: Ended, { t }: Reader): string => t.obstacle[how](placeOf(place, t));

/** That it is over, and from when until when it lasted. */
export function endedCard(ended: Ended, reader: Reader): Card {
  const words = reader.t.obstacle;
  const { since, until, how } = ended;
  const line = endedLine(ended, reader);
  const next = how === 'mended' ? words.mendedNext : words.movedNext;
  return cardFor(reader, line, [
    status('good', line),
    text(next),
    note([words.from, { at: since, show: 'both' }, words.until, { at: until, show: 'both' }]),
  ]);
}

export const tryAgain = (id: string, { t }: Reader, more?: Pick<Button, 'look'>): Block =>
  buttons(act(t.obstacle.again, RETRY, { obstacle: id }, more));

const placeOf = ({ names, platform }: BlockedPlace, { obstacle }: Reader['t']): string =>
  obstacle.place(names, platform);
