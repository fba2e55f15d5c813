/** What a company decides about the daily digest (K28). */
import type { Role } from '../role.ts';

export type DigestRules = {
  /** Minutes since midnight, by the clock of each reader; anybody may choose another hour for themselves. */
  readonly minute: number;
  /** Who gets it without asking. */
  readonly roles: readonly Role[];
  /** On every day, or on those that the reader's country works. */
  readonly days: 'every' | 'working';
};
