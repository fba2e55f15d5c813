/** What triage says of a case (K4): every value with its reasons, corrected by a person or not. */
import type { Instant, PersonId } from '../event.ts';
import type { Bilingual } from '../rules.ts';
import type { Category, Cause, Media, Reach, Risk, Sentiment, Severity } from './vocabulary.ts';

/** Why a rule chose a value: the rule's name, the word or number that met it, and its weight towards severity. */
export type Reason = { readonly name: Bilingual; readonly met?: string; readonly weight?: number };

export type Judged<T extends string> = { readonly value: T; readonly why: readonly Reason[] };

export type Triage = {
  readonly media: Judged<Media>;
  readonly category: Judged<Category>;
  readonly severity: Judged<Severity>;
  readonly sentiment: Judged<Sentiment>;
  readonly reach: Judged<Reach>;
  readonly cause: Judged<Cause>;
  readonly risk: Judged<Risk>;
};
export type TriageField = keyof Triage;
export type TriageValue<F extends TriageField> = Triage[F]['value'];

/** A person's word against the rules': it wins, and both stay visible. */
export type Correction = {
  readonly field: TriageField;
  readonly value: string;
  readonly was: string;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: Instant;
};

/** What triage looks at. `audience` is the number of followers or views, where known. */
export type TriageInput = {
  readonly link?: string;
  readonly text: string;
  readonly audience?: number;
  /** How many mentions the case has, this one included. */
  readonly mentions: number;
  /** What the reporter chose; a severity chosen by a reporter only ever raises. */
  readonly severity?: Severity;
  readonly category?: Category;
};
