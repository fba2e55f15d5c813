/** What the rules of good news refuse. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type GoodNewsRefusal =
  | { readonly code: 'news_unknown' }
  | { readonly code: 'news_needs_role'; readonly need: readonly Role[] }
  /** Nobody approves what they proposed. */
  | { readonly code: 'news_own'; readonly need: readonly Role[] }
  | { readonly code: 'news_decided'; readonly by: PersonId; readonly at: Instant }
  /** At least one language. */
  | { readonly code: 'news_wording_missing'; readonly field: string }
  | { readonly code: 'news_until_past'; readonly field: string }
  | { readonly code: 'news_over' };

export const isGoodNewsRefusal = <R extends { readonly code: string }>(refusal: R): refusal is R & GoodNewsRefusal =>
  refusal.code.startsWith('news_');
