/** What happened in somebody's quiz. What they chose is theirs, so it stands apart and can be erased. */
import type { Instant } from '../event.ts';
import type { Sitting, Taken } from './sitting.ts';
import type { Follow } from './state.ts';

export type QuizEvent =
  | {
      readonly type: 'begun';
      readonly n: number;
      /** Per cent. */
      readonly passMark: number;
      readonly sittings: readonly Sitting[];
    }
  | { readonly type: 'took'; readonly index: number; readonly private: Taken }
  | {
      readonly type: 'answered';
      readonly index: number;
      readonly private: { readonly given: readonly string[]; readonly right: boolean };
    }
  | {
      readonly type: 'finished';
      readonly passed: boolean;
      readonly again?: Instant;
      readonly private: { readonly right: number; readonly of: number; readonly weak: readonly string[] };
    }
  | { readonly type: 'noted'; readonly n: number; readonly what: Follow }
  | { readonly type: 'extraGiven' };
