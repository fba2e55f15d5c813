/** One refusal of every code, with facts in it. A code that is missing does not compile. */
import type { ListMistake } from '#src/core/person/refusal.ts';
import type { Refusal } from '#src/core/refused.ts';
import { START } from '#test/given.ts';

type Samples = { readonly [C in Refusal['code']]: Extract<Refusal, { readonly code: C }> };
type Mistakes = { readonly [W in ListMistake['why']]: Extract<ListMistake, { readonly why: W }> };

const by = { by: 'someone', at: START };
const fact = { id: 'f', claim: 'It was cold', verdict: 'unknown', evidence: '', event: 3, ...by } as const;
const finding = {
  code: 'attack',
  quote: 'liar',
  at: [0, 4],
  clause: 'online-reputation#4.2',
  blocks: true,
  say: { en: 'This attacks.', zh: '这是在攻击。' },
  mend: { en: 'Be calm.', zh: '请平和表述。' },
} as const;

const mistakes: Mistakes = {
  unreadable: { line: 3, why: 'unreadable' },
  no_rows: { line: 3, why: 'no_rows' },
  unknown_column: { line: 3, why: 'unknown_column', column: 'nmae', known: ['name', 'email'] },
  nobody_named: { line: 3, why: 'nobody_named' },
  twice: { line: 3, why: 'twice', first: 2 },
  two_people: { line: 3, why: 'two_people', account: 'U1', email: 'a@example.com' },
  email_bad: { line: 3, why: 'email_bad', value: 'a@' },
  account_bad: { line: 3, why: 'account_bad', value: 'U 1' },
  role_unknown: { line: 3, why: 'role_unknown', value: 'boss' },
  manager_unknown: { line: 3, why: 'manager_unknown', value: 'X' },
  manager_ambiguous: { line: 3, why: 'manager_ambiguous', value: 'X' },
  manager_self: { line: 3, why: 'manager_self' },
  manager_circle: { line: 3, why: 'manager_circle', value: 'X' },
  team_long: { line: 3, why: 'team_long', max: 80 },
  name_long: { line: 3, why: 'name_long', max: 80 },
};

const samples: Samples = {
  case_unknown: { code: 'case_unknown', what: 'RM-1' },
  case_exists: { code: 'case_exists' },
  case_elsewhere: { code: 'case_elsewhere', number: 'RM-2026-0001' },
  case_needs_role: { code: 'case_needs_role', step: 'approve', need: ['approver', 'leader'] },
  case_not_now: { code: 'case_not_now', status: 'closed', ...by },
  case_taken: { code: 'case_taken', owner: 'someone', since: START },
  case_not_owner: { code: 'case_not_owner', owner: 'someone' },
  case_ended: { code: 'case_ended', number: 'RM-2026-0001' },
  case_reason_short: { code: 'case_reason_short', field: 'reason', min: 10 },
  case_confide_first: { code: 'case_confide_first' },
  case_same_value: { code: 'case_same_value' },
  case_fact_unknown: { code: 'case_fact_unknown' },
  case_evidence_missing: { code: 'case_evidence_missing', field: 'evidence' },
  case_facts_none: { code: 'case_facts_none' },
  case_facts_open: { code: 'case_facts_open', facts: [fact] },
  case_draft_moved: { code: 'case_draft_moved', ...by, version: 2 },
  case_draft_missing: { code: 'case_draft_missing' },
  case_draft_empty: { code: 'case_draft_empty', field: 'text' },
  case_slots_open: { code: 'case_slots_open', slots: ['time'] },
  case_check_blocks: { code: 'case_check_blocks', findings: [finding] },
  case_news: { code: 'case_news', news: { mentions: [], facts: [fact], upTo: 3 } },
  case_plan_missing: { code: 'case_plan_missing' },
  case_plan_due_past: { code: 'case_plan_due_past', field: 'due' },
  case_plan_unconfirmed: { code: 'case_plan_unconfirmed' },
  case_text_changed: { code: 'case_text_changed', by: 'someone' },
  case_own_draft: { code: 'case_own_draft' },
  case_identity_unproven: { code: 'case_identity_unproven', who: 'rita' },
  case_own_fact: { code: 'case_own_fact' },
  case_already_approved: { code: 'case_already_approved' },
  case_needs_leader: { code: 'case_needs_leader' },
  case_link_bad: { code: 'case_link_bad', field: 'link', value: 'x' },
  case_time_future: { code: 'case_time_future', field: 'when' },
  case_deviation_none: { code: 'case_deviation_none' },
  case_own_deviation: { code: 'case_own_deviation' },
  case_deviation_open: { code: 'case_deviation_open' },
  case_effect_missing: { code: 'case_effect_missing', due: START },
  case_merge_older: { code: 'case_merge_older', number: 'RM-2026-0001' },
  case_merge_kind: { code: 'case_merge_kind' },
  case_merge_self: { code: 'case_merge_self' },
  person_unknown: { code: 'person_unknown', who: 'Nobody' },
  person_ambiguous: { code: 'person_ambiguous', who: 'Li', candidates: ['a', 'b'] },
  person_needs_role: { code: 'person_needs_role', need: ['admin'] },
  person_inactive: { code: 'person_inactive', who: 'a' },
  person_last_admin: { code: 'person_last_admin', who: 'a' },
  person_own_manager: { code: 'person_own_manager', who: 'a' },
  person_manager_circle: { code: 'person_manager_circle', who: 'a', manager: 'b' },
  person_not_your_absence: { code: 'person_not_your_absence', who: 'a', manager: 'b' },
  person_absence_past: { code: 'person_absence_past', until: START },
  person_absence_too_long: { code: 'person_absence_too_long', until: START, days: 400 },
  person_not_your_language: { code: 'person_not_your_language', who: 'a' },
  person_list_mistakes: { code: 'person_list_mistakes', field: 'csv', mistakes: Object.values(mistakes) },
  person_role_unknown: { code: 'person_role_unknown', value: 'boss' },
  person_date_unclear: { code: 'person_date_unclear', value: 'soon' },
  settings_need_admin: { code: 'settings_need_admin', need: ['admin'] },
  settings_admin_exists: { code: 'settings_admin_exists', holders: ['a'] },
  settings_not_a_channel: { code: 'settings_not_a_channel' },
  input_missing: { code: 'input_missing', field: 'x' },
  input_too_long: { code: 'input_too_long', field: 'x', length: 20_000, max: 10_000 },
  input_not_offered: { code: 'input_not_offered', field: 'x', value: 'y' },
  input_not_a_date: { code: 'input_not_a_date', field: 'x', value: 'y' },
  input_not_a_link: { code: 'input_not_a_link', field: 'x', value: 'y' },
};

export const refusals: readonly Refusal[] = Object.values(samples);
