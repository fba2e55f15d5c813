/** A question as it was asked, kept under its version: an old attempt shows what people read then, not what stands there now. */
import type { Decider } from '../decider.ts';
import type { Question } from './question.ts';

export type AskedState = { readonly question?: Question };
export type KeepQuestion = { readonly type: 'keep'; readonly question: Question };
export type QuestionKept = { readonly type: 'kept'; readonly question: Question };

/** The id of a record is the version of its question. */
export const asked: Decider<AskedState, KeepQuestion, QuestionKept> = {
  kind: 'question',
  version: 1,
  initial: {},
  decide: (state, { question }) => (state.question ? [] : [{ type: 'kept', question }]),
  evolve: (_, { question }) => ({ question }),
};
