/** The gates on the way to an answer: facts (K6), plan (K8), four eyes (K10), the check (K9, K20), nothing new unread. */
import { canonical, sha256 } from '../chain.ts';
import { check, type Finding } from '../check/check.ts';
import type { Deal } from '../decider.ts';
import type { PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Rules } from '../rules.ts';
import type { News } from './refusal.ts';
import { unfilledSlots } from './slots.ts';
import { type Approval, type CaseFacts, type CheckedFact, type Draft, type Submission, severityOf } from './state.ts';
import { assertsNothing, type Media, type ReplyKind } from './vocabulary.ts';

/**
 * What an approval binds to: the text and everything that gives it its meaning. A reply that asserts nothing rests on
 * no facts, so that a holding statement need not be approved again each time one is verified.
 */
export function replyDigest(draft: Draft, facts: readonly CheckedFact[]): string {
  const { text, kind, account, media } = draft;
  const verified = assertsNothing(kind)
    ? []
    : facts.map(({ id, claim, verdict, evidence }) => ({ id, claim, verdict, evidence }));
  return sha256(canonical({ text, kind, account, media, facts: verified }));
}

/** Refuses a reply that states or denies something while a fact is open, or none was recorded. */
export function requireFacts(state: CaseFacts, draft: Draft): void {
  if (assertsNothing(draft.kind)) return;
  if (state.facts.length === 0) throw new Refused({ code: 'case_facts_none' });
  const open = state.facts.filter((fact) => fact.verdict === 'unknown');
  if (open.length > 0) throw new Refused({ code: 'case_facts_open', facts: open });
}

/** Refuses until high and critical cases have a plan. A holding statement may go out first: it is there to win time. */
export function requirePlan(state: CaseFacts, draft: Draft, rules: Rules, want: 'made' | 'confirmed'): void {
  if (assertsNothing(draft.kind) || !rules.planNeeded.includes(severityOf(state))) return;
  if (!state.plan) throw new Refused({ code: 'case_plan_missing' });
  if (want === 'confirmed' && !state.plan.confirmed) throw new Refused({ code: 'case_plan_unconfirmed' });
}

/** What the draft check says, by the rules of the day it was written. */
export const findingsIn = (
  text: string,
  media: Media,
  kind: ReplyKind,
  state: CaseFacts,
  rules: Rules,
): readonly Finding[] => check(text, { media, kind, legal: state.triage.risk.value === 'legal' }, rules.check);

/** Refuses a text with slots still open, or with blocking findings that no leader overruled. */
export function requireClean(draft: Draft): void {
  const slots = unfilledSlots(draft.text);
  if (slots.length > 0) throw new Refused({ code: 'case_slots_open', slots });
  const overruled = draft.overruled.flatMap((entry) => entry.codes);
  const blocking = draft.findings.filter((finding) => finding.blocks && !overruled.includes(finding.code));
  if (blocking.length > 0) throw new Refused({ code: 'case_check_blocks', findings: blocking });
}

/** Stops once when something arrived after the draft was written that this person did not bring themselves. */
export function requireNothingNew(state: CaseFacts, draft: Draft, by: PersonId, acknowledged = -1): void {
  const since = Math.max(draft.event, acknowledged);
  const mentions = state.mentions.filter((mention) => mention.event > since && mention.reportedBy !== by);
  const facts = state.facts.filter((fact) => fact.event > since && fact.by !== by);
  if (mentions.length + facts.length === 0) return;
  const news: News = { mentions, facts, upTo: Math.max(...[...mentions, ...facts].map((item) => item.event)) };
  throw new Refused({ code: 'case_news', news });
}

/** Everyone with a hand in the reply: who drafted since the last publication, and who submitted it. */
export function authorsOf(state: CaseFacts, submission: Submission): readonly PersonId[] {
  const published = state.publications.at(-1)?.draft.version ?? 0;
  return [...state.drafts.filter((draft) => draft.version > published).map((draft) => draft.by), submission.by];
}

/** Refuses an approver who wrote it or, where the company does not allow that, who verified what it rests on. */
export function requireSecondPair(
  state: CaseFacts,
  submission: Submission,
  { by, rules }: Pick<Deal, 'by' | 'rules'>,
): void {
  if (authorsOf(state, submission).includes(by)) throw new Refused({ code: 'case_own_draft' });
  const restsOnFacts = !assertsNothing(submission.draft.kind) && !rules.verifierMayApprove.includes(severityOf(state));
  if (restsOnFacts && state.facts.some((fact) => fact.by === by)) throw new Refused({ code: 'case_own_fact' });
}

/** True when these approvals are enough for a case of this severity. */
export function suffices(state: CaseFacts, approvals: readonly Approval[], rules: Rules): boolean {
  const { count, leader } = rules.approvals[severityOf(state)];
  const people = new Set(approvals.map((approval) => approval.by));
  return people.size >= count && (!leader || approvals.some((approval) => approval.as === 'leader'));
}
