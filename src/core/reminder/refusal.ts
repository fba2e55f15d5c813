/** What the rules of reminders to channels refuse. */
import type { Role } from '../role.ts';

export type ReminderRefusal =
  | { readonly code: 'reminder_needs_role'; readonly need: readonly Role[] }
  /** No channel has been named for them. */
  | { readonly code: 'reminder_no_channel'; readonly channel: string }
  | { readonly code: 'reminder_nothing_new' }
  | { readonly code: 'reminder_emergency' }
  | { readonly code: 'reminder_unknown' };

export const isReminderRefusal = <R extends { readonly code: string }>(refusal: R): refusal is R & ReminderRefusal =>
  refusal.code.startsWith('reminder_');
