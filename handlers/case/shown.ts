/** A case for one reader: as they may see it, ready for cards. */
import { undecided } from '#src/core/case/deciders.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import type { CaseState } from '#src/core/case/state.ts';
import { type Audience, visible } from '#src/core/case/visible.ts';
import type { Rules } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import type { SeenCase } from '#src/desk/cases.ts';
import type { Whole } from '#src/desk/wanted.ts';
import type { Context } from '#src/handler.ts';
import type { Shown } from '#src/view/case/shown.ts';
import type { Reader } from '#src/view/reader.ts';

export type CaseRecord = Whole<CaseState, CaseEvent>;

/** For the outbox: undefined when this audience may see nothing of it. */
export function shownTo(
  record: CaseRecord,
  audience: Audience,
  reader: Reader,
  { rules, team }: { readonly rules: Rules; readonly team: Team },
): Shown | undefined {
  if (record.state.status === 'none') return undefined;
  const state = visible(record.state, audience, rules);
  const nobody = undecided(record.state, team, rules);
  const seen = record.history.length - 1;
  return state && { id: record.id, state, seen, rules, reader, ...(nobody && { undecided: nobody }) };
}

/** For an answer to whoever acts. */
export function shownIn({ desk: { rules, people }, reader }: Context, seen: SeenCase): Shown {
  const nobody = undecided(seen.state, people.team(), rules);
  return { ...seen, rules, reader, ...(nobody && { undecided: nobody }) };
}
