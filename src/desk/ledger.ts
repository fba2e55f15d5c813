/** The delivery streams of all records: read, written and kept short. */
import { DESK, type Instant } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Store } from '#src/stores/store.ts';
import { type Delivery, type DeliveryEvent, deliveryDecider } from './delivery.ts';
import type { OnFault } from './on-fault.ts';
import { Records } from './records.ts';

/** From so many entries on, a stream is rewritten as one. */
const LONG = 64;

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
      const who = { by: DESK, at: now(), cause: 'outbox' };
      const { history } = await records.act(stream, events, { ...who, roles: [] });
      if (history.length < LONG) return;
      await records
        .compact(stream, (state) => ({ type: 'snapshot', state }), who)
        .catch((error: unknown) => onFault(`delivery/${stream} was not compacted`, error));
    },
  };
}
