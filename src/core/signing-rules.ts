/** What a company decides about signatures on its policies (policies/desk.yaml). */
import type { Role } from './role.ts';

export type SigningRules = {
  /** Who may open a campaign; who only leads people asks only those. */
  readonly open: readonly Role[];
  /** Working days to sign where nobody chose a date. */
  readonly days: number;
  /** Working days until the first reminder, and between the further ones. */
  readonly firstReminder: number;
  readonly everyReminder: number;
  /** So many at most, besides the last one on the day before. */
  readonly mostReminders: number;
  /** Hours until the same person may have everybody reminded once more. */
  readonly urgeHours: number;
};
