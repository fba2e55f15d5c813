/** What the digest refuses. */
import type { Role } from '../role.ts';

export type DigestRefusal =
  | { readonly code: 'digest_needs_role'; readonly need: readonly Role[] }
  /** Not a period, an hour or a word that the command knows. */
  | { readonly code: 'digest_period_unclear'; readonly value: string }
  | { readonly code: 'digest_period_backwards'; readonly first: string; readonly last: string }
  | { readonly code: 'digest_period_future'; readonly first: string }
  | { readonly code: 'digest_period_long'; readonly days: number; readonly max: number }
  | { readonly code: 'digest_hour_unclear'; readonly value: string; readonly field?: string };

export const isDigestRefusal = (r: { readonly code: string }): r is DigestRefusal => r.code.startsWith('digest_');
