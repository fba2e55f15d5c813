/** What the rules of a campaign's record refuse. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';

export type CampaignRefusal =
  | { readonly code: 'campaign_unknown' }
  | { readonly code: 'campaign_needs_role'; readonly need: readonly Role[] }
  /** Who only leads people may ask those people, and nobody else. */
  | { readonly code: 'campaign_not_your_people'; readonly field: string }
  | { readonly code: 'campaign_no_policy' }
  /** Whether this policy's new text is material has not been said yet. */
  | { readonly code: 'campaign_policy_undecided'; readonly title: string; readonly need: readonly Role[] }
  | { readonly code: 'campaign_nobody'; readonly field: string }
  | { readonly code: 'campaign_until_past'; readonly field: string; readonly until: Instant }
  | { readonly code: 'campaign_closed'; readonly by: PersonId; readonly at: Instant }
  /** A second reminder so soon would be a nuisance. */
  | { readonly code: 'campaign_urged_lately'; readonly at: Instant; readonly hours: number };
