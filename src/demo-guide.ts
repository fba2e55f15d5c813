/** The guide of the local console: the main road, step by step, ticked off by what has happened on the desk. */
import type { CaseEvent } from './core/case/event.ts';
import { type CaseState, ownerOf } from './core/case/state.ts';
import type { Happened, Instant, PersonId } from './core/event.ts';
import type { Bilingual } from './core/rules.ts';
import type { Desk } from './desk/desk.ts';
import type { Folded } from './desk/folded.ts';
import { ReadModel } from './desk/read-model.ts';
import type { GuideStep } from './platforms/console/protocol.ts';
import { wordsFor } from './words/words.ts';

type StepId = keyof ReturnType<typeof wordsFor>['guide']['steps'];
type Step = { readonly id: StepId; readonly as: Bilingual; readonly done: readonly CaseEvent['type'][] };

const REPORTER: Bilingual = { en: 'emma', zh: 'mei' };
const RESPONDER: Bilingual = { en: 'james', zh: 'yun' };
const APPROVER: Bilingual = { en: 'olivia', zh: 'wei' };

/** The main road, and who may walk each part of it. */
const STEPS: readonly Step[] = [
  { id: 'report', as: REPORTER, done: ['reported'] },
  { id: 'claim', as: RESPONDER, done: ['claimed'] },
  { id: 'verify', as: RESPONDER, done: ['factRecorded'] },
  { id: 'draft', as: RESPONDER, done: ['drafted'] },
  { id: 'submit', as: RESPONDER, done: ['submitted'] },
  { id: 'approve', as: APPROVER, done: ['approved'] },
  { id: 'publish', as: RESPONDER, done: ['published'] },
  { id: 'effect', as: RESPONDER, done: ['effectMarked', 'closed'] },
  { id: 'close', as: RESPONDER, done: ['closed', 'dismissed'] },
];

/** What the guide keeps of a case. */
type Walked = {
  readonly done: readonly CaseEvent['type'][];
  readonly owner: PersonId | null;
  /** When something happened in it last. */
  readonly at: Instant;
};

/** Everybody reads the guide, and nobody may learn from it how a confidential case goes on, or with whom. */
function walked({ state, history }: Pick<Folded<CaseState, CaseEvent>, 'state' | 'history'>): Walked | undefined {
  if (state.status === 'none' || state.confidential) return undefined;
  const done = new Set(history.map(({ event }) => event.type));
  // Nothing to review after a small case: the guide does not wait for it.
  const isSmall = ({ event }: Happened<CaseEvent>) =>
    event.type === 'published' && event.final && event.effectDue === undefined;
  if (history.some(isSmall)) done.add('effectMarked');
  return { done: [...done], owner: ownerOf(state) ?? null, at: history.at(-1)?.meta.at ?? '' };
}

/** The steps as they stand, read from all cases: also from those of before a restart, once the desk has read them. */
export function guideOf({ cases, people }: Pick<Desk, 'cases' | 'people'>): () => readonly GuideStep[] {
  const model = new ReadModel(cases.records, walked);
  const accountOf = (owner: PersonId) =>
    people
      .team()
      .person(owner)
      ?.accounts.find(({ platform }) => platform === 'console')?.id;
  return () => {
    const all = [...model.all()].map(([, value]) => value).sort((a, b) => (a.at < b.at ? 1 : -1));
    const happened = new Set(all.flatMap(({ done }) => done));
    const [owner] = all.flatMap((one) => (one.owner === null ? [] : (accountOf(one.owner) ?? [])));
    return STEPS.map((one) =>
      step(
        one,
        owner,
        one.done.some((type) => happened.has(type)),
      ),
    );
  };
}

/** Once somebody holds the case, the responder's steps are theirs, whatever the visitor's language. */
function step({ id, as }: Step, owner: string | undefined, done: boolean): GuideStep {
  const [en, zh] = [wordsFor('en').guide.steps[id], wordsFor('zh').guide.steps[id]];
  const actor = as === RESPONDER && owner ? { en: owner, zh: owner } : as;
  return { id, as: actor, done, title: { en: en.title, zh: zh.title }, hint: { en: en.hint, zh: zh.hint } };
}
