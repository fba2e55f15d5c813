/** What good news wants people to see: approvers decide on it, and whoever asked for good news is offered it once. */
import type { GoodNewsEvent, GoodNewsState } from '#src/core/good-news/good-news.ts';
import type { Desk } from '#src/desk/desk.ts';
import type { WantedCard, WantedNotice, Wants } from '#src/desk/wanted.ts';
import { decidedCard, offerCard, questionCard } from './cards.ts';

export const goodNewsWants =
  ({ rules, goodNews }: Desk): Wants<GoodNewsState, GoodNewsEvent> =>
  ({ id, state, history }, team) => {
    if (state.status === 'none') return { cards: [], notices: [] };
    // Somebody with two accounts is one person, whichever of them they suggested it from.
    const by = team.person(state.by)?.id ?? state.by;
    const deciders = [...new Set(rules.steps.approve.flatMap((role) => team.holding(role)))];
    const cards = deciders
      .filter((person) => person !== by)
      .map(
        (person): WantedCard => ({
          ...{ key: 'decide', to: { person } },
          card: (reader) =>
            state.status === 'proposed' ? questionCard(id, state, rules, reader) : decidedCard(state, reader),
        }),
      );
    const own: readonly WantedCard[] =
      state.status === 'proposed' || team.person(state.by) === undefined
        ? []
        : [{ key: 'decided', to: { person: state.by }, card: (reader) => decidedCard(state, reader) }];
    const offered = history.findLast(({ event }) => event.type === 'offered');
    const readers = offered && state.status === 'approved' ? [...goodNews.advocates()] : [];
    const notices = readers.flatMap((to): readonly WantedNotice[] => {
      const away = team.person(to)?.absentUntil !== undefined;
      if (!offered || away || to === by) return [];
      const { id: event, number } = offered.meta;
      const card: WantedNotice['card'] = (reader) => offerCard(id, state.news, reader);
      return [{ key: 'offer', event: { id: event, number }, to, lane: 'bulk', card }];
    });
    return { cards: [...cards, ...own], notices };
  };
