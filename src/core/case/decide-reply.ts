/** From a draft to an approved text (K6, K8, K9, K10, K20). */
import type { Deal } from '../decider.ts';
import type { PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Role } from '../role.ts';
import { isBlank } from '../visible-text.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import {
  counted,
  doubtAbout,
  findingsIn,
  replyDigest,
  requireAnother,
  requireClean,
  requireFacts,
  requireNothingNew,
  requirePlan,
  requireSecondPair,
  suffices,
} from './gates.ts';
import { requireStep, rolesFor } from './may.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { type Approved, type CaseState, type InReview, isOpen, latestDraft, severityOf } from './state.ts';
import { recordFact, requireOwner, startedBy } from './work.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** Saving over somebody's newer version is refused; editing a reply under review or approved takes it back first. */
export function draft(state: CaseState, command: Of<'draft'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'draft', deal);
  requireOwner(open, deal);
  const { kind, media, account, text, template, basedOn } = command;
  if (isBlank(text)) throw new Refused({ code: 'case_draft_empty', field: 'text' });
  const last = latestDraft(open);
  if (last && last.version !== basedOn) {
    const same =
      last.by === deal.by &&
      last.text === text &&
      last.kind === kind &&
      last.account === account &&
      last.media === media;
    if (same) return [];
    throw new Refused({ code: 'case_draft_moved', by: last.by, at: last.at, version: last.version });
  }
  const verified = command.verified
    ? recordFact(open, { type: 'recordFact', ...command.verified }, deal).filter(({ type }) => type === 'factRecorded')
    : [];
  const findings = findingsIn(text, media, kind, open, deal.rules);
  const version = (last?.version ?? 0) + 1;
  const takenBack: readonly CaseEvent[] =
    open.status === 'review' || open.status === 'approved' ? [{ type: 'withdrawn', why: 'edited' }] : [];
  const basis = deal.seen === undefined ? {} : { basis: deal.seen };
  const typed = { text, account, findings };
  const drafted: CaseEvent = { type: 'drafted', version, ...basis, kind, media, template, private: typed };
  return [...startedBy(open, deal), ...takenBack, ...verified, drafted];
}

/** A leader lets a blocked draft pass, with a reason that stays in the timeline. */
export function overrule(state: CaseState, { version, reason }: Of<'overrule'>, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'working');
  requireStep(held, 'overrule', deal);
  requireReason(reason, 'reason', 10);
  const last = latestDraft(held);
  if (!last || last.version !== version) throw new Refused({ code: 'case_draft_missing' });
  requireAnother(last.by, deal, 'case_own_draft');
  const overruled = last.overruled.flatMap((ruling) => ruling.codes);
  const codes = [...new Set(last.findings.filter((finding) => finding.blocks).map((finding) => finding.code))];
  const fresh = codes.filter((code) => !overruled.includes(code));
  return fresh.length === 0 ? [] : [{ type: 'overruled', version, codes: fresh, private: { reason } }];
}

export function submit(state: CaseState, { version, acknowledged }: Of<'submit'>, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'working');
  requireStep(held, 'draft', deal);
  requireOwner(held, deal);
  const last = latestDraft(held);
  if (!last || isPublished(held.publications, last.version)) throw new Refused({ code: 'case_draft_missing' });
  if (last.version !== version) {
    throw new Refused({ code: 'case_draft_moved', by: last.by, at: last.at, version: last.version });
  }
  requireClean(last);
  requireFacts(held, last);
  requirePlan(held, last, deal.rules, 'made');
  requireNothingNew(held, last, deal.by, acknowledged);
  return [{ type: 'submitted', version, digest: replyDigest(last, held.facts) }];
}

const isPublished = (publications: Approved['publications'], version: number): boolean =>
  publications.some((publication) => publication.draft.version === version);

export function withdraw(state: CaseState, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'review', 'approved');
  requireStep(held, 'draft', deal);
  requireOwner(held, deal);
  return [{ type: 'withdrawn', why: 'asked' }];
}

/** The digest that approvals of the running submission must carry. */
export const currentDigest = (state: InReview | Approved): string => replyDigest(state.submission.draft, state.facts);

export function approve(state: CaseState, { digest, acknowledged }: Of<'approve'>, deal: Deal): readonly CaseEvent[] {
  if (isOpen(state)) requireStep(state, 'approve', deal);
  const review = requireStatus(state, 'review');
  const { submission } = review;
  requireSecondPair(review, submission, deal);
  const again = submission.approvals.some((approval) => approval.by === deal.by);
  const doubt = doubtAbout(deal.by, submission.approvals, deal);
  if (doubt) throw new Refused(doubt);
  // Since the severity was lowered one approval may be enough: whoever gave it can finish.
  if (again && !suffices(review, submission.approvals, deal.rules))
    throw new Refused({ code: 'case_already_approved' });
  requireNothingNew(review, submission.draft, deal.by, acknowledged);
  if (digest !== currentDigest(review)) throw new Refused({ code: 'case_text_changed', ...whoMoved(review) });
  requireClean(submission.draft);
  requireFacts(review, submission.draft);
  requirePlan(review, submission.draft, deal.rules, 'confirmed');
  const as = actingAs(review, deal);
  const approvals = [...submission.approvals, { by: deal.by, at: deal.at, as, digest }];
  const { count, leader } = deal.rules.approvals[severityOf(review)];
  const complete = suffices(review, approvals, deal.rules);
  if (!complete && leader && as !== 'leader' && counted(review, approvals, deal.rules).length >= count)
    throw new Refused({ code: 'case_needs_leader' });
  return [{ type: 'approved', digest, as, complete }];
}

/** Who changed what the approver read: the last to touch the facts, or to bring the reply. */
function whoMoved({ facts, submission }: InReview): { readonly by: PersonId } {
  const last = facts.at(-1);
  return { by: last && last.at > submission.at ? last.by : submission.by };
}

/** The weightiest role that entitles to the step: a leader approves as a leader. */
function actingAs(review: InReview, { roles, rules }: Deal): Role {
  const need = rolesFor(review, 'approve', rules);
  if (roles.includes('leader')) return 'leader';
  const [first = 'approver'] = need.filter((role) => roles.includes(role));
  return first;
}

export function reject(state: CaseState, { digest, reason }: Of<'reject'>, deal: Deal): readonly CaseEvent[] {
  if (isOpen(state)) requireStep(state, 'approve', deal);
  const review = requireStatus(state, 'review');
  if (digest !== currentDigest(review)) throw new Refused({ code: 'case_text_changed', ...whoMoved(review) });
  requireReason(reason, 'reason', 3);
  return [{ type: 'rejected', digest, private: { reason } }];
}
