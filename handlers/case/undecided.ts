/**
 * A reply waits and nobody is left who may approve it: who wrote it, leaders and administrators are told at once (K10),
 * whether it was so when the reply was submitted, or the last of them has gone away since.
 */
import { undecided } from '#src/core/case/deciders.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type ExistingCase, ownerOf } from '#src/core/case/state.ts';
import type { Rules } from '#src/core/rules.ts';
import { orStandIns } from '#src/core/stand-in.ts';
import type { Team } from '#src/core/team.ts';
import type { WantedCard } from '#src/desk/wanted.ts';
import { act, type Button, type Card, note } from '#src/view/card.ts';
import { turn } from '#src/view/case/notices.ts';
import { undecidedText } from '#src/view/case/undecided.ts';
import type { Reader } from '#src/view/reader.ts';
import { type CaseRecord, shownTo } from './shown.ts';

/** One card for each time that somebody would be asked, because an edited one calls nobody. It stands while nobody is there. */
export function undecidable(record: CaseRecord, state: ExistingCase, team: Team, rules: Rules): readonly WantedCard[] {
  const nobody = undecided(state, team, rules);
  if (!nobody || state.status !== 'review') return [];
  const asked = record.history.findLast(({ event }) => asks(event))?.meta.number ?? 0;
  const helpers = orStandIns([...team.holding('leader'), ...team.holding('admin')], team);
  return [...new Set([state.submission.by, ownerOf(state) ?? state.submission.by, ...helpers])].flatMap((person) => {
    const roles = team.person(person)?.roles ?? [];
    if (!mayKnow(state, person, roles, rules)) return [];
    const card = (reader: Reader): Card => {
      const shown = shownTo(record, { person, roles }, reader, { rules, team });
      if (!shown) throw new Error('this person may not see the case');
      const next: readonly Button[] = roles.includes('admin')
        ? [act(reader.t.desk.setup.team, 'team.show', {}, { look: 'primary' })]
        : [];
      const line = reader.t.caseNotice.undecided.title(state.number);
      return turn(shown, line, 'warning', [note(undecidedText(nobody, reader))], next);
    };
    return [{ key: `undecided/${asked}`, to: { person }, card, lane: 'urgent' }];
  });
}

const asks = ({ type }: CaseEvent): boolean => type === 'submitted' || type === 'approved' || type === 'lapsed';
