/** Keeps subscriptions in step with people: whoever has a role that gets the digest has one, unless they are away. */
import { randomUUID } from 'node:crypto';
import { setImmediate as pause } from 'node:timers/promises';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Subscription, SubscriptionCommand, SubscriptionEvent } from '#src/core/subscription/state.ts';
import type { Person } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import type { OnFault } from '../on-fault.ts';
import type { People } from '../people.ts';
import { ReadModel } from '../read-model.ts';
import type { Records } from '../records.ts';
import { Tally } from '../tally.ts';

export type Subscriptions = Records<Subscription, SubscriptionCommand, SubscriptionEvent>;

export type SubscribersOptions = {
  readonly records: Subscriptions;
  readonly people: People;
  readonly rules: Rules;
  readonly now: () => Instant;
  readonly onFault: OnFault;
};

export class Subscribers {
  readonly #options: SubscribersOptions;
  /** Zones of those who have one coming. */
  readonly #model: ReadModel<Subscription, SubscriptionEvent, string>;
  readonly #tally = new Tally();
  #stale = false;
  #running = false;

  constructor(options: SubscribersOptions) {
    this.#options = options;
    this.#model = new ReadModel(options.records, ({ state }) => state.zone);
    options.people.onRolesChanged(() => void this.#agree());
  }

  /** Makes good what changed while nobody ran. */
  async start(): Promise<void> {
    await this.#model.start();
    await this.#agree();
  }

  /** Resolves when nothing is being changed. */
  idle(): Promise<void> {
    return this.#tally.zero();
  }

  /** Changes that come while others are being looked at are looked at together. */
  async #agree(): Promise<void> {
    this.#stale = true;
    if (this.#running) return this.idle();
    this.#running = true;
    this.#tally.begin();
    while (this.#stale) {
      // What changes in one turn of the loop is looked at once.
      await pause();
      this.#stale = false;
      await this.#change().catch((error: unknown) => this.#options.onFault('who gets the digest', error));
    }
    this.#running = false;
    this.#tally.end();
  }

  async #change(): Promise<void> {
    const { people, rules } = this.#options;
    const zones = new Map([...people.team().all()].map((person) => [person.id, zoneFor(person, rules)] as const));
    for (const [id, zone] of zones) {
      if (zone !== undefined && zone !== this.#model.get(id)) await this.#act(id, { type: 'entitle', zone });
    }
    for (const [id] of [...this.#model.all()]) {
      if (zones.get(id) === undefined) await this.#act(id, { type: 'suspend' });
    }
  }

  async #act(id: PersonId, command: SubscriptionCommand): Promise<void> {
    const { records, now } = this.#options;
    await records.act(id, command, { by: DESK, roles: [], at: now(), cause: randomUUID() });
  }
}

/** Where the digest comes to somebody; undefined for whom it does not. */
function zoneFor({ active, roles, absentUntil, timeZone }: Person, rules: Rules): string | undefined {
  const gets = active && absentUntil === undefined && rules.digest.roles.some((role) => roles.includes(role));
  return gets ? zoneOr(timeZone, rules.timeZone) : undefined;
}
