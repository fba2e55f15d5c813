/** Rules as sentences: given what happened, when somebody does something, then this happens or this refuses it. */
import { expect } from 'vitest';
import type { Deal, Decider } from '#src/core/decider.ts';
import type { DomainEvent, Instant, Meta, PersonId } from '#src/core/event.ts';
import { type Refusal, Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import { rules } from '#test/core/rules.fixture.ts';

/** Monday morning in Shanghai; when every story begins. */
export const START: Instant = '2026-03-02T01:00:00.000Z';
/** That many minutes after `START`, or after another instant. */
export const minutes = (count: number, from: Instant = START): Instant =>
  new Date(Date.parse(from) + count * 60_000).toISOString();
export const hours = (count: number, from?: Instant): Instant => minutes(count * 60, from);
export const days = (count: number, from?: Instant): Instant => hours(count * 24, from);

/** What may be said about a deal; the rest has sensible values. */
export type Circumstances = Partial<Omit<Deal, 'by'>>;
/** An event of the past that needs its own time or author. */
export type Past<E> = E | { readonly event: E; readonly by?: PersonId; readonly at?: Instant; readonly cause?: string };
/** Who holds which roles in the stories of a test file. */
export type Cast = { readonly [person: PersonId]: readonly Role[] };

type Step<E> = { readonly event: E; readonly meta: Meta };

class Story<S, C, E extends DomainEvent> {
  readonly #decider: Decider<S, C, E>;
  readonly #cast: Cast;
  readonly #steps: readonly Step<E>[];
  /** What the last `when` yielded, or the refusal that it met. */
  readonly #outcome: readonly E[] | Refused;

  constructor(decider: Decider<S, C, E>, cast: Cast, steps: readonly Step<E>[], outcome: readonly E[] | Refused = []) {
    this.#decider = decider;
    this.#cast = cast;
    this.#steps = steps;
    this.#outcome = outcome;
  }

  /** The record as it stands. */
  get state(): S {
    const { initial, evolve } = this.#decider;
    return this.#steps.reduce((state, { event, meta }) => evolve(state, event, meta), initial);
  }

  /** Everything that happened, as projections get it. */
  get history(): readonly Step<E>[] {
    return this.#steps;
  }

  /** What the last `when` yielded. Fails the test when it was refused. */
  get events(): readonly E[] {
    if (this.#outcome instanceof Refused) throw new Error(said(this.#outcome.refusal), { cause: this.#outcome });
    return this.#outcome;
  }

  /**
   * Somebody does something, a minute after the last event unless `at` says otherwise. Stories go on: a further `when`
   * stands on what the one before yielded, and fails the test when that was refused.
   */
  when(by: PersonId, command: C, circumstances: Circumstances = {}): Story<S, C, E> {
    void this.events;
    const at = circumstances.at ?? minutes(1, this.#steps.at(-1)?.meta.at ?? minutes(-1));
    const cause = circumstances.cause ?? `cause-${this.#steps.length}`;
    const deal: Deal = { roles: this.#cast[by] ?? [], rules, ...circumstances, by, at, cause };
    const outcome = refusable(() => this.#decider.decide(this.state, command, deal));
    if (outcome instanceof Refused) return new Story(this.#decider, this.#cast, this.#steps, outcome);
    const steps = outcome.map((event, index) => step(event, this.#steps.length + index, { by, at, cause }));
    return new Story(this.#decider, this.#cast, [...this.#steps, ...steps], outcome);
  }

  /** Exactly these events, every field of them. None means that nothing was left to do. */
  yields(...events: readonly E[]): this {
    expect(this.events).toEqual(events);
    return this;
  }

  /** Events of these types, in this order, whatever else they say. */
  yieldsTypes(...types: readonly E['type'][]): this {
    expect(this.events.map(({ type }) => type)).toEqual(types);
    return this;
  }

  /** This refusal; facts that are left out are not compared. */
  isRefused(refusal: Partial<Refusal> & { readonly code: Refusal['code'] }): void {
    if (!(this.#outcome instanceof Refused))
      throw new Error(`expected ${said(refusal)}, but it yielded ${said(this.#outcome)}`);
    expect(this.#outcome.refusal).toMatchObject(refusal);
  }
}

export type { Story };

/**
 * For a file of stories with one decider and one cast: `const given = givenFor(person, { ann: ['admin'] })`, then
 * `given(met).when('ann', { type: 'setRoles', … }).yields(…)`.
 */
export const givenFor =
  <S, C, E extends DomainEvent>(decider: Decider<S, C, E>, cast: Cast = {}) =>
  (...past: readonly Past<E>[]): Story<S, C, E> => {
    const steps = past.map((item, number) => {
      if ('type' in item) return step(item, number, {});
      const { event, ...meta } = item;
      return step(event, number, meta);
    });
    return new Story(decider, cast, steps);
  };

function step<E>(event: E, number: number, meta: Partial<Meta>): Step<E> {
  const given: Meta = { id: `event-${number}`, number, at: minutes(number), by: 'someone', cause: `past-${number}` };
  return { event, meta: { ...given, ...meta } };
}

function refusable<T>(decide: () => T): T | Refused {
  try {
    return decide();
  } catch (error) {
    if (error instanceof Refused) return error;
    throw error;
  }
}

const said = (value: unknown): string => JSON.stringify(value);
