/** Streams outside the chain are rewritten as one entry that says it all, before they are long. */
import { DESK, type DomainEvent, type Instant } from '#src/core/event.ts';
import type { OnFault } from './on-fault.ts';
import type { Records } from './records.ts';
import type { Whole } from './wanted.ts';

/** From so many entries on: an append rewrites the stream's file, and must cost the same after years. */
const LONG = 64;

/** Durable when it resolves. What fails is tried again after the next change. */
export async function keepShort<S, C, E extends DomainEvent>(
  records: Records<S, C, E>,
  { id, history }: Whole<S, E>,
  snapshot: (state: S) => E,
  { at, onFault }: { readonly at: Instant; readonly onFault: OnFault },
): Promise<void> {
  if (history.length < LONG) return;
  await records
    .compact(id, snapshot, { by: DESK, at, cause: 'short' })
    .catch((error: unknown) => onFault(`${records.kind}/${id} was not compacted`, error));
}
