/** What every store asks of the entries it is given, and how long a stream of them is. */
import { canonical, erase } from '#src/core/chain.ts';
import type { Entry, Json } from '#src/core/event.ts';

/** The length of a stream: the last entry's number + 1, so that compaction does not shorten it. */
export const lengthOf = (entries: readonly Entry[]): number => (entries.at(-1)?.number ?? -1) + 1;

/** What follows from other records, and may be compacted: what was delivered, and what is running out for a person. */
const UNCHAINED = ['delivery/', 'nudges/'];

/** Whether a stream is part of the audit trail. */
export const isChained = (stream: string): boolean => !UNCHAINED.some((prefix) => stream.startsWith(prefix));

/** Throws when entries are not numbered on from `expectedLength` in this stream: a bug of the caller, not a conflict. */
export function mustContinue(stream: string, expectedLength: number, entries: readonly Entry[]): void {
  for (const [index, entry] of entries.entries()) {
    if (entry.stream !== stream || entry.number !== expectedLength + index)
      throw new RangeError(`${entry.stream} #${entry.number} cannot be #${expectedLength + index} of ${stream}`);
  }
}

/** Throws when a stream must not be compacted, or not by this snapshot. */
export function mustCompact(stream: string, expectedLength: number, snapshot: Entry): void {
  if (isChained(stream)) throw new RangeError(`${stream} is part of the audit trail and is never compacted`);
  mustContinue(stream, expectedLength, [snapshot]);
}

/** Throws when entries are to be rewritten as anything but themselves, whole or erased. */
export function mustStay(before: readonly Entry[], entries: readonly Entry[]): void {
  const stays = entries.length === before.length && entries.every((entry, index) => isStill(before[index], entry));
  if (!stays) throw new RangeError('A stream can only be rewritten as itself with private parts erased.');
}

function isStill(before: Entry | undefined, now: Entry): boolean {
  if (!before) return false;
  const text = canonical(plain(now));
  return text === canonical(plain(before)) || text === canonical(plain(erase(before)));
}

const plain = (entry: Entry): Json => JSON.parse(JSON.stringify(entry));

/** Entries as a store keeps them: what JSON keeps, and out of reach of the one who made them. */
export function kept(entries: readonly Entry[]): readonly Entry[] {
  const copy: readonly Entry[] = JSON.parse(JSON.stringify(entries));
  return copy;
}
