/** A policy of the company, clause by clause, in both languages. */
import type { Bilingual } from '#src/core/rules.ts';

export type Clause = {
  /** Stable for ever: `online-reputation#3.2`. Checks, quizzes and signatures refer to it. */
  readonly id: string;
  readonly number: string;
  readonly title: Bilingual;
  /** Markdown: paragraphs and lists. Blanks are filled. */
  readonly text: Bilingual;
};

export type Policy = {
  readonly id: string;
  readonly title: Bilingual;
  readonly version: string;
  readonly owner: string;
  readonly sections: readonly { readonly number: string; readonly title: Bilingual }[];
  readonly clauses: readonly Clause[];
  /** Names of the blanks in it that the company has not decided yet. */
  readonly undecided: readonly string[];
};
