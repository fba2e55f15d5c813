/** Questions to the policies that are handed to a model, where there is one; nobody waits for it. */
import { mask } from '#src/core/check/mask.ts';
import { DESK, type Instant } from '#src/core/event.ts';
import type { Answerer, Question } from '#src/core/inquiry/answerer.ts';
import { type Inquiry, type InquiryCommand, type InquiryEvent, LONGEST_QUESTION } from '#src/core/inquiry/inquiry.ts';
import type { OnFault } from './on-fault.ts';
import type { Records, Who } from './records.ts';
import { Tally } from './tally.ts';

type Options = {
  readonly answer: Answerer | undefined;
  readonly onFault: OnFault;
  readonly now: () => Instant;
};

export class Inquiries {
  readonly records: Records<Inquiry, InquiryCommand, InquiryEvent>;
  readonly #options: Options;
  readonly #working = new Tally();
  readonly #stopping = new AbortController();

  constructor(records: Records<Inquiry, InquiryCommand, InquiryEvent>, options: Options) {
    this.records = records;
    this.#options = options;
  }

  /** Whether there is a model to ask. */
  get open(): boolean {
    return this.#options.answer !== undefined;
  }

  /** Resolves when the question is noted; the answer comes when it comes. Personal data stays here. */
  async ask(asked: Question, who: Who): Promise<void> {
    const { answer } = this.#options;
    if (!answer) return;
    // Masked before it is cut, or half of a number would pass for none.
    const question = [...mask(asked.question).slice(0, LONGEST_QUESTION + 1)].slice(0, LONGEST_QUESTION).join('');
    const clauses = asked.clauses.map(({ id }) => id);
    const { happened } = await this.records.act(who.cause, { type: 'ask', question, clauses }, who);
    if (happened.length > 0) void this.#answer(who.cause, { ...asked, question }, answer);
  }

  /** Resolves when no model is at work. */
  idle(): Promise<void> {
    return this.#working.zero();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.idle();
  }

  async #answer(id: string, question: Question, answer: Answerer): Promise<void> {
    this.#working.begin();
    try {
      const said = await answer(question, this.#stopping.signal).catch((error: unknown) => {
        if (!this.#stopping.signal.aborted) this.#options.onFault('asking the model', error);
        return undefined;
      });
      const who = { by: DESK, roles: [], at: this.#options.now(), cause: `${id}/answer` };
      await this.records.act(id, said ? { type: 'answer', said } : { type: 'drop' }, who);
    } catch (error) {
      this.#options.onFault('noting an answer', error);
    } finally {
      this.#working.end();
    }
  }
}
