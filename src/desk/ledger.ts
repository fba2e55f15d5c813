/** The delivery streams of all records: read, written and kept short. */
import { DESK, type Instant } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Store } from '#src/stores/store.ts';
import { type Delivery, type DeliveryEvent, deliveryDecider } from './delivery.ts';
import { keepShort } from './keep-short.ts';
import type { OnFault } from './on-fault.ts';
import { Records } from './records.ts';

export type Ledger = {
  read(stream: string): Promise<Delivery>;
  /** Durable when it resolves. */
  write(stream: string, events: readonly DeliveryEvent[]): Promise<void>;
};

export function ledger(
  store: Store,
  { now, rules, onFault }: { now(): Instant; rules: () => Rules; onFault: OnFault },
): Ledger {
  const records = new Records(store, deliveryDecider, { rules, onFault, idempotent: true });
  return {
    read: async (stream) => (await records.read(stream)).state,
    async write(stream, events) {
      const at = now();
      const after = await records.act(stream, events, { by: DESK, roles: [], at, cause: 'outbox' });
      await keepShort(records, after, (state) => ({ type: 'snapshot', state }) as const, { at, onFault });
    },
  };
}
