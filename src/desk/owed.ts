/** What is owed: what a record wants minus what was delivered. Pure; every delivery begins here, after a crash too. */
import type { Address } from '#src/platforms/platform.ts';
import { type Card, text } from '#src/view/card.ts';
import { wordsFor } from '#src/words/words.ts';
import { type Delivery, isNotice, type Shown } from './delivery.ts';
import { addressKey, type Placed, type PlacedNotice } from './place.ts';
import type { Lane } from './wanted.ts';

/** One thing to do at one address. */
export type Task = {
  readonly slot: string;
  readonly address: Address;
  readonly lane: Lane;
  readonly card: () => Card;
} & (
  | { readonly does: 'post' }
  | { readonly does: 'edit'; readonly ref: string }
  /** Puts the neutral line where nothing is wanted any more; without `ref`, where a card may have arrived. */
  | { readonly does: 'clear'; readonly ref: string | undefined }
  | { readonly does: 'tell' }
);

/** Everything owed, cards before notices, notices as they were wanted. */
export function owed(placed: Placed, delivered: Delivery): readonly Task[] {
  const cards = new Set([...placed.cards.keys(), ...Object.keys(delivered.cards), ...Object.keys(delivered.trying)]);
  const unsent: Delivery = { ...delivered, sent: [] };
  const sent = new Set(delivered.sent);
  return [
    ...[...cards].filter((slot) => !isNotice(slot)).map((slot) => owedCard(slot, placed, delivered)),
    ...[...placed.notices.keys()].filter((slot) => !sent.has(slot)).map((slot) => owedNotice(slot, placed, unsent)),
  ].filter((task) => task !== undefined);
}

/** What is owed in one slot. */
export const owedAt = (slot: string, placed: Placed, delivered: Delivery): Task | undefined =>
  isNotice(slot) ? owedNotice(slot, placed, delivered) : owedCard(slot, placed, delivered);

/** Notices that cannot be sent for now: to be remembered when the record is settled, for they are not done. */
export const waiting = (placed: Placed, delivered: Delivery): readonly string[] =>
  [...placed.notices].flatMap(([slot, notice]) => (isDone(slot, notice, delivered) ? [] : [slot]));

function owedCard(slot: string, placed: Placed, delivered: Delivery): Task | undefined {
  const wanted = placed.cards.get(slot);
  const shown = delivered.cards[slot];
  if (placed.failed.has(slot) || delivered.givenUp[slot]?.length === placed.length) return undefined;
  // What may have arrived is cleared first, so that it is known to stand there.
  if (!wanted || (wanted.instead && !shown)) return cleared(slot, shown, delivered);
  const { address, lane, card } = wanted;
  if (!shown) return { does: 'post', slot, address, lane, card: () => card };
  if (shown.digest === wanted.digest) return undefined;
  return { does: 'edit', slot, address, lane, card: () => card, ref: shown.ref };
}

function cleared(slot: string, shown: Shown | undefined, delivered: Delivery): Task | undefined {
  const there = shown ?? delivered.trying[slot];
  if (!there || shown?.cleared) return undefined;
  const card = () => neutral(there);
  return { does: 'clear', slot, address: there.address, lane: 'ordinary', card, ref: shown?.ref };
}

function owedNotice(slot: string, placed: Placed, delivered: Delivery): Task | undefined {
  const notice = placed.notices.get(slot);
  if (!notice?.address || isDone(slot, notice, delivered)) return undefined;
  const { address, lane, card } = notice;
  if (delivered.givenUp[slot]?.address === addressKey(address)) return undefined;
  return { does: 'tell', slot, address, lane, card };
}

/** Sent, or caused before the record was last settled and not left waiting then. */
const isDone = (slot: string, { number }: PlacedNotice, { settled, sent, givenUp }: Delivery): boolean =>
  !(slot in givenUp) && (number < settled || sent.includes(slot));

function neutral({ locale, timeZone }: Pick<Shown, 'locale' | 'timeZone'>): Card {
  const line = wordsFor(locale).common.nothingHere;
  return { summary: line, blocks: [text(line)], locale, timeZone };
}
