/** Whose turn it is after an event, told once, with the buttons of the next step. Somebody who acted is not told of it. */

import { deciders } from '#src/core/case/deciders.ts';
import type { CaseEvent } from '#src/core/case/event.ts';
import { mayKnow } from '#src/core/case/may.ts';
import { type ExistingCase, ownerOf, severityOf } from '#src/core/case/state.ts';
import type { Happened, PersonId } from '#src/core/event.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import { orStandIns } from '#src/core/stand-in.ts';
import type { Team } from '#src/core/team.ts';
import { type Block, type Button, type Card, quote, type Tone } from '#src/view/card.ts';
import { confirmButton, decisionButtons } from '#src/view/case/buttons.ts';
import { urgency } from '#src/view/case/head.ts';
import { turn } from '#src/view/case/notices.ts';
import type { Shown } from '#src/view/case/shown.ts';
import type { Reader } from '#src/view/reader.ts';
import { openTo } from './open-to.ts';
import { type CaseRecord, shownTo } from './shown.ts';

type Told = { readonly to: PersonId; readonly card: (reader: Reader) => Card };
type Line = (reader: Reader) => string;
/** The buttons of a message, where the next step of the case is not what its reader is asked for. */
type Next = (shown: Shown) => readonly Button[];

const deciding: Next = (shown) => decisionButtons(shown);

const confirming: Next = (shown) => {
  const button = confirmButton(shown);
  return button ? [{ ...button, look: 'primary' }] : [];
};

export function turns(
  { event, meta }: Happened<CaseEvent>,
  record: CaseRecord,
  state: ExistingCase,
  team: Team,
  rules: Rules,
): readonly Told[] {
  const owner = ownerOf(state);
  const tell = (
    people: readonly (PersonId | undefined)[],
    tone: Tone,
    line: Line,
    blocks: (shown: Shown) => readonly Block[] = () => [],
    next?: Next,
  ) =>
    [...new Set(people)].flatMap((to): readonly Told[] => {
      if (to === undefined || to === meta.by) return [];
      const roles = team.person(to)?.roles ?? [];
      if (!mayKnow(state, to, roles, rules)) return [];
      const card = (reader: Reader): Card => {
        const shown = shownTo(record, { person: to, roles }, reader, { rules, team });
        if (!shown) throw new Error('this person may not see the case');
        const told = turn(shown, line(reader), tone, blocks(shown), next?.(shown));
        return openTo({ by: to, roles }, record, shown, told, team);
      };
      return [{ to, card }];
    });
  const holding = (...roles: readonly Role[]) => roles.flatMap((role) => team.holding(role));
  const { number } = state;

  if (isCriticalNow(event)) {
    return tell(reachable(holding('leader'), team), 'alarm', ({ t }) => t.caseNotice.critical(number), urgency);
  }
  if (event.type === 'handedOver') {
    return tell([event.to], 'neutral', ({ t, name }) => t.caseNotice.handedOver(name(meta.by), number));
  }
  if (event.type === 'planned' && rules.planNeeded.includes(severityOf(state))) {
    const action = () => [quote(event.private.action)];
    return tell(holding('leader'), 'warning', ({ t }) => t.caseNotice.planToConfirm(number), action, confirming);
  }
  // Where there is no channel, an edited card alone would call nobody.
  if (event.type === 'submitted' && state.status === 'review' && state.confidential)
    return tell(
      deciders(state, team, rules),
      'warning',
      ({ t }) => t.caseNotice.decision.title(number),
      () => [],
      deciding,
    );
  if (event.type === 'approved' && event.complete) {
    const draft = state.status === 'approved' ? state.submission.draft : undefined;
    const text = ({ reader: { t } }: Shown) =>
      draft ? [quote(draft.text, t.caseCard.publishedAs(t.case.media[draft.media], draft.account))] : [];
    return tell([owner], 'good', ({ t }) => t.caseNotice.approved(number), text);
  }
  if (event.type === 'rejected') {
    const reason = ({ reader: { name } }: Shown) => [quote(event.private.reason, name(meta.by))];
    return tell([owner], 'warning', ({ t, name }) => t.caseNotice.rejected(number, name(meta.by)), reason);
  }
  if (event.type === 'withdrawn' && event.why === 'factRevoked') {
    return tell([owner], 'warning', ({ t }) => t.caseNotice.withdrawnFact(number));
  }
  if (event.type === 'lapsed') return tell([owner], 'warning', ({ t }) => t.caseNotice.lapsed[event.why](number));
  if (event.type === 'published' && !event.asApproved) {
    return tell(holding('leader'), 'alarm', ({ t }) => t.caseNotice.deviation(number));
  }
  return [];
}

/** For who is away, whoever is above them; when that leaves nobody at all, an alert does not wait for their return. */
function reachable(people: readonly PersonId[], team: Team): readonly PersonId[] {
  const here = orStandIns(people, team);
  return here.length > 0 ? here : people;
}

/** The moment at which a case is first called critical: leaders hear of it at once (K3). */
function isCriticalNow(event: CaseEvent): boolean {
  if (event.type === 'reported' || event.type === 'retriaged') return event.triage.severity.value === 'critical';
  return event.type === 'corrected' && event.field === 'severity' && event.value === 'critical';
}
