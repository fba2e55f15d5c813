/** From an approved text to a closed case (K7, K10, K12, K13). */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import { DAY, MINUTE, plus } from '../time.ts';
import { isWebLink } from './address.ts';
import type { CaseCommand } from './command.ts';
import { dueFor } from './decide-intake.ts';
import { currentDigest } from './decide-reply.ts';
import type { CaseEvent } from './event.ts';
import { requireSecondPair, suffices } from './gates.ts';
import { requireStep } from './may.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { type Approved, type CaseState, severityOf } from './state.ts';
import { requireOwner, startedBy } from './work.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** How far a person's clock may run ahead of ours. */
const CLOCK_SKEW = 5 * MINUTE;

/** Records what was published. The approvals are weighed again: roles and severity may have changed since. */
export function publish(state: CaseState, command: Of<'publish'>, deal: Deal): readonly CaseEvent[] {
  const approved = requireStatus(state, 'approved');
  requireStep(approved, 'publish', deal);
  const { submission } = approved;
  if (command.digest !== currentDigest(approved)) throw new Refused({ code: 'case_text_changed' });
  for (const approval of submission.approvals)
    requireSecondPair(approved, submission, { by: approval.by, rules: deal.rules });
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
    late: publishedAt > approved.due,
    ...(effectDue && { effectDue }),
    private: { account, link, text },
  };
  const closed: CaseEvent = { type: 'closed', rootCause: 'unknown', private: { team: '', lesson: '' } };
  return praise && asApproved ? [published, closed] : [published];
}

function isAsApproved({ submission: { draft } }: Approved, { changedText, account, media }: Of<'publish'>): boolean {
  const sameText = changedText.trim() === '' || changedText.trim() === draft.text.trim();
  return sameText && account === draft.account && media === draft.media;
}

/** A leader settles that something else went out than was approved; never the one who published it. */
export function settle(state: CaseState, { digest, note }: Of<'settle'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'working', 'review', 'approved', 'published');
  requireStep(open, 'settle', deal);
  requireReason(note, 'note', 3);
  const open_ = open.publications.find((publication) => publication.digest === digest && publication.deviation);
  if (!open_) throw new Refused({ code: 'case_deviation_none' });
  if (open_.deviation?.settled) return [];
  if (open_.by === deal.by) throw new Refused({ code: 'case_own_deviation' });
  return [{ type: 'deviationSettled', digest, private: { note } }];
}

export function markEffect(state: CaseState, { effect, note }: Of<'effect'>, deal: Deal): readonly CaseEvent[] {
  const published = requireStatus(state, 'published');
  requireStep(published, 'effect', deal);
  return [{ type: 'effectMarked', effect, private: { note } }];
}

export function close(state: CaseState, { rootCause, team, lesson }: Of<'close'>, deal: Deal): readonly CaseEvent[] {
  const published = requireStatus(state, 'published');
  requireStep(published, 'close', deal);
  if (published.publications.some(({ deviation }) => deviation && !deviation.settled)) {
    throw new Refused({ code: 'case_deviation_open' });
  }
  if (published.effectDue && published.effects.length === 0) {
    throw new Refused({ code: 'case_effect_missing', due: published.effectDue });
  }
  return [{ type: 'closed', rootCause, private: { team, lesson } }];
}

export function dismiss(state: CaseState, { why, note }: Of<'dismiss'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working');
  requireStep(open, 'dismiss', deal);
  requireOwner(open, deal);
  if (why === 'other') requireReason(note, 'note', 10);
  return [...startedBy(open, deal), { type: 'dismissed', why, private: { note } }];
}

export function reopen(state: CaseState, { why, note }: Of<'reopen'>, deal: Deal): readonly CaseEvent[] {
  const ended = requireStatus(state, 'closed', 'dismissed');
  requireStep(ended, 'reopen', deal);
  requireReason(note, 'note', 10);
  return [{ type: 'reopened', why, due: dueFor(deal.at, severityOf(ended), deal), private: { note } }];
}
