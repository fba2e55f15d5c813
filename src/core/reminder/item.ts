/** A reminder of a rule: a short case that went well or went wrong, made up of what happens everywhere (K18). */
import type { Bilingual } from '../rules.ts';

export const REMINDER_KINDS = ['good', 'warning'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

export type ReminderItem = {
  readonly id: string;
  readonly kind: ReminderKind;
  /** The clause that it illustrates: `use-of-social-media#3.3`. */
  readonly clause: string;
  readonly title: Bilingual;
  readonly text: Bilingual;
};
