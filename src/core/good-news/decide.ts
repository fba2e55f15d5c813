/** What may be done with good news, and by whom: four eyes before anybody is offered it. */
import { nextDisturbable } from '../calendar/disturb.ts';
import type { Deal } from '../decider.ts';
import { CLOCK, DESK, type Instant } from '../event.ts';
import { Refused } from '../refused.ts';
import { DAY, plus } from '../time.ts';
import type { GoodNewsCommand, GoodNewsEvent, GoodNewsState } from './good-news.ts';
import type { GoodNews } from './item.ts';

export function decide(state: GoodNewsState, command: GoodNewsCommand, deal: Deal): readonly GoodNewsEvent[] {
  if (state.status === 'none') {
    if (command.type === 'propose') return propose(command.news, deal);
    throw new Refused({ code: 'news_unknown' });
  }
  switch (command.type) {
    case 'propose':
      return [];
    case 'approve':
      return approve(state, deal);
    case 'reject':
      return reject(state, command.reason, deal);
    case 'offer':
      return offer(state, command.paused, deal);
    case 'share':
      if (state.status !== 'approved') throw new Refused({ code: 'news_over' });
      return state.shares.includes(command.mark) ? [] : [{ type: 'shared', mark: command.mark }];
    case 'end':
      return end(state, deal);
  }
}

function propose(news: GoodNews, { at }: Deal): readonly GoodNewsEvent[] {
  if (news.wording.en === '' && news.wording.zh === '')
    throw new Refused({ code: 'news_wording_missing', field: 'wordingEn' });
  if (news.until !== undefined && news.until <= at) throw new Refused({ code: 'news_until_past', field: 'until' });
  return [{ type: 'proposed', private: news }];
}

type Existing = Exclude<GoodNewsState, { status: 'none' }>;

/** Counted in people, not in accounts: nobody approves under another account what they suggested. */
function needDecision(state: Existing, { by, roles, rules, identity }: Deal): void {
  const need = rules.steps.approve;
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'news_needs_role', need });
  const same = state.by === by ? 'one' : identity?.compare(state.by, by);
  if (same === 'one') throw new Refused({ code: 'news_own', need });
  if (same === 'unsure') throw new Refused({ code: 'case_maybe_one', who: by, other: state.by });
}

function approve(state: Existing, deal: Deal): readonly GoodNewsEvent[] {
  needDecision(state, deal);
  if (state.status === 'approved') return [];
  if (state.status !== 'proposed') throw new Refused({ code: 'news_decided', ...state.decided });
  return [{ type: 'approved', offer: morning(deal.at, deal) }];
}

function reject(state: Existing, reason: string, deal: Deal): readonly GoodNewsEvent[] {
  needDecision(state, deal);
  if (state.status === 'rejected') return [];
  if (state.status !== 'proposed') throw new Refused({ code: 'news_decided', ...state.decided });
  return [{ type: 'rejected', private: { reason } }];
}

/** In working time of the company: nobody is woken for good news. */
const morning = (at: Instant, { rules }: Deal): Instant => nextDisturbable({}, at, 'routine', rules);

function offer(state: Existing, paused: boolean, deal: Deal): readonly GoodNewsEvent[] {
  if (deal.by !== CLOCK && deal.by !== DESK) throw new Refused({ code: 'news_unknown' });
  if (state.status !== 'approved' || state.offer === undefined) return [];
  const at = paused ? morning(plus(deal.at, DAY), deal) : morning(deal.at, deal);
  return at === deal.at ? [{ type: 'offered' }] : [{ type: 'putOff', offer: at }];
}

/** The time is over, or somebody who may approve takes it back. */
function end(state: Existing, { by, roles, rules }: Deal): readonly GoodNewsEvent[] {
  const need = rules.steps.approve;
  const may = by === CLOCK || by === state.by || need.some((role) => roles.includes(role));
  if (!may) throw new Refused({ code: 'news_needs_role', need });
  return state.status === 'approved' ? [{ type: 'ended' }] : [];
}
