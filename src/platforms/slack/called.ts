/** One call to Slack in its turn. A limit that is met all the same makes the next ones wait. */
import { DeliveryFault } from '../platform.ts';
import { deliveryFault } from './faults.ts';
import type { Pace } from './pace.ts';

/** Throws `DeliveryFault`, or what is unknown to us as it is. `again`: see `deliveryFault`. */
export async function called<T>(
  turns: Pace,
  key: string,
  again: 'harmless' | 'doubles',
  call: () => Promise<T>,
): Promise<T> {
  await turns.turn(key);
  try {
    return await call();
  } catch (error) {
    const fault = deliveryFault(error, again);
    if (fault instanceof DeliveryFault && fault.retryAfter !== undefined) turns.rest(key, fault.retryAfter);
    throw fault;
  }
}
