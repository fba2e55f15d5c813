/** What is refused about warnings. */
import type { Role } from '../role.ts';

export type WarningRefusal =
  | { readonly code: 'warning_unknown' }
  | { readonly code: 'warning_over' }
  | { readonly code: 'warning_needs_role'; readonly need: readonly Role[] };

export const isWarningRefusal = (r: { readonly code: string }): r is WarningRefusal => r.code.startsWith('warning_');
