/** Counts the texts that people have checked. Neither who nor what is kept, and of the time only the day. */
import { sha256 } from '#src/core/chain.ts';
import type { Checks, ChecksCommand, ChecksEvent } from '#src/core/checks/checks.ts';
import { dayIn } from '#src/core/day.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import type { Records } from './records.ts';

export class CheckCount {
  readonly #records: Records<Checks, ChecksCommand, ChecksEvent>;
  readonly #timeZone: string;

  constructor(records: Records<Checks, ChecksCommand, ChecksEvent>, timeZone: string) {
    this.#records = records;
    this.#timeZone = timeZone;
  }

  /** One more, in a record of its day, which stays short; an interaction that comes twice counts once. */
  async add(at: Instant, cause: string): Promise<void> {
    const day = dayIn(at, this.#timeZone);
    const who = { by: DESK, roles: [], at: `${day}T00:00:00.000Z`, cause: sha256(`check/${cause}`) };
    await this.#records.act(day, { type: 'count' }, who);
  }

  /** In the month of this instant. */
  async inMonth(at: Instant): Promise<number> {
    const month = dayIn(at, this.#timeZone).slice(0, 7);
    const days = Array.from({ length: 31 }, (_, index) => `${month}-${String(index + 1).padStart(2, '0')}`);
    // Months were counted as one once.
    const all = await Promise.all([month, ...days].map((id) => this.#records.read(id)));
    return all.reduce((sum, { state }) => sum + state.count, 0);
  }
}
