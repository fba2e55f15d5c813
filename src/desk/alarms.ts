/** The deadlines of one kind of record: when the next of each comes, and the commands that are issued then. */
import { CLOCK, type DomainEvent, type Instant } from '#src/core/event.ts';
import { Refused } from '#src/core/refused.ts';
import { isDamaged } from './damaged.ts';
import type { OnFault } from './on-fault.ts';
import { ReadModel } from './read-model.ts';
import type { Records } from './records.ts';
import type { Deadline, Due } from './wanted.ts';

export type Alarms = {
  /** Learns the deadlines of all records. */
  start(): Promise<void>;
  /** Whether the next deadline of this record is at that instant still. */
  isNext(id: string, at: Instant): boolean;
  /** Issues what is due. Never rejects; what failed is due again at the next tick. */
  ring(id: string, now: Instant): Promise<void>;
};

/** `set` is called with each instant at which a record has to be rung. */
export function alarms<S, C, E extends DomainEvent>(
  records: Records<S, C, E>,
  due: Due<S, C>,
  onFault: OnFault,
  set: (id: string, at: Instant) => void,
): Alarms {
  const next = new Map<string, Instant>();
  /** Causes that were issued and left their deadline as it was, by record, until it changes. */
  const vain = new Map<string, Set<string>>();
  const causeOf = (id: string, { key, at }: Deadline<C>) => `due/${records.kind}/${id}/${key}@${at}`;

  function schedule(id: string, at: Instant | undefined): void {
    if (next.get(id) === at) return;
    if (at === undefined) next.delete(id);
    else {
      next.set(id, at);
      set(id, at);
    }
  }

  const earliest = (deadlines: readonly Deadline<C>[]) => deadlines.map(({ at }) => at).sort()[0];
  const model = new ReadModel(records, ({ state }) => earliest(due(state)));
  model.onChange((id, at) => {
    vain.delete(id);
    schedule(id, at);
  });

  async function issue(id: string, deadline: Deadline<C>, at: Instant): Promise<void> {
    const cause = causeOf(id, deadline);
    try {
      const { state } = await records.act(id, deadline.command, { by: CLOCK, roles: [], at, cause });
      if (!due(state).some((one) => causeOf(id, one) === cause)) return;
    } catch (error) {
      onFault(`the deadline ${cause}`, error);
      if (!(error instanceof Refused)) return;
    }
    vain.set(id, (vain.get(id) ?? new Set()).add(cause));
  }

  const open = (id: string, state: S) => due(state).filter((deadline) => !vain.get(id)?.has(causeOf(id, deadline)));

  async function ring(id: string, now: Instant): Promise<void> {
    next.delete(id);
    const { state } = await records.read(id);
    for (const deadline of open(id, state).sort((a, b) => (a.at < b.at ? -1 : 1)))
      if (deadline.at <= now) await issue(id, deadline, now);
    schedule(id, earliest(open(id, (await records.read(id)).state)));
  }

  return {
    start: () => model.start(),
    isNext: (id, at) => next.get(id) === at,
    ring: (id, now) =>
      ring(id, now).catch((error: unknown) => {
        onFault(`the deadlines of ${records.kind}/${id}`, error);
        if (!isDamaged(error)) schedule(id, now);
      }),
  };
}
