/** The shape of every record's rules: given what happened and a command, what happens next. */
import type { DomainEvent, Instant, Meta, PersonId } from './event.ts';
import type { Role } from './role.ts';
import type { Rules } from './rules.ts';

/** Who is who, where one human may write from several accounts. */
export type Identity = {
  /** False for somebody who, on a desk with several platforms, cannot be told from everybody else. */
  isProven(id: PersonId): boolean;
  /** Whether two ids are one human; `unsure` when they could be, and nobody vouches that they are not. */
  compare(a: PersonId, b: PersonId): 'one' | 'two' | 'unsure';
};

/** Everything a decision may depend on besides the record itself. */
export type Deal = {
  readonly by: PersonId;
  readonly roles: readonly Role[];
  readonly at: Instant;
  readonly rules: Rules;
  /** What is known of who is who. Without it every id is a person of their own. */
  readonly identity?: Identity;
  /** The id of the interaction: a redelivered one yields nothing new. */
  readonly cause: string;
  /** Number of the last event that the person's card showed; absent when they acted on no card. */
  readonly seen?: number;
};

/**
 * Pure: no clock, no I/O, no platform, no language. `decide` throws `Refused` for what a rule forbids and returns `[]`
 * when there is nothing left to do. `evolve` never fails and never looks at rules: events store results.
 */
export type Decider<S, C, E extends DomainEvent> = {
  readonly kind: string;
  /** Version written with new events; `upcast` turns older stored shapes into today's. */
  readonly version: number;
  readonly initial: S;
  decide(state: S, command: C, deal: Deal): readonly E[];
  evolve(state: S, event: E, meta: Meta): S;
  upcast?(event: DomainEvent & Record<string, unknown>, version: number): E;
};
