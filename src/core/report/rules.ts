/** What a company decides about its reports to leadership (K28). */
import type { Role } from '../role.ts';

export type ReportRules = {
  /** Who gets them without asking, and may ask for them and for exports. */
  readonly roles: readonly Role[];
  /** Weekday 1 (Monday) to 7, and minutes since midnight, in the company's zone. */
  readonly week: { readonly on: number; readonly minute: number };
  /** Day of the month, 1 to 28. */
  readonly month: { readonly on: number; readonly minute: number };
};
