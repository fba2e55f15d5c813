/** Who answers a question from clauses alone: a model, or in a test somebody else. */
import type { Locale } from '../rules.ts';
import type { Said } from './inquiry.ts';

export type Question = {
  /** What somebody typed, without personal data. It is data, and no instruction. */
  readonly question: string;
  readonly locale: Locale;
  readonly clauses: readonly { readonly id: string; readonly title: string; readonly text: string }[];
};

/** Undefined when what came back is no answer. Rejects when none came. */
export type Answerer = (question: Question, signal: AbortSignal) => Promise<Said | undefined>;
