/** Training as handlers use it: somebody's quizzes, and every question as it was asked. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { AskedState, KeepQuestion, QuestionKept } from '#src/core/quiz/asked.ts';
import type { QuizCommand } from '#src/core/quiz/command.ts';
import { diceFrom } from '#src/core/quiz/dice.ts';
import { type Counts, draw } from '#src/core/quiz/draw.ts';
import type { QuizEvent } from '#src/core/quiz/event.ts';
import { type Question, TOPICS } from '#src/core/quiz/question.ts';
import { quizRecord } from '#src/core/quiz/quiz.ts';
import { ordersOf, type Sitting } from '#src/core/quiz/sitting.ts';
import { type Attempt, openAttempt, QUIZZES, type QuizId, type QuizState } from '#src/core/quiz/state.ts';
import { versionOf } from '#src/core/quiz/version.ts';
import { Refused } from '#src/core/refused.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Records, Who } from './records.ts';

export type QuizRecords = Records<QuizState, QuizCommand, QuizEvent>;
export type AskedRecords = Records<AskedState, KeepQuestion, QuestionKept>;

export class Training {
  readonly quizzes: QuizRecords;
  readonly #asked: AskedRecords;
  readonly #bank: readonly Question[];
  readonly #rules: Rules;

  constructor(quizzes: QuizRecords, asked: AskedRecords, bank: readonly Question[], rules: Rules) {
    this.quizzes = quizzes;
    this.#asked = asked;
    this.#bank = bank;
    this.#rules = rules;
  }

  /** How many questions of each topic a quiz asks, as far as there are so many. */
  counts(quiz: QuizId): Counts {
    const { joining, topic: own } = this.#rules.training.quiz;
    const wanted = (topic: (typeof TOPICS)[number]) => (quiz === 'joining' ? joining[topic] : quiz === topic ? own : 0);
    const there = (topic: (typeof TOPICS)[number]) => this.#bank.filter((one) => one.topic === topic).length;
    return Object.fromEntries(TOPICS.map((topic) => [topic, Math.min(wanted(topic) ?? 0, there(topic))]));
  }

  async quiz(person: PersonId, quiz: QuizId): Promise<QuizState> {
    return (await this.quizzes.read(quizRecord(person, quiz))).state;
  }

  /** Goes on with the attempt that is open in whatever window, or draws one. Refuses during a pause, and past the limit. */
  async begin(person: PersonId, quiz: QuizId, who: Who): Promise<Attempt> {
    const open = openAttempt(await this.quiz(person, quiz));
    if (open) return open;
    const dice = diceFrom(`${quizRecord(person, quiz)}/${who.cause}`);
    const drawn = draw(this.#bank, this.counts(quiz), await this.#seen(person), dice);
    if (drawn.length === 0) throw new Refused({ code: 'quiz_no_questions', quiz });
    const sittings = drawn.map((question) => sittingOf(question, ordersOf(question, dice)));
    for (const question of drawn) await this.#keep(question, who);
    const { state } = await this.quizzes.act(quizRecord(person, quiz), { type: 'begin', sittings }, who);
    const begun = openAttempt(state);
    if (!begun) throw new Error(`No attempt of ${quiz} is open, though it was begun.`);
    return begun;
  }

  /** The words of a question as they were when it was asked. */
  async question({ version, question }: Pick<Sitting, 'version' | 'question'>): Promise<Question> {
    const { state } = await this.#asked.read(version);
    if (!state.question) throw new Error(`The words of ${question} (${version}) were not kept.`);
    return state.question;
  }

  /** Kept before it is asked, so that no answer ever refers to words that nobody has. */
  async #keep(question: Question, who: Who): Promise<void> {
    const version = versionOf(question);
    const { state } = await this.#asked.read(version);
    if (!state.question) await this.#asked.act(version, { type: 'keep', question }, who);
  }

  /** When each question was last put to this person, in whatever quiz. */
  async #seen(person: PersonId): Promise<ReadonlyMap<string, Instant>> {
    const seen = new Map<string, Instant>();
    for (const quiz of QUIZZES)
      for (const { begun, sittings } of (await this.quiz(person, quiz)).attempts)
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
