/** What the rules of the settings record refuse. */
import type { Role } from '../role.ts';

export type SettingsRefusal = { readonly code: 'settings_need_admin'; readonly need: readonly Role[] };
