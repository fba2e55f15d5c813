/** Reporting, duplicates, triage and discretion (K1, K2, K4). */
import type { Deal } from '../decider.ts';
import { DESK, type Instant } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Rules } from '../rules.ts';
import { HOUR, plus } from '../time.ts';
import type { CaseCommand, MentionReport } from './command.ts';
import type { CaseEvent } from './event.ts';
import { suffices } from './gates.ts';
import { isActing, mayKnow, requireStep } from './may.ts';
import { mediaOf } from './media.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { sent, sentTo } from './screenshots.ts';
import { type CaseState, type ExistingCase, isOpen, type OpenCase, severityOf } from './state.ts';
import { triage } from './triage.ts';
import type { Triage, TriageField, TriageValue } from './triage-types.ts';
import { CATEGORIES, CAUSES, MEDIA, REACHES, RISKS, SENTIMENTS, SEVERITIES, type Severity } from './vocabulary.ts';
import { startedBy } from './work.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** When the first answer is due: counted from the report or the last reopening, whatever happened since (K7). */
export const dueFor = (from: Instant, severity: Severity, rules: Rules): Instant =>
  plus(from, rules.serviceLevel[severity] * HOUR);

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
  // Whoever names a colleague reports about one, whatever else they said.
  const confidential = command.confidential || concerns.length > 0 || judged.category.value === 'colleague';
  return [
    {
      ...{ type: 'reported', number, confidential, concerns, triage: judged },
      ...intake(mention),
      due: dueFor(deal.at, judged.severity.value, deal.rules),
    },
    ...sent(mention.screenshots),
  ];
}

/** A report of a post joins an open case: as a new mention, or, when the case has that very post, as one more reporter. */
export function addMention(state: CaseState, { mention }: Of<'addMention'>, deal: Deal): readonly CaseEvent[] {
  if (!isOpen(state)) throw new Refused({ code: 'case_ended', number: numberFor(state, deal) });
  const { reporter, private: typed, ...rest } = intake(mention);
  if (state.mentions.some((known) => known.key === mention.key)) {
    const knows = mayKnow(state, deal.by, deal.roles, deal.rules);
    // Whoever may not know of the case has a number of their own under each account.
    const known = state.reporters.find(({ person }) => person === deal.by || (knows && isActing(person, deal)));
    const told = known && (known.follow || !mention.follow) && (known.hidden || !mention.hidden);
    const joined: CaseEvent = { type: 'reporterJoined', reporter, private: { note: typed.note } };
    return [...(told ? [] : [joined]), ...sentTo(state, mention.screenshots, deal)];
  }
  const added: CaseEvent = { type: 'mentionAdded', ...rest, reporter, private: typed };
  return [added, ...sentTo(state, mention.screenshots, deal), ...retriaged(state, mention, deal)];
}

/** Whoever reported it may add what their report lacked; to anybody else there is no such case. */
export function addScreenshots(state: CaseState, command: Of<'addScreenshots'>, deal: Deal): readonly CaseEvent[] {
  if (state.status === 'none' || !state.reporters.some(({ person }) => isActing(person, deal)))
    throw new Refused({ code: 'case_unknown', what: '' });
  if (!isOpen(state)) throw new Refused({ code: 'case_ended', number: numberFor(state, deal) });
  return sentTo(state, command.screenshots, deal);
}

/** A reporter need not know of the case; then they are not told its number either. */
const numberFor = (state: CaseState, { by, roles, rules }: Deal): string =>
  state.status !== 'none' && mayKnow(state, by, roles, rules) ? state.number : '';

function intake(mention: MentionReport) {
  const { id, key, link, text, author, note, audience, hidden, follow, alias } = mention;
  return {
    mention: { id, key, media: mediaOf(link), ...(audience !== undefined && { audience }) },
    reporter: { hidden, follow, ...(alias !== undefined && { alias }) },
    private: { link, text, author, note },
  };
}

/** The case at a graver severity, if this one is graver and no person has set it. */
export function raised(state: ExistingCase, severity: Triage['severity'], rules: Rules): readonly CaseEvent[] {
  const corrected = state.corrections.some((correction) => correction.field === 'severity');
  if (corrected || rank(severity.value) <= rank(severityOf(state))) return [];
  const graver: Triage = { ...state.triage, severity };
  return [
    { type: 'retriaged', triage: graver, due: dueFor(state.dueFrom, severity.value, rules) },
    ...lapsesUnder({ ...state, triage: graver }, rules),
  ];
}

/** More mentions can make a case more serious, never less, and never against a person's correction. */
function retriaged(state: OpenCase, { link, text, audience }: MentionReport, deal: Deal): readonly CaseEvent[] {
  const mentions = state.mentions.length + 1;
  const category = state.triage.category.value;
  const fresh = triage(
    { link, text, mentions, category, ...(audience !== undefined && { audience }) },
    deal.rules.triage,
  );
  return raised(state, fresh.severity, deal.rules);
}

const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);

/** A reply approved for a lesser case needs the missing approvals of the graver one. */
function lapsesUnder(state: ExistingCase, rules: Rules): readonly CaseEvent[] {
  if (state.status !== 'approved' || suffices(state, state.submission.approvals, rules)) return [];
  return [{ type: 'lapsed', why: 'severity' }];
}

const OFFERED: { readonly [F in TriageField]: readonly TriageValue<F>[] } = {
  media: MEDIA,
  category: CATEGORIES,
  severity: SEVERITIES,
  sentiment: SENTIMENTS,
  reach: REACHES,
  cause: CAUSES,
  risk: RISKS,
};
const isOneOf = (value: string, offered: readonly string[]): boolean => offered.includes(value);

export function correct(state: CaseState, command: Of<'correct'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'correct', deal);
  const { field, value, reason } = command;
  if (!isOneOf(value, OFFERED[field])) throw new Refused({ code: 'input_not_offered', field, value });
  if (open.triage[field].value === value) throw new Refused({ code: 'case_same_value' });
  requireReason(reason, 'reason', 3);
  if (field === 'severity') requireLeaderToLower(open, value, deal);
  if (field === 'category' && value === 'colleague' && !open.confidential)
    throw new Refused({ code: 'case_confide_first' });
  const triaged = { ...open.triage, [field]: { ...open.triage[field], value } };
  // Another field leaves the time as it was, even where the company has changed its service levels since.
  const due = field === 'severity' ? dueFor(open.dueFrom, triaged.severity.value, deal.rules) : open.due;
  const corrected: CaseEvent = { type: 'corrected', field, value, due, private: { reason } };
  return [...startedBy(open, deal), corrected, ...lapsesUnder({ ...open, triage: triaged }, deal.rules)];
}

/** Whoever called a case less serious would go round its leader, its plan and its second approval; so a leader does it. */
function requireLeaderToLower(open: OpenCase, value: string, { roles, rules }: Deal): void {
  const lowered = SEVERITIES.find((severity) => severity === value) ?? severityOf(open);
  const [before, after] = [rules.approvals[severityOf(open)], rules.approvals[lowered]];
  const less = after.count < before.count || (before.leader && !after.leader);
  if (before.leader && less && !roles.includes('leader'))
    throw new Refused({ code: 'case_needs_role', step: 'correct', need: ['leader'] });
}

/**
 * From now on HR and leaders only. One way: what was confidential does not come back to the channel. A case that ended
 * can be told, too: its card, and what was merged into another, would otherwise go on saying what must not be said.
 */
export function confide(state: CaseState, command: Of<'confide'>, deal: Deal): readonly CaseEvent[] {
  if (state.status === 'none') throw new Refused({ code: 'case_unknown', what: '' });
  const { number, concerns, reason } = command;
  // The desk itself adds who somebody named turned out to be, and nothing else.
  if (deal.by !== DESK) {
    requireStep(state, 'correct', deal);
    requireReason(reason, 'reason', 3);
  }
  const added = concerns.filter((person) => !state.concerns.includes(person));
  if (state.confidential && added.length === 0) return [];
  return [
    { type: 'confided', number: state.confidential ? state.number : number, concerns: added, private: { reason } },
  ];
}
