/** A reply waits and nobody is left who may approve it: who wrote it, leaders and administrators are told at once (K10). */
import { undecided } from '#src/core/case/deciders.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type ExistingCase, ownerOf } from '#src/core/case/state.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Rules } from '#src/core/rules.ts';
import { orStandIns } from '#src/core/stand-in.ts';
import type { Team } from '#src/core/team.ts';
import { act, type Button, type Card, note } from '#src/view/card.ts';
import { turn } from '#src/view/case/notices.ts';
import { undecidedText } from '#src/view/case/undecided.ts';
import type { Reader } from '#src/view/reader.ts';
import { type CaseRecord, shownTo } from './shown.ts';

type Told = { readonly to: PersonId; readonly card: (reader: Reader) => Card };

/** Told with the last event after which somebody would be asked; whoever caused it themselves is told, too. */
export function undecidable(
  { event, meta }: Happened<CaseEvent>,
  record: CaseRecord,
  state: ExistingCase,
  team: Team,
  rules: Rules,
): readonly Told[] {
  const nobody = undecided(state, team, rules);
  if (!nobody || state.status !== 'review' || !asks(event)) return [];
  if (record.history.findLast((one) => asks(one.event))?.meta.number !== meta.number) return [];
  const helpers = orStandIns([...team.holding('leader'), ...team.holding('admin')], team);
  return [...new Set([state.submission.by, ownerOf(state) ?? state.submission.by, ...helpers])].flatMap((to) => {
    const roles = team.person(to)?.roles ?? [];
    if (!mayKnow(state, to, roles, rules)) return [];
    const card = (reader: Reader): Card => {
      const shown = shownTo(record, { person: to, roles }, reader, { rules, team });
      if (!shown) throw new Error('this person may not see the case');
      const next: readonly Button[] = roles.includes('admin')
        ? [act(reader.t.desk.setup.team, 'team.show', {}, { look: 'primary' })]
        : [];
      const line = reader.t.caseNotice.undecided.title(state.number);
      return turn(shown, line, 'warning', [note(undecidedText(nobody, reader))], next);
    };
    return [{ to, card }];
  });
}

const asks = ({ type }: CaseEvent): boolean => type === 'submitted' || type === 'approved' || type === 'lapsed';
