/** What an answer teaches: whether it was right, why, and which rule says so. */
import type { Policy } from '#src/content/policy.ts';
import type { Option, Question } from '#src/core/quiz/question.ts';
import { type Taken, turnOf } from '#src/core/quiz/sitting.ts';
import type { Answer } from '#src/core/quiz/state.ts';
import type { Bilingual, Locale } from '#src/core/rules.ts';
import { act, type Block, type Button, note, status, text } from '#src/view/card.ts';
import type { Reader } from '#src/view/reader.ts';
import type { Span } from '#src/view/span.ts';

type Story = Extract<Question, { kind: 'scenario' }>;

export function feedbackBlocks(question: Question, answer: Answer, reader: Reader): readonly Block[] {
  const { t, locale } = reader;
  const { right, given } = answer;
  if (question.kind === 'scenario') return storyBlocks(question, answer, reader);
  return [
    right ? status('good', t.quiz.right) : status('warning', t.quiz.wrong),
    text([{ b: question.ask[locale] }]),
    ...explained(question, given, right, reader),
  ];
}

function explained(
  question: Exclude<Question, Story>,
  given: readonly string[],
  right: boolean,
  { t, locale }: Reader,
): readonly Block[] {
  const line = (option: Pick<Option, 'text' | 'why'>): readonly Span[] => reasoned(option, t.common.colon, locale);
  switch (question.kind) {
    case 'single': {
      const mine = question.options.find(({ id }) => id === given[0]);
      const best = question.options.find((option) => option.right);
      return [
        ...(mine && !right ? [note(t.quiz.yours), ...apart(mine, locale)] : []),
        ...(best ? [...(right ? [] : [note(t.quiz.rightOne)]), ...apart(best, locale)] : []),
      ];
    }
    case 'multiple': {
      const picked = (id: string) => given.includes(id);
      const part = (options: readonly Option[]) =>
        options.map((option) => text([mark(picked(option.id)), ...line(option)]));
      const isRight = (option: Option) => option.right;
      return [
        note(t.quiz.rightOnes),
        ...part(question.options.filter(isRight)),
        note(t.quiz.wrongOnes),
        ...part(question.options.filter((option) => !isRight(option))),
        note(t.quiz.markMeans),
      ];
    }
    case 'trueFalse': {
      const truth = question.answer ? t.quiz.yes : t.quiz.no;
      return [text([{ b: `${t.quiz.rightOne}${t.common.colon}${truth}` }]), text(said(question.why, right)[locale])];
    }
    case 'ordering':
      return [
        note(t.quiz.rightOrder),
        ...question.options.map((option, index) => text([`${index + 1}.  `, ...line(option)])),
      ];
  }
}

const said = (why: { readonly right: Bilingual; readonly wrong: Bilingual }, right: boolean) =>
  right ? why.right : why.wrong;

/** An answer, and below it why it is right or wrong. */
const apart = ({ text: says, why }: Pick<Option, 'text' | 'why'>, locale: Locale): readonly Block[] => [
  text([{ b: says[locale] }]),
  text(why[locale]),
];

/** The same in one line: “The answer: the reason.” */
const reasoned = (
  { text: says, why }: Pick<Option, 'text' | 'why'>,
  colon: string,
  locale: Locale,
): readonly Span[] => [{ b: `${says[locale].replace(/[.。]$/, '')}${colon}` }, why[locale]];

const mark = (picked: boolean): string => (picked ? '☑ ' : '☐ ');

/** What came of a choice, shown before the story goes on. */
export function consequenceBlocks(question: Story, taken: Taken, { t, locale }: Reader): readonly Block[] {
  const turn = turnOf(question, taken);
  if (!turn) return [];
  return [note(t.quiz.yours), text([{ b: turn.text[locale] }]), note(t.quiz.consequence), text(turn.why[locale])];
}

/** The whole way through a story, and what would have been better where it went wrong. */
function storyBlocks(question: Story, { right, taken }: Answer, { t, locale }: Reader): readonly Block[] {
  const steps = taken.flatMap((one): Block[] => {
    const step = question.steps.find(({ id }) => id === one.step);
    const turn = turnOf(question, one);
    const best = step?.options.find((option) => option.right);
    if (!step || !turn) return [];
    return [
      text([step.ask[locale]]),
      text([turn.right ? '✓ ' : '✗ ', ...reasoned(turn, t.common.colon, locale)]),
      ...(turn.right || !best
        ? []
        : [text([`${t.quiz.better}${t.common.colon}`, ...reasoned(best, t.common.colon, locale)])]),
    ];
  });
  const said = right ? status('good', t.quiz.wellDone) : status('warning', t.quiz.couldBeBetter);
  return [said, text([{ b: question.ask[locale] }]), ...steps];
}

/** The rule behind a question, by its title; undefined for one that has gone since. */
export function clauseTitle(policies: readonly Policy[], id: string, { locale }: Reader): string | undefined {
  const [name] = id.split('#');
  const policy = policies.find((one) => one.id === name);
  const clause = policy?.clauses.find((one) => one.id === id);
  return policy && clause && `${policy.title[locale]} ${clause.number} · ${clause.title[locale]}`;
}

/** Leads to the rule itself, where it is still there. */
export function readClause(policies: readonly Policy[], id: string, label: string): Button | undefined {
  const [policy = '', clause = ''] = id.split('#');
  return policies.some(({ clauses }) => clauses.some((one) => one.id === id))
    ? act(label, 'policy.read', { policy, clause })
    : undefined;
}
