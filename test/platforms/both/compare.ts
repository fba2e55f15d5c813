/** What both channels show, against what the records say that they should show. */
import { caseWants } from '#handlers/case/wants.ts';
import type { CaseState } from '#src/core/case/state.ts';
import { message } from '#src/platforms/slack/card.ts';
import { drawing } from '#src/platforms/teams/content.ts';
import { readerOf } from '#src/view/reader-of.ts';
import { type Both, SLACK, TEAMS } from './house.ts';

/** The cards that are wanted in the response channel, by the records as they are now. */
async function wanted({ house }: Both) {
  const { cases, people, rules } = house.desk;
  const reader = readerOf(rules.channelLocale, rules.timeZone, people.team());
  const cards = [];
  const states: CaseState[] = [];
  for await (const id of cases.records.ids()) {
    const { state, history } = await cases.records.read(id);
    const { cards: all } = caseWants(rules)({ id, state, history }, people.team());
    cards.push(...all.flatMap(({ to, card }) => ('channel' in to ? [card(reader)] : [])));
    states.push(state);
  }
  return { cards, states };
}

const lines = (all: readonly unknown[]): readonly string[] => all.map((one) => JSON.stringify(one));

/** Those of the first that have no equal among the second, each equal counting once. */
function without(all: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** `missing`: wanted and not shown. `more`: shown and not wanted, but for places that were cleared. */
export async function compared(place: Both) {
  const { left, right } = place;
  const { cards, states } = await wanted(place);
  const onSlack = lines(left.at(SLACK).map(({ blocks }) => blocks));
  const onTeams = lines(right.at(TEAMS).map(({ card: { refresh: _, ...card } }) => card));
  const [forSlack, forTeams] = [
    lines(cards.map((card) => message(card).blocks)),
    lines(cards.map((card) => drawing().sharedIn(card, []))),
  ];
  const stray = (all: readonly string[]) => all.filter((one) => !one.includes('There is nothing here any more'));
  return {
    missing: { slack: without(forSlack, onSlack), teams: without(forTeams, onTeams) },
    more: { slack: stray(without(onSlack, forSlack)), teams: stray(without(onTeams, forTeams)) },
    statuses: new Set(states.map(({ status }) => status)),
    cards: cards.length,
  };
}
