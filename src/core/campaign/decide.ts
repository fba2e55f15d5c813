/** What may be done with a campaign, and by whom (K17). */
import type { Deal } from '../decider.ts';
import { DESK } from '../event.ts';
import { Refused } from '../refused.ts';
import { HOUR, plus } from '../time.ts';
import type { CampaignCommand, CampaignEvent, CampaignState } from './campaign.ts';
import { mayAskEverybody } from './may.ts';

export function decide(state: CampaignState, command: CampaignCommand, deal: Deal): readonly CampaignEvent[] {
  if (state.status === 'none') {
    if (command.type === 'open') return open(command, deal);
    throw new Refused({ code: 'campaign_unknown' });
  }
  switch (command.type) {
    case 'open':
      return [];
    case 'close':
      needRight(state, deal);
      return state.status === 'closed' ? [] : [{ type: 'closed' }];
    case 'urge':
      return urge(state, command.under, deal);
    case 'urgeDone':
      return state.urges.some(({ id }) => id === command.id) ? [command] : [];
  }
}

function open(
  { type: _, note, ...facts }: Extract<CampaignCommand, { type: 'open' }>,
  deal: Deal,
): readonly CampaignEvent[] {
  const { by, at, roles, rules } = deal;
  const { audience, term, policies } = facts;
  const need = rules.signing.open;
  if (by !== DESK && !need.some((role) => roles.includes(role)))
    throw new Refused({ code: 'campaign_needs_role', need });
  const own = audience.to === 'under' && audience.manager === by;
  if (!own && !mayAskEverybody(deal)) throw new Refused({ code: 'campaign_not_your_people', field: 'audience' });
  if (policies.length === 0) throw new Refused({ code: 'campaign_no_policy' });
  if ('until' in term && term.until <= at)
    throw new Refused({ code: 'campaign_until_past', field: 'until', until: term.until });
  return [{ type: 'opened', ...facts, private: { note } }];
}

function urge(
  state: Exclude<CampaignState, { status: 'none' }>,
  under: string | undefined,
  deal: Deal,
): readonly CampaignEvent[] {
  const { by, at, rules } = deal;
  if (under !== by) needRight(state, deal);
  if (state.status === 'closed') throw new Refused({ code: 'campaign_closed', ...state.closed });
  const { urgeHours: hours } = rules.signing;
  const last = state.urged[by];
  if (last !== undefined && plus(last, hours * HOUR) > at)
    throw new Refused({ code: 'campaign_urged_lately', at: last, hours });
  return [{ type: 'urged', ...(under !== undefined && { under }) }];
}

/** Who opened it, and those who may ask everybody. */
function needRight({ by }: { readonly by: string }, deal: Deal): void {
  if (by !== deal.by && !mayAskEverybody(deal))
    throw new Refused({ code: 'campaign_needs_role', need: ['hr', 'admin'] });
}
