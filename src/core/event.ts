/** What a record is made of: events, with what a person typed kept apart so that it can be sealed or erased. */

/** An instant: ISO 8601, UTC, milliseconds (`2026-11-21T08:00:00.000Z`). As strings they compare in order of time. */
export type Instant = string;
export type PersonId = string;

/** Who did something that no person did: the clock (deadlines) and the desk itself (followers, clean-up). */
export const CLOCK: PersonId = 'clock';
export const DESK: PersonId = 'desk';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** A domain event: plain JSON. Personal data and whatever a person typed go in `private`. */
export type DomainEvent = { readonly type: string; readonly private?: Json };

/** The facts about an event that are not the event: who, when, where in its stream, and the interaction that caused it. */
export type Meta = {
  readonly id: string;
  /** Position in the stream, counted from 0. */
  readonly number: number;
  readonly at: Instant;
  readonly by: PersonId;
  readonly cause: string;
};

/** An event as deciders and projections see it: whole, upcast to its newest shape. */
export type Happened<E extends DomainEvent = DomainEvent> = { readonly event: E; readonly meta: Meta };

/** What stands apart: erased, `value` is null, and the chain still holds because it covers `digest` alone. */
export type PrivatePart = { readonly salt: string; readonly digest: string; readonly value: Json | undefined };

/** An event as it is stored. `digest` covers everything here except `private.salt` and `private.value`. */
export type Entry = {
  readonly id: string;
  readonly stream: string;
  readonly number: number;
  /** Version of the event's shape. Old ones are upcast when read, never rewritten. */
  readonly version: number;
  readonly at: Instant;
  readonly by: PersonId;
  readonly cause: string;
  readonly type: string;
  readonly data: { readonly [key: string]: Json | undefined };
  readonly private?: PrivatePart;
  /** The digest of the entry before; '' for the first. */
  readonly prev: string;
  readonly digest: string;
};
