/** Somebody's quizzes: where they stand, and the drawing of a new attempt. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { QuizCommand } from '#src/core/quiz/command.ts';
import { diceFrom } from '#src/core/quiz/dice.ts';
import { type Counts, draw } from '#src/core/quiz/draw.ts';
import type { QuizEvent } from '#src/core/quiz/event.ts';
import { type Question, TOPICS, type Topic } from '#src/core/quiz/question.ts';
import { quizRecord } from '#src/core/quiz/quiz.ts';
import { ordersOf, type Sitting } from '#src/core/quiz/sitting.ts';
import { type Attempt, openAttempt, QUIZZES, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import { versionOf } from '#src/core/quiz/version.ts';
import { Refused } from '#src/core/refused.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Records, Who } from '../records.ts';
import type { Bank } from './bank.ts';

export type QuizRecords = Records<QuizState, QuizCommand, QuizEvent>;
type Keep = (questions: readonly Question[], who: Who) => Promise<void>;

export class Quizzes {
  readonly records: QuizRecords;
  readonly #bank: Bank;
  readonly #rules: Rules;
  readonly #keep: Keep;

  constructor(records: QuizRecords, bank: Bank, rules: Rules, keep: Keep) {
    this.records = records;
    this.#bank = bank;
    this.#rules = rules;
    this.#keep = keep;
  }

  /** How many questions of each topic a quiz asks, as far as there are so many. */
  counts(quiz: QuizId): Counts {
    const { joining, topic: own } = this.#rules.training.quiz;
    const wanted = (topic: Topic) => (quiz === 'joining' ? (joining[topic] ?? 0) : quiz === topic ? own : 0);
    const there = (topic: Topic) => this.#bank.questions.filter((one) => one.topic === topic).length;
    return Object.fromEntries(TOPICS.map((topic) => [topic, Math.min(wanted(topic), there(topic))]));
  }

  async of(person: PersonId, quiz: QuizId): Promise<QuizState> {
    return (await this.records.read(quizRecord(person, quiz))).state;
  }

  /** Goes on with the attempt that is open in whatever window, or draws one. Refuses during a pause, and past the limit. */
  async begin(person: PersonId, quiz: QuizId, who: Who): Promise<Attempt> {
    const open = openAttempt(await this.of(person, quiz));
    if (open) return open;
    const dice = diceFrom(`${quizRecord(person, quiz)}/${who.cause}`);
    const drawn = draw(this.#bank.questions, this.counts(quiz), await this.#seen(person), dice);
    if (drawn.length === 0) throw new Refused({ code: 'quiz_no_questions', quiz });
    const sittings = drawn.map((question) => sittingOf(question, ordersOf(question, dice)));
    await this.#keep(drawn, who);
    const { state } = await this.records.act(quizRecord(person, quiz), { type: 'begin', sittings }, who);
    const begun = openAttempt(state);
    if (!begun) throw new Error(`No attempt of ${quiz} is open, though it was begun.`);
    return begun;
  }

  /** When each question was last put to this person, in whatever quiz. */
  async #seen(person: PersonId): Promise<ReadonlyMap<string, Instant>> {
    const seen = new Map<string, Instant>();
    for (const quiz of QUIZZES)
      for (const { begun, sittings } of (await this.of(person, quiz)).attempts)
        for (const { question } of sittings) if (begun > (seen.get(question) ?? '')) seen.set(question, begun);
    return seen;
  }
}

const sittingOf = (question: Question, orders: Sitting['orders']): Sitting => ({
  question: question.id,
  version: versionOf(question),
  topic: question.topic,
  clause: question.clause,
  orders,
});
