/** What stands where somebody was asked for a decision that is over: what they decided, or that it is decided. */
import { mayKnow, rolesFor } from '#src/core/case/may.ts';
import type { ExistingCase } from '#src/core/case/state.ts';
import type { PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import type { WantedCard } from '#src/desk/wanted.ts';
import type { Card } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import type { Reader } from '#src/view/reader.ts';
import type { CaseRecord } from './shown.ts';

type Outcome = 'approved' | 'rejected' | 'decided' | 'withdrawn' | 'spared';

/** Whoever decided keeps a line of it, also the first of two; everybody else who was asked, and no others, reads that it is over. */
export function decided(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedCard[] {
  const since = record.history.findLastIndex(({ event }) => event.type === 'submitted');
  if (since < 0) return [];
  const theirs = decisions(record, since);
  const over = outcome(record, state, since);
  const others = asked(state, team, rules).filter((person) => !theirs.has(person));
  const line = (person: PersonId, what: Outcome): WantedCard => {
    const card = (reader: Reader): Card => saying(reader, 'neutral', reader.t.caseNotice.decision[what](state.number));
    return { key: 'decision', to: { person }, card };
  };
  return [
    ...[...theirs].map(([person, what]) => line(person, what)),
    ...others.map((person): WantedCard => ({ ...line(person, over), instead: true })),
  ];
}

/** What each person decided on the newest submission. */
function decisions({ history }: CaseRecord, since: number): ReadonlyMap<PersonId, 'approved' | 'rejected'> {
  const by = new Map<PersonId, 'approved' | 'rejected'>();
  for (const { event, meta } of history.slice(since + 1))
    if (event.type === 'approved' || event.type === 'rejected') by.set(meta.by, event.type);
  return by;
}

/** In review still: others are asked, because the rest of the approvals is for a leader or the reader had a part in it. */
function outcome({ history }: CaseRecord, { status }: ExistingCase, since: number): Outcome {
  if (status === 'review') return 'spared';
  const ends = history.slice(since + 1).findLast(({ event }) => ENDS.some((type) => type === event.type));
  return ends?.event.type === 'withdrawn' ? 'withdrawn' : 'decided';
}
const ENDS = ['approved', 'rejected', 'withdrawn'] as const;

/** Whoever could have been asked and may still know of the case; the outbox knows who was. */
const asked = (state: ExistingCase, team: Team, rules: Rules): readonly PersonId[] =>
  [...new Set([...rolesFor(state, 'approve', rules), 'leader' as const].flatMap((role) => team.holding(role)))].filter(
    (person) => mayKnow(state, person, team.person(person)?.roles ?? [], rules),
  );
