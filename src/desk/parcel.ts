/** One turn of a queued delivery: what is owed in its slot now is delivered and written down, or what failed decides. */
import { type Address, DeliveryFault, type Platform } from '#src/platforms/platform.ts';
import { Conflict, StoreFault } from '#src/stores/store.ts';
import { backoff } from './backoff.ts';
import { type Attempt, deliver } from './deliver.ts';
import type { Ledger } from './ledger.ts';
import type { Again } from './line.ts';
import { owedAt, type Task } from './owed.ts';
import type { Owing } from './owing.ts';
import { addressKey } from './place.ts';

/** A slot of a record and the address at which it is delivered. */
export type Parcel = {
  readonly owing: Owing;
  readonly slot: string;
  readonly address: string;
  readonly platform: Platform;
  readonly attempt: Attempt;
};

/** A place that does not take a delivery, and why. */
export type GivenUpPlace = {
  readonly stream: string;
  readonly slot: string;
  readonly address: Address;
  /** It was to edit or to clear what stands there. */
  readonly edits: boolean;
  readonly error: unknown;
};

/** Who hears how places take deliveries. */
export type OnDelivery = {
  /** Called once for a record at one length. */
  readonly onGivenUp: (place: GivenUpPlace) => void;
  /** Something new, or an edit, arrived at an address (as `addressKey` gives it), and that is written down. */
  readonly onArrived: (address: string, edits: boolean) => void;
};

/** So often a delivery keeps its place in the line; then others of its address go first. */
const PATIENCE = 5;

/** Undefined when the turn is over, whether or not something was owed. Throws when it could not be written down. */
export async function handOver(
  { owing, slot, address, platform, attempt }: Parcel,
  ledger: Ledger,
  random: () => number,
  { onGivenUp, onArrived }: OnDelivery,
): Promise<Again | undefined> {
  const write = (events: Attempt['proved']) => ledger.write(owing.stream, events ?? []);
  if (!attempt.proved) {
    await owing.looking;
    const { placed } = owing;
    const delivery = await ledger.read(owing.stream);
    const task = placed && owedAt(slot, placed, delivery);
    if (!task || addressKey(task.address) !== address) return undefined;
    attempt.edits = task.does === 'edit' || task.does === 'clear';
    try {
      attempt.proved = await deliver(platform, task, delivery.trying[slot], attempt, (event) => write([event]));
    } catch (error) {
      if (error instanceof StoreFault || error instanceof Conflict) throw error;
      attempt.tries += 1;
      const again = nextTry(error, attempt.tries, random);
      if (again) return again;
      attempt.proved = [{ type: 'gaveUp', slot, address, length: placed.length }];
      onGivenUp({ stream: owing.stream, slot, address: task.address, edits: attempt.edits, error });
    }
  }
  await write(attempt.proved);
  if (attempt.proved.some(({ type }) => type === 'shown' || type === 'sent'))
    onArrived(address, attempt.edits === true);
  delete attempt.proved;
  attempt.tries = 0;
  return undefined;
}

/** When to try again after this failure; undefined when the place does not take it. */
function nextTry(error: unknown, tries: number, random: () => number): Again | undefined {
  const fault = error instanceof DeliveryFault ? error : undefined;
  const asked = fault?.retryAfter !== undefined;
  const again = { after: backoff(tries, random, fault?.retryAfter), asked, front: tries < PATIENCE };
  switch (fault?.why) {
    case 'later':
    case 'unknown':
      return again;
    case 'gone':
    case 'forbidden':
    case 'rejected':
      return undefined;
    case undefined:
      // Not what a platform promises to throw: perhaps its network, perhaps its bug.
      return tries < PATIENCE ? again : undefined;
  }
}

/** What is owed in the slot, if it is owed at this address still. */
export const isFor = (task: Task | undefined, address: string): boolean =>
  task !== undefined && addressKey(task.address) === address;
