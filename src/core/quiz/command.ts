/** What may be asked of somebody's quiz. Questions come with the command, as they were when they were asked. */
import type { PersonId } from '../event.ts';
import type { Question } from './question.ts';
import type { Sitting } from './sitting.ts';
import type { Follow } from './state.ts';

/** The question that an answer belongs to: the attempt, and its place in it. */
type At = { readonly n: number; readonly index: number; readonly question: Question };

export type QuizCommand =
  /** Goes on with the attempt that is open, or begins one with these questions. */
  | { readonly type: 'begin'; readonly sittings: readonly Sitting[] }
  | ({ readonly type: 'answer'; readonly given: readonly string[] } & At)
  /** One choice in a story. */
  | ({ readonly type: 'take'; readonly step: string; readonly option: string } & At)
  /** What followed from a finished attempt was done. */
  | { readonly type: 'note'; readonly n: number; readonly what: Follow }
  /** `above`: the managers over this person. */
  | { readonly type: 'giveExtra'; readonly above: readonly PersonId[] };
