/** What the rules of training refuse. */
import type { Instant } from '../event.ts';
import type { Role } from '../role.ts';
import type { QuizId } from './state.ts';

export type TrainingRefusal =
  /** After a failure there is a pause, in which one may read. */
  | { readonly code: 'quiz_pause'; readonly until: Instant }
  /** A manager has to give another attempt. */
  | { readonly code: 'quiz_attempts_used'; readonly attempts: number }
  | { readonly code: 'quiz_no_questions'; readonly quiz: QuizId }
  | { readonly code: 'quiz_unknown'; readonly value: string }
  /** Only whoever leads somebody, human resources and administrators look after their training. */
  | { readonly code: 'training_needs_manager'; readonly need: readonly Role[] };
