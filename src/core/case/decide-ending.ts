/** From an approved text to a closed case (K7, K10, K12, K13). */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import { DAY, MINUTE, plus } from '../time.ts';
import { isWebLink } from './address.ts';
import type { CaseCommand } from './command.ts';
import { dueFor } from './decide-intake.ts';
import { currentDigest } from './decide-reply.ts';
import type { CaseEvent } from './event.ts';
import { deviates, requireAnother, requireCertain, requirePlan, requireSettled, suffices } from './gates.ts';
import { requireStep } from './may.ts';
import { mover, requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { type Approved, type CaseState, type OpenCase, severityOf } from './state.ts';
import { requireOwner, startedBy } from './work.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** How far a person's clock may run ahead of ours. */
const CLOCK_SKEW = 5 * MINUTE;

/** Records what was published. Approvals and plan are weighed again: rules, severity or plan may have changed since. */
export function publish(state: CaseState, command: Of<'publish'>, deal: Deal): readonly CaseEvent[] {
  const approved = requireStatus(state, 'approved');
  requireStep(approved, 'publish', deal);
  const { submission } = approved;
  if (command.digest !== currentDigest(approved)) throw new Refused({ code: 'case_text_changed' });
  requirePlan(approved, submission.draft, deal.rules, 'confirmed');
  requireCertain(approved, deal);
  if (!suffices(approved, submission.approvals, deal.rules)) throw new Refused({ code: 'case_needs_leader' });
  const { link, publishedAt, account, media } = command;
  // What was answered in private has no address of its own.
  const addressless = submission.draft.kind === 'private' && link === '';
  if (!addressless && !isWebLink(link)) throw new Refused({ code: 'case_link_bad', field: 'link', value: link });
  if (publishedAt > plus(deal.at, CLOCK_SKEW)) throw new Refused({ code: 'case_time_future', field: 'publishedAt' });

  const { kind } = submission.draft;
  const final = kind !== 'holding';
  const asApproved = isAsApproved(approved, command);
  const reviewDays = deal.rules.effectReviewDays[severityOf(approved)];
  const praise = kind === 'thanks' && approved.triage.category.value === 'praise';
  const effectDue = final && !praise && reviewDays !== undefined ? plus(publishedAt, reviewDays * DAY) : undefined;
  const text = asApproved ? submission.draft.text : command.changedText || submission.draft.text;
  const published: CaseEvent = {
    ...{ type: 'published', digest: command.digest, media, publishedAt, asApproved, final },
    // The service level is for the first answer; what follows cannot miss it any more (K7).
    late: !approved.answered && publishedAt > approved.due,
    ...(effectDue && { effectDue }),
    private: { account, link, text },
  };
  const closed: CaseEvent = { type: 'closed', rootCause: 'unknown', private: { team: '', lesson: '' } };
  const settled = asApproved && !deviates(approved) && !approved.effectDue;
  return praise && settled ? [published, closed] : [published];
}

/** The same words at the same place, and not before they were approved. */
function isAsApproved(
  { submission: { draft, approvals } }: Approved,
  { changedText, account, media, publishedAt }: Of<'publish'>,
): boolean {
  const approvedAt = approvals.at(-1)?.at;
  const sameText = changedText.trim() === '' || changedText.trim() === draft.text.trim();
  const early = approvedAt === undefined || plus(publishedAt, CLOCK_SKEW) < approvedAt;
  return sameText && !early && account === draft.account && media === draft.media;
}

/** A leader settles that something else went out than was approved; never the one who published it. */
export function settle(state: CaseState, { digest, note }: Of<'settle'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'working', 'review', 'approved', 'published');
  requireStep(open, 'settle', deal);
  requireReason(note, 'note', 3);
  // The same text can go out twice, and differ twice.
  const same = open.publications.filter((publication) => publication.digest === digest && publication.deviation);
  if (same.length === 0) throw new Refused({ code: 'case_deviation_none' });
  const unsettled = same.filter(({ deviation }) => !deviation?.settled);
  if (unsettled.length === 0) return [];
  for (const { by } of unsettled) requireAnother(by, deal, 'case_own_deviation');
  return [{ type: 'deviationSettled', digest, private: { note } }];
}

export function markEffect(state: CaseState, { effect, note }: Of<'effect'>, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'working', 'review', 'approved', 'published');
  requireStep(held, 'effect', deal);
  requireAnswered(held);
  return [{ type: 'effectMarked', effect, private: { note } }];
}

export function close(state: CaseState, { rootCause, team, lesson }: Of<'close'>, deal: Deal): readonly CaseEvent[] {
  // At work again (on a second answer, reopened, made confidential) a case must not be open for ever.
  const held = requireStatus(state, 'working', 'published');
  requireStep(held, 'close', deal);
  if (held.status === 'working') requireOwner(held, deal);
  requireAnswered(held);
  requireSettled(held);
  return [{ type: 'closed', rootCause, private: { team, lesson } }];
}

/** Refuses until an answer went out, a holding statement not being one. */
function requireAnswered(held: OpenCase): void {
  if (held.publications.some(({ draft }) => draft.kind !== 'holding')) return;
  throw new Refused({ code: 'case_not_now', status: held.status, ...mover(held) });
}

export function dismiss(state: CaseState, { why, note }: Of<'dismiss'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working');
  requireStep(open, 'dismiss', deal);
  requireOwner(open, deal);
  if (why === 'other') requireReason(note, 'note', 10);
  requireSettled(open);
  return [...startedBy(open, deal), { type: 'dismissed', why, private: { note } }];
}

export function reopen(state: CaseState, { why, note }: Of<'reopen'>, deal: Deal): readonly CaseEvent[] {
  const ended = requireStatus(state, 'closed', 'dismissed');
  requireStep(ended, 'reopen', deal);
  requireReason(note, 'note', 10);
  return [{ type: 'reopened', why, due: dueFor(deal.at, severityOf(ended), deal.rules), private: { note } }];
}
