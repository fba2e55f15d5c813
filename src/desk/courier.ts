/** Carries what is owed to the platforms: one job for a slot, which delivers the newest when its turn comes. */
import type { Address, Platform } from '#src/platforms/platform.ts';
import { backoff } from './backoff.ts';
import { isDamaged } from './damaged.ts';
import { Lanes, type Wait } from './lanes.ts';
import type { Ledger } from './ledger.ts';
import type { Again, Job } from './line.ts';
import type { OnFault } from './on-fault.ts';
import { owedAt, type Task } from './owed.ts';
import type { Owing } from './owing.ts';
import { handOver, isFor, type OnDelivery, type Parcel } from './parcel.ts';
import { addressKey } from './place.ts';
import type { Tally } from './tally.ts';

export type CourierOptions = OnDelivery & {
  readonly platforms: readonly Platform[];
  /** Resolves after so many milliseconds, or when the signal is aborted. */
  readonly wait: Wait;
  readonly random: () => number;
  /** Something failed that is not a platform's refusal: a projection, the store. */
  readonly onFault: OnFault;
  /** Deliveries at once on a platform, at least 2: one is kept for the urgent lane. */
  readonly atOnce?: number;
};

/** What is counted: everything queued, and what must not be cut off by a stop. */
export type Counts = { readonly queued: Tally; readonly inFlight: Tally; readonly stop: AbortSignal };

type Route = { readonly platform: Platform; readonly lanes: Lanes };

export class Courier {
  readonly #options: CourierOptions;
  readonly #ledger: Ledger;
  readonly #routes: ReadonlyMap<string, Route>;
  readonly #inFlight: Tally;
  readonly #look: (owing: Owing) => Promise<void>;

  /** `look` is called when all jobs of a record are over, to see whether anything is owed still. */
  constructor(
    options: CourierOptions,
    ledger: Ledger,
    { queued, inFlight, stop }: Counts,
    look: (owing: Owing) => Promise<void>,
  ) {
    this.#options = options;
    this.#ledger = ledger;
    this.#inFlight = inFlight;
    this.#look = look;
    const lanes = () => new Lanes(options.atOnce ?? 4, options.wait, stop, queued);
    this.#routes = new Map(options.platforms.map((platform) => [platform.name, { platform, lanes: lanes() }]));
  }

  /** Whether this process speaks to the platform of an address. */
  serves({ platform }: Address): boolean {
    return this.#routes.has(platform);
  }

  /** Queues a task. A job that the slot has already delivers whatever is newest; at most it becomes urgent. */
  queue(owing: Owing, { slot, address, lane }: Task): void {
    const route = this.#routes.get(address.platform);
    const before = owing.jobs.get(slot);
    if (before) {
      if (lane !== 'urgent') return;
      before.lane = lane;
      route?.lanes.advance(before, owing.front);
    } else if (route) {
      const attempt = { tries: 0, unsure: true };
      const parcel = { owing, slot, address: addressKey(address), platform: route.platform, attempt };
      const id = `${owing.stream} ${slot}`;
      const job: Job = { id, address: parcel.address, lane, run: () => this.#run(parcel) };
      owing.jobs.set(slot, job);
      route.lanes.add(job, owing.front);
    }
  }

  /** Moves all that is queued for a record to the front of its lanes. */
  promote({ jobs }: Owing): void {
    for (const job of jobs.values()) for (const { lanes } of this.#routes.values()) lanes.advance(job, true);
  }

  async #run(parcel: Parcel): Promise<Again | undefined> {
    const { owing, slot, address, attempt } = parcel;
    const { random, onFault } = this.#options;
    this.#inFlight.begin();
    try {
      const again = await handOver(parcel, this.#ledger, random, this.#options);
      if (again) return again;
      const delivery = await this.#ledger.read(owing.stream);
      // Nothing is awaited from here on: a change is either seen here, or finds the job gone and queues another.
      const task = owing.placed && owedAt(slot, owing.placed, delivery);
      if (owing.looking !== undefined || isFor(task, address)) return { after: 0, front: false };
      owing.jobs.delete(slot);
      if (task) this.queue(owing, task);
      if (owing.jobs.size === 0) void this.#look(owing);
      return undefined;
    } catch (error) {
      // What cannot be written down is not begun, and what was done is written down before anything else in this slot.
      onFault(`the delivery of ${owing.stream} ${slot}`, error);
      attempt.tries += 1;
      if (isDamaged(error)) {
        owing.jobs.delete(slot);
        return undefined;
      }
      return { after: backoff(attempt.tries, random), front: false };
    } finally {
      this.#inFlight.end();
    }
  }
}
