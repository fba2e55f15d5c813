/** Reporting, duplicates, triage and discretion (K1, K2, K4). */
import type { Deal } from '../decider.ts';
import type { Instant } from '../event.ts';
import { Refused } from '../refused.ts';
import { HOUR, plus } from '../time.ts';
import type { CaseCommand, MentionReport } from './command.ts';
import type { CaseEvent } from './event.ts';
import { suffices } from './gates.ts';
import { requireStep } from './may.ts';
import { mediaOf } from './media.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { type CaseState, isOpen, type OpenCase, severityOf } from './state.ts';
import { triage } from './triage.ts';
import type { Triage } from './triage-types.ts';
import { SEVERITIES, type Severity } from './vocabulary.ts';
import { startedBy } from './work.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** When the first answer is due: counted from the report, whatever happened since (K7). */
export const dueFor = (openedAt: Instant, severity: Severity, { rules }: Deal): Instant =>
  plus(openedAt, rules.serviceLevel[severity] * HOUR);

export function report(state: CaseState, command: Of<'report'>, deal: Deal): readonly CaseEvent[] {
  if (state.status !== 'none') throw new Refused({ code: 'case_exists' });
  const { number, concerns, mention, severity, category } = command;
  const { link, text, audience } = mention;
  const judged = triage(
    {
      link,
      text,
      mentions: 1,
      ...(audience !== undefined && { audience }),
      ...(severity && { severity }),
      ...(category && { category }),
    },
    deal.rules.triage,
  );
  const confidential = command.confidential || judged.category.value === 'colleague';
  return [
    {
      ...{ type: 'reported', number, confidential, concerns, triage: judged },
      ...intake(mention),
      due: dueFor(deal.at, judged.severity.value, deal),
    },
  ];
}

/** A report of a post joins an open case: as a new mention, or, when the case has that very post, as one more reporter. */
export function addMention(state: CaseState, { mention }: Of<'addMention'>, deal: Deal): readonly CaseEvent[] {
  if (!isOpen(state)) throw new Refused({ code: 'case_ended', number: state.status === 'none' ? '' : state.number });
  const { reporter, private: typed, ...rest } = intake(mention);
  if (state.mentions.some((known) => known.key === mention.key)) {
    if (state.reporters.some((known) => known.person === deal.by && (known.follow || !mention.follow))) return [];
    return [{ type: 'reporterJoined', reporter, private: { note: typed.note } }];
  }
  return [{ type: 'mentionAdded', ...rest, reporter, private: typed }, ...retriaged(state, mention, deal)];
}

function intake(mention: MentionReport) {
  const { id, key, link, text, author, note, audience, hidden, follow, alias } = mention;
  return {
    mention: { id, key, media: mediaOf(link), ...(audience !== undefined && { audience }) },
    reporter: { hidden, follow, ...(alias !== undefined && { alias }) },
    private: { link, text, author, note },
  };
}

/** More mentions can make a case more serious, never less, and never against a person's correction. */
function retriaged(state: OpenCase, { link, text, audience }: MentionReport, deal: Deal): readonly CaseEvent[] {
  const mentions = state.mentions.length + 1;
  const category = state.triage.category.value;
  const fresh = triage(
    { link, text, mentions, category, ...(audience !== undefined && { audience }) },
    deal.rules.triage,
  );
  const corrected = state.corrections.some((correction) => correction.field === 'severity');
  if (corrected || rank(fresh.severity.value) <= rank(severityOf(state))) return [];
  const merged: Triage = { ...state.triage, severity: fresh.severity };
  return [
    { type: 'retriaged', triage: merged, due: dueFor(state.openedAt, fresh.severity.value, deal) },
    ...lapsesUnder({ ...state, triage: merged }, deal),
  ];
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** A reply approved for a lesser case needs the missing approvals of the graver one. */
function lapsesUnder(state: OpenCase, deal: Deal): readonly CaseEvent[] {
  if (state.status !== 'approved' || suffices(state, state.submission.approvals, deal.rules)) return [];
  return [{ type: 'lapsed', why: 'severity' }];
}

export function correct(state: CaseState, command: Of<'correct'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'correct', deal);
  const { field, value, reason } = command;
  if (open.triage[field].value === value) throw new Refused({ code: 'case_same_value' });
  requireReason(reason, 'reason', 3);
  if (field === 'category' && value === 'colleague' && !open.confidential)
    throw new Refused({ code: 'case_confide_first' });
  const triaged = { ...open.triage, [field]: { ...open.triage[field], value } };
  const due = dueFor(open.openedAt, triaged.severity.value, deal);
  const corrected: CaseEvent = { type: 'corrected', field, value, due, private: { reason } };
  return [...startedBy(open, deal), corrected, ...lapsesUnder({ ...open, triage: triaged }, deal)];
}

/** From now on HR and leaders only. One way: what was confidential does not come back to the channel. */
export function confide(state: CaseState, command: Of<'confide'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'correct', deal);
  const { number, concerns, reason } = command;
  requireReason(reason, 'reason', 3);
  const added = concerns.filter((person) => !open.concerns.includes(person));
  if (open.confidential && added.length === 0) return [];
  return [{ type: 'confided', number: open.confidential ? open.number : number, concerns: added, private: { reason } }];
}
