/** Who can decide on a reply that waits: for their cards, and to call them. */

import type { PersonId } from '../event.ts';
import type { Rules } from '../rules.ts';
import type { Team } from '../team.ts';
import { authorsOf, suffices } from './gates.ts';
import { rolesFor } from './may.ts';
import { type InReview, severityOf } from './state.ts';
import { assertsNothing } from './vocabulary.ts';

/** Those who could decide on the running submission: the right role, no hand in it, not away, not decided yet. */
export function deciders(state: InReview, team: Team, rules: Rules): readonly PersonId[] {
  const { submission } = state;
  const excluded = new Set<PersonId>([...authorsOf(state, submission), ...submission.approvals.map(({ by }) => by)]);
  if (!assertsNothing(submission.draft.kind) && !rules.verifierMayApprove.includes(severityOf(state))) {
    for (const fact of state.facts) excluded.add(fact.by);
  }
  const { count, leader } = rules.approvals[severityOf(state)];
  const leaderOnly =
    leader && count - submission.approvals.length <= 1 && !suffices(state, submission.approvals, rules);
  const needsLeader = leaderOnly && !submission.approvals.some(({ as }) => as === 'leader');
  const roles = needsLeader ? (['leader'] as const) : rolesFor(state, 'approve', rules);
  const people = [...new Set(roles.flatMap((role) => team.holding(role)))];
  return people.filter((person) => !excluded.has(person) && team.person(person)?.absentUntil === undefined);
}
