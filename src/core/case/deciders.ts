/** Who can decide on a reply that waits: for their cards, and to call them. */

import type { PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { isHere } from '../stand-in.ts';
import type { Team } from '../team.ts';
import { authorsOf, suffices } from './gates.ts';
import { mayKnow, rolesFor } from './may.ts';
import { type CaseState, type InReview, severityOf } from './state.ts';
import { assertsNothing } from './vocabulary.ts';

/** Those who could decide on the running submission: the right role, no hand in it, not away, not decided yet. */
export const deciders = (state: InReview, team: Team, rules: Rules): readonly PersonId[] =>
  able(state, team, rules).filter((person) => isHere(person, team));

/** Nobody decides on a reply: who could if they were not away, which role is asked for, and which administrators can give it. */
export type Undecided = {
  readonly away: readonly PersonId[];
  readonly need: readonly Role[];
  readonly ask: readonly PersonId[];
};

/** Undefined while somebody can decide, or where nothing waits for a decision. */
export function undecided(state: CaseState, team: Team, rules: Rules): Undecided | undefined {
  if (state.status !== 'review' || deciders(state, team, rules).length > 0) return undefined;
  const away = able(state, team, rules);
  // Nobody is sent to whom the case is about.
  const ask = team.holding('admin').filter((person) => !state.concerns.includes(person));
  return { away, need: neededRoles(state, rules), ask };
}

/** Whoever holds the role and had no part in the reply, away or not. */
function able(state: InReview, team: Team, rules: Rules): readonly PersonId[] {
  const { submission } = state;
  const excluded = new Set<PersonId>([...authorsOf(state, submission), ...submission.approvals.map(({ by }) => by)]);
  if (!assertsNothing(submission.draft.kind) && !rules.verifierMayApprove.includes(severityOf(state))) {
    for (const fact of state.facts) excluded.add(fact.by);
  }
  const people = [...new Set(neededRoles(state, rules).flatMap((role) => team.holding(role)))];
  return people.filter((id) => !excluded.has(id) && mayKnow(state, id, team.person(id)?.roles ?? [], rules));
}

/** The roles of which any one suffices for the next approval: when one is left, and no leader was among them, a leader's. */
function neededRoles(state: InReview, rules: Rules): readonly Role[] {
  const { approvals } = state.submission;
  const { count, leader } = rules.approvals[severityOf(state)];
  const leaderOnly = leader && count - approvals.length <= 1 && !suffices(state, approvals, rules);
  const needsLeader = leaderOnly && !approvals.some(({ as }) => as === 'leader');
  return needsLeader ? ['leader'] : rolesFor(state, 'approve', rules);
}
