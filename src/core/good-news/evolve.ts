/** How the record of good news becomes what it is, event by event. */
import type { Meta } from '../event.ts';
import type { GoodNewsEvent, GoodNewsState } from './good-news.ts';

export function evolve(state: GoodNewsState, event: GoodNewsEvent, { at, by }: Meta): GoodNewsState {
  if (state.status === 'none')
    return event.type === 'proposed' ? { status: 'proposed', by, at, news: event.private } : state;
  const { news } = state;
  const told = { by: state.by, at: state.at, news };
  switch (event.type) {
    case 'proposed':
      return state;
    case 'approved':
      return { ...told, status: 'approved', decided: { by, at }, offer: event.offer, shares: [] };
    case 'rejected':
      return { ...told, status: 'rejected', decided: { by, at }, reason: event.private.reason };
    case 'offered': {
      if (state.status !== 'approved') return state;
      const { offer: _, ...rest } = state;
      return rest;
    }
    case 'putOff':
      return state.status === 'approved' ? { ...state, offer: event.offer } : state;
    case 'shared':
      return state.status === 'approved' ? { ...state, shares: [...state.shares, event.mark] } : state;
    case 'ended':
      return state.status === 'approved'
        ? { ...told, status: 'over', decided: state.decided, shares: state.shares }
        : state;
  }
}
