/** A record folded from its stream, able to go on from where it is. Pure. */
import { opened, seal } from '#src/core/chain.ts';
import type { Deal, Decider } from '#src/core/decider.ts';
import type { DomainEvent, Entry, Happened } from '#src/core/event.ts';
import type { Whole } from './wanted.ts';

export type Folded<S, E extends DomainEvent> = Whole<S, E> & {
  /** Number of the next event; more than the history holds when the stream was compacted. */
  readonly length: number;
  /** Digest of the last entry; '' before the first. */
  readonly head: string;
};

/** A record to which nothing has happened. */
export const unborn = <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, id: string): Folded<S, E> => ({
  id,
  state: decider.initial,
  history: [],
  length: 0,
  head: '',
});

/** The record after more entries of its stream. */
export function folded<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  before: Folded<S, E>,
  entries: readonly Entry[],
): Folded<S, E> {
  const last = entries.at(-1);
  if (!last) return before;
  const more = entries.map((entry) => upcast(decider, entry));
  return {
    id: before.id,
    state: after(decider, before.state, more),
    history: [...before.history, ...more],
    length: last.number + 1,
    head: last.digest,
  };
}

export const after = <S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  state: S,
  happened: readonly Happened<E>[],
): S => happened.reduce((now, { event, meta }) => decider.evolve(now, event, meta), state);

/** An entry as today's rules know it, whatever version wrote it. */
export function upcast<S, C, E extends DomainEvent>(decider: Decider<S, C, E>, entry: Entry): Happened<E> {
  const { event, meta } = opened(entry);
  if (entry.version === decider.version || !decider.upcast) return { event: event as E, meta };
  return { event: decider.upcast({ ...event }, entry.version), meta };
}

/** The entries that say that these events happened next to this record. */
export function entriesFor<S, C, E extends DomainEvent>(
  decider: Decider<S, C, E>,
  before: Folded<S, E>,
  events: readonly E[],
  { at, by, cause }: Pick<Deal, 'at' | 'by' | 'cause'>,
): readonly Entry[] {
  const stream = `${decider.kind}/${before.id}`;
  let prev = before.head;
  return events.map((event, index) => {
    const number = before.length + index;
    const entry = seal(stream, event, { number, at, by, cause, version: decider.version, prev });
    prev = entry.digest;
    return entry;
  });
}
