/** What a case wants people to see: one card in its channel, or, in confidence, one for each who may know; and decisions. */

import { deciders } from '#src/core/case/deciders.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type CaseState, type ExistingCase, isOpen, severityOf } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import type { WantedCard, Wants } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import { caseCard } from '#src/view/case/card.ts';
import { decisionCard } from '#src/view/case/decision.ts';
import type { Reader } from '#src/view/reader.ts';
import { decided } from './decided.ts';
import { noticesOf } from './notices.ts';
import { openTo } from './open-to.ts';
import { withOwnView } from './own-view.ts';
import { type CaseRecord, shownTo } from './shown.ts';
import { undecidable } from './undecided.ts';

export const caseWants =
  (rules: Rules): Wants<CaseState, CaseEvent> =>
  (record, team) => {
    const { state } = record;
    if (state.status === 'none') return { cards: [], notices: [] };
    const cards = state.confidential
      ? directCards(record, state, team, rules)
      : channelCards(record, state, team, rules);
    const nobody = undecidable(record, state, team, rules);
    return { cards: [...cards, ...nobody], notices: noticesOf(record, state, team, rules) };
  };

function channelCards(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedCard[] {
  const card = (reader: Reader): Card => {
    const shown = shownTo(record, { channel: true }, reader, { rules, team });
    if (!shown) throw new Error('a confidential case has no channel');
    return isOpen(state) ? withOwnView(caseCard(shown), record.id) : caseCard(shown);
  };
  const lane = severityOf(state) === 'critical' && isOpen(state) ? 'urgent' : 'ordinary';
  const main: WantedCard = { key: 'case', to: { channel: channelOf(state, rules) }, card, lane };
  const asked = state.status === 'review' ? deciders(state, team, rules) : [];
  // Whoever is asked again, because the ground of their approval has changed, gets the question and not the line.
  return [
    main,
    ...asked.map((person) => decisionFor(record, person, team, rules)),
    ...decided(record, state, team, rules),
  ];
}

/** The first route that fits, else the response channel. The first mention decides, so that a case never moves. */
function channelOf(state: ExistingCase, { routing }: Rules): string {
  const media = state.mentions[0]?.media ?? 'other';
  const category = state.triage.category.value;
  const route = routing.find(
    (rule) => (!rule.media || rule.media.includes(media)) && (!rule.category || rule.category.includes(category)),
  );
  return route?.channel ?? 'response';
}

/** Whoever may know of a confidential case works on it in a card of their own. */
function directCards(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedCard[] {
  const people = [...new Set(rules.confidentialRoles.flatMap((role) => team.holding(role)))];
  return people
    .filter((person) => mayKnow(state, person, rolesOf(person, team), rules))
    .map((person): WantedCard => {
      const roles = rolesOf(person, team);
      const card = (reader: Reader): Card => {
        const shown = shownTo(record, { person, roles }, reader, { rules, team });
        if (!shown) throw new Error('this person may not see the case');
        return openTo({ by: person, roles }, record, shown, caseCard(shown), team);
      };
      return { key: 'case', to: { person }, card, lane: 'ordinary' };
    });
}

function decisionFor(record: CaseRecord, person: PersonId, team: Team, rules: Rules): WantedCard {
  const roles = rolesOf(person, team);
  const card = (reader: Reader): Card => {
    const shown = shownTo(record, { person, roles }, reader, { rules, team });
    if (shown?.state.status !== 'review') throw new Error('there is nothing to decide');
    return openTo({ by: person, roles }, record, shown, decisionCard(shown, shown.state), team);
  };
  return { key: 'decision', to: { person }, card, lane: 'urgent' };
}

const rolesOf = (person: PersonId, team: Team) => team.person(person)?.roles ?? [];
