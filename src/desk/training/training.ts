/** Training as handlers use it: somebody's quizzes, what they remember, how new colleagues find their way. */
import type { Policy } from '#src/content/policy.ts';
import { DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { MemoryCommand } from '#src/core/memory/command.ts';
import { isOther } from '#src/core/memory/decide.ts';
import type { MemoryEvent } from '#src/core/memory/event.ts';
import { memoryWith } from '#src/core/memory/memory.ts';
import type { Scheduler } from '#src/core/memory/schedule.ts';
import type { MemoryState } from '#src/core/memory/state.ts';
import { path } from '#src/core/path/path.ts';
import { type AskedState, asked, type KeepQuestion, type QuestionKept } from '#src/core/quiz/asked.ts';
import type { Question } from '#src/core/quiz/question.ts';
import { quiz } from '#src/core/quiz/quiz.ts';
import type { Sitting } from '#src/core/quiz/sitting.ts';
import { versionOf } from '#src/core/quiz/version.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Store } from '#src/stores/store.ts';
import { each } from '../each.ts';
import { Follow } from '../follow.ts';
import type { OnFault } from '../on-fault.ts';
import { ReadModel } from '../read-model.ts';
import { recallBy } from '../recall.ts';
import { Records, type RecordsOptions, type Who } from '../records.ts';
import { Tally } from '../tally.ts';
import { type Bank, bankOf } from './bank.ts';
import { memoryErrands, pathErrands } from './follows.ts';
import { Newcomers, type NewcomersOptions } from './newcomers.ts';
import { Quizzes } from './quizzes.ts';

export type MemoryRecords = Records<MemoryState, MemoryCommand, MemoryEvent>;

export type TrainingOptions = RecordsOptions &
  Omit<NewcomersOptions, 'paths' | 'rules'> & {
    readonly questions: readonly Question[];
    readonly policies: readonly Policy[];
    readonly now: () => Instant;
    /** Told of everybody whose signatures changed; `key` is another for each change. */
    readonly onSigned: (listener: (person: PersonId, key: string) => void) => void;
  };

/** What of each card is known without reading its record: version of question and clause, topic, stability, last review. */
type CardLine = readonly [
  question: string,
  version: string,
  clauseVersion: string,
  topic: string,
  stability: number,
  last: string,
];

export class Training {
  readonly bank: Bank;
  readonly scheduler: Scheduler;
  readonly quizzes: Quizzes;
  readonly memories: MemoryRecords;
  readonly newcomers: Newcomers;
  readonly #asked: Records<AskedState, KeepQuestion, QuestionKept>;
  readonly #cards: ReadModel<MemoryState, MemoryEvent, CardLine[]>;
  readonly #follows: readonly { start(): Promise<void>; idle(): Promise<void> }[];
  readonly #now: () => Instant;
  readonly #tally = new Tally();

  constructor(store: Store, options: TrainingOptions) {
    const { questions, policies, now, onFault } = options;
    const rules: Rules = options.rules();
    this.#now = now;
    this.bank = bankOf(questions, policies);
    this.scheduler = recallBy(rules.training.memory);
    this.#asked = new Records(store, asked, options);
    this.memories = new Records(store, memoryWith(this.scheduler), options);
    this.#cards = new ReadModel(this.memories, ({ state }) => linesOf(state));
    this.quizzes = new Quizzes(new Records(store, quiz, options), this.bank, rules, (all, who) => this.keep(all, who));
    const paths = new Records(store, path, options);
    this.newcomers = new Newcomers({ ...options, paths, rules });
    const from = this.quizzes.records;
    options.onSigned((person, key) => void this.#signed(person, key, onFault));
    this.#follows = [
      new Follow({ from, to: this.memories, errands: memoryErrands(this.bank), now, onFault }),
      new Follow({ from, to: paths, errands: pathErrands, now, onFault }),
    ];
  }

  /** Learns who is on the way; renews what changed in the bank; completes what a crash left unfinished. */
  async start(): Promise<void> {
    await this.newcomers.start();
    await this.#cards.start();
    await this.#renew();
    for (const follow of this.#follows) await follow.start();
    await this.newcomers.compare(this.#now());
  }

  async idle(): Promise<void> {
    for (const follow of this.#follows) await follow.idle();
    await this.#tally.zero();
  }

  /** The words of a question as they were when it was asked. */
  async question({ version, question }: Pick<Sitting, 'version' | 'question'>): Promise<Question> {
    const now = this.bank.ofVersion(version);
    if (now) return now;
    const { state } = await this.#asked.read(version);
    if (!state.question) throw new Error(`The words of ${question} (${version}) were not kept.`);
    return state.question;
  }

  /** Kept before anything refers to them, so that no answer is ever without the words that it answers. */
  async keep(questions: readonly Question[], who: Who): Promise<void> {
    for (const question of questions) {
      const version = versionOf(question);
      const { state } = await this.#asked.read(version);
      if (!state.question) await this.#asked.act(version, { type: 'keep', question }, who);
    }
  }

  /** How sure it is that somebody still knows each topic that they learnt; only for sums over groups, never to be shown alone. */
  recallOf(person: PersonId, at: Instant): ReadonlyMap<string, number> {
    const byTopic = Map.groupBy(this.#cards.get(person) ?? [], ([, , , topic]) => topic);
    const mean = (lines: readonly CardLine[]) =>
      lines.reduce((sum, [, , , , stability, last]) => sum + this.scheduler.recall({ stability, last }, at), 0) /
      lines.length;
    return new Map([...byTopic].map(([topic, lines]) => [topic, mean(lines)]));
  }

  async #signed(person: PersonId, key: string, onFault: OnFault): Promise<void> {
    this.#tally.begin();
    try {
      await this.newcomers.signatures(person, { at: this.#now(), cause: `signed/${key}` });
    } catch (error) {
      onFault(`the way of ${person}`, error);
    } finally {
      this.#tally.end();
    }
  }

  /** Only those of whose cards one reads otherwise are touched. */
  async #renew(): Promise<void> {
    const { entries } = this.bank;
    const stale = [...this.#cards.all()].filter(([, lines]) =>
      lines.some(([question, version, clauseVersion]) => {
        const now = entries.get(question);
        return !now || isOther({ version, clauseVersion }, now);
      }),
    );
    const at = this.#now();
    await each(stale, 8, async ([id]) => {
      await this.memories.act(
        id,
        { type: 'renew', bank: entries },
        { by: DESK, roles: [], at, cause: `renew/${id}/${at}` },
      );
    });
  }
}

const linesOf = ({ cards }: MemoryState): CardLine[] =>
  Object.values(cards).map(({ question, version, clauseVersion, topic, memory }) => [
    ...([question, version, clauseVersion, topic, memory.stability, memory.last] as const),
  ]);
