/** The questions there are now, and what of each, when changed, makes it a new one: its words, and the clause behind it. */
import type { Policy } from '#src/content/policy.ts';
import { canonical, sha256 } from '#src/core/chain.ts';
import type { Entry } from '#src/core/memory/schedule.ts';
import type { Question } from '#src/core/quiz/question.ts';
import { ONLY, type Orders, TRUTH } from '#src/core/quiz/sitting.ts';
import { versionOf } from '#src/core/quiz/version.ts';

export type Bank = {
  readonly questions: readonly Question[];
  /** By question. */
  readonly entries: ReadonlyMap<string, Entry>;
  /** The question whose words are these, when it still reads so. */
  readonly ofVersion: (version: string) => Question | undefined;
};

export function bankOf(questions: readonly Question[], policies: readonly Policy[]): Bank {
  const clauses = new Map(
    policies.flatMap((policy) => policy.clauses.map(({ id, text }) => [id, digest(text)] as const)),
  );
  const entries = questions.map((question): Entry => {
    const { id, topic, clause } = question;
    const clauseVersion = clauses.get(clause) ?? '';
    return { question: id, version: versionOf(question), topic, clause, clauseVersion, parts: partsOf(question) };
  });
  const versions = new Map(entries.map(({ version }, index) => [version, questions[index]]));
  return {
    questions,
    entries: new Map(entries.map((entry) => [entry.question, entry])),
    ofVersion: (version) => versions.get(version),
  };
}

const digest = (text: Policy['clauses'][number]['text']): string => sha256(canonical(text)).slice(0, 16);

/** The answers in the order in which they are written down. */
function partsOf(question: Question): Orders {
  const ids = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'ordering':
      return { [ONLY]: ids(question.options) };
    case 'trueFalse':
      return { [ONLY]: TRUTH };
    case 'scenario':
      return Object.fromEntries(question.steps.map((step) => [step.id, ids(step.options)]));
  }
}
