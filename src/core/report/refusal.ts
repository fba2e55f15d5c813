/** What is refused about reports and exports. */
import type { Role } from '../role.ts';

export type ReportRefusal =
  | { readonly code: 'report_needs_role'; readonly need: readonly Role[] }
  /** Not a word that the command knows. */
  | { readonly code: 'report_unclear'; readonly value: string };

export const isReportRefusal = (r: { readonly code: string }): r is ReportRefusal => r.code.startsWith('report_');
