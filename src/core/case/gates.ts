/** The gates on the way to an answer: facts (K6), plan (K8), four eyes (K10), the check (K9, K20), nothing new unread. */
import { canonical, sha256 } from '../chain.ts';
import { check, type Finding } from '../check/check.ts';
import type { Deal, Identity } from '../decider.ts';
import type { Instant, PersonId } from '../event.ts';
import { Refused } from '../refused.ts';
import type { Rules } from '../rules.ts';
import type { CaseRefusal, News } from './refusal.ts';
import { unfilledSlots } from './slots.ts';
import {
  type Approval,
  type Approved,
  type CaseFacts,
  type CheckedFact,
  type Draft,
  type ExistingCase,
  type Submission,
  severityOf,
} from './state.ts';
import { withNamesKept } from './visible.ts';
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
export function requireNothingNew(state: CaseFacts, draft: Draft, by: PersonId, acknowledged?: number): void {
  const news = newsFor(state, draft, by, acknowledged);
  if (news) throw new Refused({ code: 'case_news', news });
}

/** What arrived after the draft was written, or after what this person has read since; undefined when nothing did. */
export function newsFor(state: CaseFacts, draft: Draft, by: PersonId, acknowledged = -1): News | undefined {
  const since = Math.max(draft.basis, acknowledged);
  // What its author brought before writing it is in the draft, though the card in their hand did not show it yet.
  const isNew = ({ event, at }: { readonly event: number; readonly at: Instant }, who: PersonId): boolean =>
    event > since && who !== by && !(who === draft.by && at <= draft.at);
  const fresh = new Set(state.mentions.filter((mention) => isNew(mention, mention.reportedBy)).map(({ id }) => id));
  // What a refusal says, a card could show: a reporter's name is kept here, too.
  const mentions = withNamesKept(state).mentions.filter(({ id }) => fresh.has(id));
  const facts = state.facts.filter((fact) => isNew(fact, fact.by));
  if (mentions.length + facts.length === 0) return undefined;
  return { mentions, facts, upTo: Math.max(...[...mentions, ...facts].map((item) => item.event)) };
}

/**
 * Everyone with a hand in the reply: who drafted since the last answer, who submitted it, and whoever once wrote this
 * very text. A holding statement on the way is a text of its own: it neither makes its author one of the reply's, nor
 * lets those who drafted the reply before it count as strangers.
 */
export function authorsOf(state: CaseFacts, { draft, by }: Submission): readonly PersonId[] {
  const answered = state.publications.findLast((publication) => publication.draft.kind !== 'holding');
  const published = new Set(state.publications.map((publication) => publication.draft.version));
  const ofThisReply = (other: Draft): boolean =>
    other.text.trim() === draft.text.trim() ||
    (other.version > (answered?.draft.version ?? 0) && !published.has(other.version));
  return [...state.drafts.filter(ofThisReply).map((other) => other.by), by];
}

/** Those who verified the ground of a reply, where the company does not let them approve it. */
function verifiersOf(state: CaseFacts, { draft }: Submission, rules: Rules): readonly PersonId[] {
  if (assertsNothing(draft.kind) || rules.verifierMayApprove.includes(severityOf(state))) return [];
  return state.facts.map(({ by }) => by);
}

/** Every id is a human of its own. */
const APART: Identity = { isProven: () => true, compare: (a, b) => (a === b ? 'one' : 'two') };

/** Why this person's approval cannot count: they wrote it, verified its ground, or could be somebody who did. */
function partOf(
  state: CaseFacts,
  submission: Submission,
  by: PersonId,
  rules: Rules,
  { compare }: Identity = APART,
): CaseRefusal | undefined {
  const [authors, verifiers] = [authorsOf(state, submission), verifiersOf(state, submission, rules)];
  const isOne = (other: PersonId) => compare(by, other) === 'one';
  if (authors.some(isOne)) return { code: 'case_own_draft' };
  if (verifiers.some(isOne)) return { code: 'case_own_fact' };
  const other = [...authors, ...verifiers].find((one) => compare(by, one) === 'unsure');
  return other === undefined ? undefined : { code: 'case_maybe_one', who: by, other };
}

/** Refuses whoever judges what they did themselves, with the code for that, or may have done under another account. */
export function requireAnother(
  of: PersonId,
  { by, identity = APART }: Pick<Deal, 'by' | 'identity'>,
  code: 'case_own_draft' | 'case_own_deviation',
): void {
  switch (identity.compare(of, by)) {
    case 'one':
      throw new Refused({ code });
    case 'unsure':
      throw new Refused({ code: 'case_maybe_one', who: by, other: of });
    case 'two':
      return;
  }
}

type Judged = Pick<Deal, 'by' | 'rules' | 'identity'>;

/** Refuses an approver who had a part in the reply, or could have had it under another account. */
export function requireSecondPair(state: CaseFacts, submission: Submission, { by, rules, identity }: Judged): void {
  const why = partOf(state, submission, by, rules, identity);
  if (why) throw new Refused(why);
}

/** Why an approval does not count as one more pair of eyes (K10): they are counted in people, not in accounts. */
export function doubtAbout(
  by: PersonId,
  before: readonly Approval[],
  { identity = APART }: Pick<Deal, 'identity'>,
): CaseRefusal | undefined {
  if (!identity.isProven(by)) return { code: 'case_identity_unproven', who: by };
  const same = before.find((approval) => approval.by !== by && identity.compare(by, approval.by) !== 'two');
  return same && { code: 'case_maybe_one', who: by, other: same.by };
}

/**
 * Refuses while the approvals are enough only if people are counted twice, or count for their own reply. Weighed at
 * publication, because since then two accounts may have turned out to be one human's, or a second platform has come.
 */
export function requireCertain(state: Approved, { rules, identity = APART }: Pick<Deal, 'rules' | 'identity'>): void {
  const { submission } = state;
  const doubts: CaseRefusal[] = [];
  const certain: Approval[] = [];
  for (const approval of submission.approvals) {
    const { by } = approval;
    const part = partOf(state, submission, by, rules) ? undefined : partOf(state, submission, by, rules, identity);
    const known: CaseRefusal | undefined = part && (isMaybe(part) ? part : { code: 'case_approval_void', who: by });
    const why = doubtAbout(by, certain, { identity }) ?? known;
    if (why) doubts.push(why);
    else certain.push(approval);
  }
  const [doubt] = doubts;
  if (doubt && !suffices(state, certain, rules)) throw new Refused(doubt);
}

const isMaybe = ({ code }: CaseRefusal): boolean => code === 'case_maybe_one';

/** Those of the approvals that count at today's severity: what a verifier approved as a small case does not as a grave one. */
export function counted(state: ExistingCase, approvals: readonly Approval[], rules: Rules): readonly Approval[] {
  if (state.status !== 'review' && state.status !== 'approved') return approvals;
  return approvals.filter((approval) => !partOf(state, state.submission, approval.by, rules));
}

/** True when these approvals are enough for a case of this severity. */
export function suffices(state: ExistingCase, approvals: readonly Approval[], rules: Rules): boolean {
  const { count, leader } = rules.approvals[severityOf(state)];
  const counting = counted(state, approvals, rules);
  const people = new Set(counting.map((approval) => approval.by));
  return people.size >= count && (!leader || counting.some((approval) => approval.as === 'leader'));
}

/** True while something went out that was not approved so, and no leader has settled it. */
export const deviates = (state: CaseFacts): boolean =>
  state.publications.some(({ deviation }) => deviation && !deviation.settled);

/** Refuses to end a case, whichever way, while something that went out is not judged (K10, K13). */
export function requireSettled(state: CaseFacts): void {
  if (deviates(state)) throw new Refused({ code: 'case_deviation_open' });
  if (state.effectDue) throw new Refused({ code: 'case_effect_missing', due: state.effectDue });
}
