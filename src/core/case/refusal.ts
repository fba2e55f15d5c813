/** What the rules of a case refuse, as facts: who, when, what is missing, who can. */
import type { Finding } from '../check/check.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Step } from '../rules.ts';
import type { CaseStatus, CheckedFact, Mention } from './state.ts';

/** What arrived after a draft was written. */
export type News = {
  readonly mentions: readonly Mention[];
  readonly facts: readonly CheckedFact[];
  readonly upTo: number;
};

export type CaseRefusal =
  /** There is no such case, or the person may not know of it: deliberately the same answer. */
  | { readonly code: 'case_unknown'; readonly what: string }
  | { readonly code: 'case_exists' }
  /** Pictures came, and there is no open report of theirs that they could belong to. */
  | { readonly code: 'case_no_report' }
  /** The post belongs to another open case; '' when this person may not know its number. */
  | { readonly code: 'case_elsewhere'; readonly number: string }
  | { readonly code: 'case_needs_role'; readonly step: Step; readonly need: readonly Role[] }
  /** The case is not where this step belongs; `by` did what moved it on. */
  | { readonly code: 'case_not_now'; readonly status: CaseStatus; readonly by?: PersonId; readonly at?: Instant }
  | { readonly code: 'case_taken'; readonly owner: PersonId; readonly since: Instant }
  | { readonly code: 'case_not_owner'; readonly owner: PersonId }
  | { readonly code: 'case_ended'; readonly number: string }
  | { readonly code: 'case_reason_short'; readonly field: string; readonly min: number }
  | { readonly code: 'case_confide_first' }
  | { readonly code: 'case_same_value' }
  /** `most` is what a case takes, `left` how many more fit. */
  | { readonly code: 'case_screenshots_many'; readonly field: string; readonly most: number; readonly left: number }
  | { readonly code: 'case_fact_unknown' }
  | { readonly code: 'case_evidence_missing'; readonly field: string }
  | { readonly code: 'case_facts_none' }
  | { readonly code: 'case_facts_open'; readonly facts: readonly CheckedFact[] }
  | { readonly code: 'case_draft_moved'; readonly by: PersonId; readonly at: Instant; readonly version: number }
  | { readonly code: 'case_draft_missing' }
  | { readonly code: 'case_draft_empty'; readonly field: string }
  | { readonly code: 'case_slots_open'; readonly slots: readonly string[]; readonly field?: string }
  | { readonly code: 'case_check_blocks'; readonly findings: readonly Finding[] }
  | { readonly code: 'case_news'; readonly news: News }
  | { readonly code: 'case_snooze_past'; readonly field: string; readonly until: Instant }
  | { readonly code: 'case_snooze_long'; readonly field: string; readonly until: Instant; readonly hours: number }
  | { readonly code: 'case_plan_missing' }
  | { readonly code: 'case_plan_due_past'; readonly field: string }
  | { readonly code: 'case_plan_unconfirmed' }
  | { readonly code: 'case_text_changed'; readonly by?: PersonId }
  | { readonly code: 'case_own_draft' }
  | { readonly code: 'case_own_fact' }
  /** With several platforms `who` could be somebody else's second account, so their approval does not count. */
  | { readonly code: 'case_identity_unproven'; readonly who: PersonId }
  /** `who` approves, `other` had a part in the reply or approved it, too; nobody knows that these are two humans. */
  | { readonly code: 'case_maybe_one'; readonly who: PersonId; readonly other: PersonId }
  /** `who` approved, and turned out to be one human with somebody who had a hand in the reply. */
  | { readonly code: 'case_approval_void'; readonly who: PersonId }
  | { readonly code: 'case_already_approved' }
  | { readonly code: 'case_needs_leader' }
  | { readonly code: 'case_link_bad'; readonly field: string; readonly value: string }
  | { readonly code: 'case_time_future'; readonly field: string }
  | { readonly code: 'case_deviation_none' }
  | { readonly code: 'case_own_deviation' }
  | { readonly code: 'case_deviation_open' }
  | { readonly code: 'case_effect_missing'; readonly due: Instant }
  | { readonly code: 'case_merge_older'; readonly number: string }
  | { readonly code: 'case_merge_kind' }
  | { readonly code: 'case_merge_self' };
