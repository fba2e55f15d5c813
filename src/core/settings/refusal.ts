/** What the rules of the settings record refuse. */
import type { PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type SettingsRefusal =
  | { readonly code: 'settings_need_admin'; readonly need: readonly Role[] }
  | { readonly code: 'settings_need_leader'; readonly need: readonly Role[] }
  /** The first administrator is settled; `holders` are those of today, and may be none. */
  | { readonly code: 'settings_admin_exists'; readonly holders: readonly PersonId[] }
  /** There is a place for it only in a channel. */
  | { readonly code: 'settings_not_a_channel' }
  /** What was typed for a channel is no id of one on this chat. */
  | {
      readonly code: 'settings_channel_unclear';
      readonly field: string;
      readonly value: string;
      readonly platform: string;
    };
