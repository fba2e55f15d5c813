/** A question of the training: what is asked, what may be answered, and what each answer teaches (K19). */
import type { Bilingual } from '../rules.ts';

/** What the training is about; each topic has one file of questions. */
export const TOPICS = ['policy', 'information-security', 'etiquette', 'public-opinion'] as const;
export type Topic = (typeof TOPICS)[number];

export const KINDS = ['single', 'multiple', 'trueFalse', 'ordering', 'scenario'] as const;
export type Kind = (typeof KINDS)[number];

/** One answer to choose, and why it is right or wrong. */
export type Option = {
  readonly id: string;
  readonly text: Bilingual;
  readonly right: boolean;
  readonly why: Bilingual;
};

/** A turn of a story: what happens, and what one may do about it. `why` is then what comes of it. */
export type Step = {
  readonly id: string;
  readonly ask: Bilingual;
  readonly options: readonly Turn[];
};
/** `next` is a later step; without one the story ends. */
export type Turn = Option & { readonly next?: string };

type Asked = {
  /** Stable for ever: answers and cards refer to it. */
  readonly id: string;
  readonly topic: Topic;
  /** The clause that it tests, `online-reputation#3.2`. */
  readonly clause: string;
  readonly ask: Bilingual;
};

export type Question = Asked &
  (
    | { readonly kind: 'single' | 'multiple'; readonly options: readonly Option[] }
    /** A statement; `why` is told to those who judged it rightly, and to those who did not. */
    | {
        readonly kind: 'trueFalse';
        readonly answer: boolean;
        readonly why: { readonly right: Bilingual; readonly wrong: Bilingual };
      }
    /** The options stand in the right order; `why` says why each has its place. */
    | { readonly kind: 'ordering'; readonly options: readonly Omit<Option, 'right'>[] }
    /** `ask` is the situation; the first step begins it. */
    | { readonly kind: 'scenario'; readonly steps: readonly Step[] }
  );
