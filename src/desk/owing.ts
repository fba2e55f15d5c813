/** A record that may owe something: what it wanted when last looked at, and what is queued for it. */
import type { DomainEvent } from '#src/core/event.ts';
import type { Team } from '#src/core/team.ts';
import type { Job } from './line.ts';
import type { Placed } from './place.ts';
import type { Source } from './records.ts';
import type { Wanted, Wants } from './wanted.ts';

/** A record as the outbox looks at it, whatever its kind. */
export type Look = {
  readonly length: number;
  /** False for a record that is over: once settled it is not looked at again until it changes. */
  readonly open: boolean;
  wanted(): Wanted;
};

/** A kind of record whose wants are delivered. */
export type Watched = {
  readonly kind: string;
  /** All records but those that are over and owe nothing: they need not be looked at before they change. */
  awake(): AsyncIterable<string>;
  look(id: string): Promise<Look>;
  /** The record at this length is one of those. */
  rest(id: string, length: number): void;
};

export function watched<S, E extends DomainEvent>(
  source: Source<S, E>,
  wants: Wants<S, E>,
  open: (state: S) => boolean,
  team: () => Team,
): Watched {
  return {
    kind: source.kind,
    async *awake() {
      for await (const id of source.ids()) if (!source.index.rests(id)) yield id;
    },
    rest: (id, length) => source.index.rest(id, length),
    async look(id) {
      const whole = await source.read(id);
      return { length: whole.length, open: open(whole.state), wanted: () => wants(whole, team()) };
    },
  };
}

export type Owing = {
  readonly stream: string;
  readonly id: string;
  readonly kind: Watched;
  /** Changed since it was last looked at. */
  stale: boolean;
  /** Somebody clicked on it: its jobs go to the front of their lanes until nothing is owed. */
  front: boolean;
  /** Parts of the record were erased since: it is compared even when it is over and nothing was owed. */
  erased: boolean;
  looking: Promise<void> | undefined;
  placed: Placed | undefined;
  /** By slot. */
  readonly jobs: Map<string, Job>;
};
