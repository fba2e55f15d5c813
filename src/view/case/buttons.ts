/** Which buttons a case shows in each status. What they do is decided anew when they are pressed. */
import { currentDigest } from '#src/core/case/decide-reply.ts';
import { type ExistingCase, latestDraft, severityOf } from '#src/core/case/state.ts';
import { act, type Button, opens } from '../card.ts';
import { caseArgs, type Shown, WHOLE_DRAFT } from './shown.ts';

/** The few buttons of the card itself, the next step first; the rest is behind "More". */
export function mainButtons(shown: Shown): readonly Button[] {
  const { state, reader } = shown;
  const args = caseArgs(shown);
  const label = reader.t.case.do;
  const primary = { look: 'primary' } as const;
  const more = act(label.more, 'case.more', args);
  const verify = opens(label.verify, 'case.facts', args);
  switch (state.status) {
    case 'new':
      return [act(label.claim, 'case.claim', args, primary), verify, opens(label.draft, 'case.draft', args), more];
    case 'working': {
      const draft = latestDraft(state);
      const ready = draft && !state.publications.some((publication) => publication.draft.version === draft.version);
      const blocked = isBlocked(state);
      const version = ready && { ...args, version: String(draft.version) };
      // What the check stops or an approver sent back wants another draft before another submission.
      const again = blocked || draft?.rejected !== undefined;
      const submit = version && act(label.submit, 'case.submit', version, again ? {} : primary);
      const answered = state.publications.some((publication) => publication.draft.kind !== 'holding');
      const write = opens(label.draft, 'case.draft', args, (submit && !again) || answered ? {} : primary);
      return present(
        ...(again ? [write, submit] : [submit, write]),
        verify,
        planButton(shown),
        ...(answered ? endButtons(shown) : []),
        more,
      );
    }
    case 'review':
      return present(...decisionButtons(shown), confirmButton(shown), act(label.withdraw, 'case.withdraw', args), more);
    case 'approved':
      return [
        opens(label.publish, 'case.publish', { ...args, digest: currentDigest(state) }, primary),
        act(label.withdraw, 'case.withdraw', args),
        more,
      ];
    case 'published':
      return present(settleButton(shown), ...endButtons(shown), opens(label.draft, 'case.draft', args), more);
    case 'closed':
    case 'dismissed':
      return [opens(label.reopen, 'case.reopen', args), more];
    case 'merged':
      return [];
  }
}

/** Judging the effect comes before closing, where the company asks for it. */
function endButtons(shown: Shown): readonly Button[] {
  const { effectDue } = shown.state;
  const { effect, close } = shown.reader.t.case.do;
  const args = caseArgs(shown);
  const last = opens(close, 'case.close', args, effectDue ? {} : { look: 'primary' });
  return effectDue ? [opens(effect, 'case.effect', args, { look: 'primary' }), last] : [last];
}

/** Approve and reject, bound to the exact text; a long one must be opened whole first. */
export function decisionButtons(shown: Shown): readonly Button[] {
  const { state, reader } = shown;
  if (state.status !== 'review') return [];
  const label = reader.t.case.do;
  const args = caseArgs(shown, { digest: currentDigest(state) });
  if (isLong(state)) return [opens(label.decide, 'case.decide', args, { look: 'primary' })];
  return [act(label.approve, 'case.approve', args, { look: 'primary' }), opens(label.reject, 'case.reject', args)];
}

/** True while the text to decide on does not fit a card whole. */
export const isLong = (state: ExistingCase): boolean =>
  state.status === 'review' && state.submission.draft.text.length > WHOLE_DRAFT;

export const present = (...buttons: readonly (Button | false | undefined | '')[]): readonly Button[] =>
  buttons.filter((button) => typeof button === 'object');

const planNeeded = ({ state, rules }: Shown): boolean => rules.planNeeded.includes(severityOf(state));

function planButton(shown: Shown): Button | undefined {
  if (!planNeeded(shown)) return undefined;
  return shown.state.plan ? confirmButton(shown) : opens(shown.reader.t.case.do.plan, 'case.plan', caseArgs(shown));
}

export function confirmButton(shown: Shown): Button | undefined {
  const { plan } = shown.state;
  if (!planNeeded(shown) || !plan || plan.confirmed) return undefined;
  return act(shown.reader.t.case.do.confirmPlan, 'case.confirmPlan', caseArgs(shown));
}

/** Undefined while everything went out as it was approved, or a leader has settled what did not. */
export function settleButton(shown: Shown): Button | undefined {
  const publication = shown.state.publications.find(({ deviation }) => deviation && !deviation.settled);
  const args = publication && caseArgs(shown, { digest: publication.digest });
  return args && opens(shown.reader.t.case.do.settle, 'case.settle', args, { look: 'danger' });
}

/** True while the newest draft has blocking findings that nobody overruled. */
export function isBlocked(state: ExistingCase): boolean {
  const draft = latestDraft(state);
  const overruled = draft?.overruled.flatMap((ruling) => ruling.codes) ?? [];
  return draft?.findings.some((finding) => finding.blocks && !overruled.includes(finding.code)) ?? false;
}
