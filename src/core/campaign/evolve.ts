/** How a campaign's record becomes what it is, event by event. */
import type { Meta } from '../event.ts';
import type { CampaignEvent, CampaignState } from './campaign.ts';

export function evolve(state: CampaignState, event: CampaignEvent, { id, at, by }: Meta): CampaignState {
  if (state.status === 'none') {
    if (event.type !== 'opened') return state;
    const { type: _, private: typed, ...facts } = event;
    return { status: 'open', ...facts, note: typed.note, by, at, urges: [], urged: {} };
  }
  switch (event.type) {
    case 'opened':
      return state;
    case 'closed':
      return { ...state, status: 'closed', closed: { by, at }, urges: [] };
    case 'urged': {
      const one = { id, by, ...(event.under !== undefined && { under: event.under }) };
      return { ...state, urges: [...state.urges, one], urged: { ...state.urged, [by]: at } };
    }
    case 'urgeDone':
      return { ...state, urges: state.urges.filter((urge) => urge.id !== event.id) };
  }
}
