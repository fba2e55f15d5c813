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

  /** One more; an interaction that comes twice counts once. */
  async add(at: Instant, cause: string): Promise<void> {
    const day = dayIn(at, this.#timeZone);
    const who = { by: DESK, roles: [], at: `${day}T00:00:00.000Z`, cause: sha256(`check/${cause}`) };
    await this.#records.act(day.slice(0, 7), { type: 'count' }, who);
  }

  /** In the month of this instant. */
  async inMonth(at: Instant): Promise<number> {
    const { state } = await this.#records.read(dayIn(at, this.#timeZone).slice(0, 7));
    return state.count;
  }
}
