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
  /** Issues what was due up to an instant. Never rejects; false when something failed and is to be tried again. */
  ring(id: string, upTo: Instant, now: Instant): Promise<boolean>;
  /** Sets the record to be rung at an instant, whatever its deadlines. */
  again(id: string, at: Instant): void;
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

  /** False when it failed and must be tried again. */
  async function issue(id: string, deadline: Deadline<C>, at: Instant): Promise<boolean> {
    const cause = causeOf(id, deadline);
    try {
      const { state } = await records.act(id, deadline.command, { by: CLOCK, roles: [], at, cause });
      if (!due(state).some((one) => causeOf(id, one) === cause)) return true;
    } catch (error) {
      onFault(`the deadline ${cause}`, error);
      if (!(error instanceof Refused)) return false;
    }
    vain.set(id, (vain.get(id) ?? new Set()).add(cause));
    return true;
  }

  const open = (id: string, state: S) => due(state).filter((deadline) => !vain.get(id)?.has(causeOf(id, deadline)));

  async function ring(id: string, upTo: Instant, now: Instant): Promise<boolean> {
    next.delete(id);
    const { state } = await records.read(id);
    const came = open(id, state).filter(({ at }) => at <= upTo);
    for (const deadline of came.sort((a, b) => (a.at < b.at ? -1 : 1)))
      if (!(await issue(id, deadline, now))) return false;
    schedule(id, earliest(open(id, (await records.read(id)).state)));
    return true;
  }

  return {
    start: () => model.start(),
    isNext: (id, at) => next.get(id) === at,
    ring: (id, upTo, now) =>
      ring(id, upTo, now).catch((error: unknown) => {
        onFault(`the deadlines of ${records.kind}/${id}`, error);
        return isDamaged(error);
      }),
    again: schedule,
  };
}
