/** A rule forbids it: said with facts only; words/ turns each code into a sentence in either language. */
import type { CaseRefusal } from './case/refusal.ts';
import type { DigestRefusal } from './digest/refusal.ts';
import type { DutyRefusal } from './duty/refusal.ts';
import type { FileMedia } from './file/file.ts';
import type { GoodNewsRefusal } from './good-news/refusal.ts';
import type { ObstacleRefusal } from './obstacle/refusal.ts';
import type { PersonRefusal } from './person/refusal.ts';
import type { TrainingRefusal } from './quiz/refusal.ts';
import type { ReminderRefusal } from './reminder/refusal.ts';
import type { ReportRefusal } from './report/refusal.ts';
import type { SettingsRefusal } from './settings/refusal.ts';
import type { SigningRefusal } from './signing-refusal.ts';
import type { WarningRefusal } from './warning/refusal.ts';

export type Refusal =
  | CaseRefusal
  | PersonRefusal
  | SettingsRefusal
  | SigningRefusal
  | ReminderRefusal
  | GoodNewsRefusal
  | DigestRefusal
  | DutyRefusal
  | TrainingRefusal
  | WarningRefusal
  | ObstacleRefusal
  | ReportRefusal
  | InputRefusal;

/** What is wrong with an input, whatever the record. `field` is the form input that it belongs to. */
export type InputRefusal =
  | { readonly code: 'input_no_post'; readonly field: string }
  | { readonly code: 'input_missing'; readonly field: string }
  | { readonly code: 'input_too_long'; readonly field: string; readonly length: number; readonly max: number }
  | { readonly code: 'input_not_offered'; readonly field: string; readonly value: string }
  | { readonly code: 'input_not_a_date'; readonly field: string; readonly value: string }
  | { readonly code: 'input_not_a_link'; readonly field: string; readonly value: string }
  | { readonly code: 'input_files_many'; readonly field: string; readonly count: number; readonly most: number }
  | {
      readonly code: 'input_file_kind';
      readonly field: string;
      readonly name: string;
      readonly accept: readonly FileMedia[];
    }
  | {
      readonly code: 'input_file_large';
      readonly field: string;
      readonly name: string;
      readonly size: number;
      readonly max: number;
    };

export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
