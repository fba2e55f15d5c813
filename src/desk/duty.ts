/** The duty roster as handlers use it: at hand without waiting, changed by commands. */
import { type Duty, type DutyCommand, type DutyEvent, onDuty, ROSTER } from '#src/core/duty/duty.ts';
import type { PersonId } from '#src/core/event.ts';
import type { Records, Who } from './records.ts';

export type DutyRecords = Records<Duty, DutyCommand, DutyEvent>;

export class Roster {
  readonly records: DutyRecords;
  readonly #changed = new Set<() => void>();
  #state: Duty = { weeks: {} };

  constructor(records: DutyRecords) {
    this.records = records;
    records.onChange(({ state }) => {
      this.#state = state;
      for (const listener of this.#changed) listener();
    });
  }

  async start(): Promise<void> {
    this.#state = (await this.records.read(ROSTER)).state;
  }

  /** The roster as it is. */
  now(): Duty {
    return this.#state;
  }

  /** Who is on duty this week; nobody means all responders. */
  people(): readonly PersonId[] {
    return onDuty(this.#state);
  }

  /** Told when somebody else may be on duty. */
  onChange(listener: () => void): void {
    this.#changed.add(listener);
  }

  change(command: DutyCommand, who: Who) {
    return this.records.act(ROSTER, command, who);
  }
}
