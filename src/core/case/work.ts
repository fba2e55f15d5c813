/** Who works on a case: claiming, releasing, handing over, the plan and the facts (K6, K8). */
import type { Deal } from '../decider.ts';
import { Refused } from '../refused.ts';
import { isBlank } from '../visible-text.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { requireStep } from './may.ts';
import { requireStatus } from './now.ts';
import { requireReason } from './reason.ts';
import { sentTo } from './screenshots.ts';
import { type CaseState, type ExistingCase, ownerOf } from './state.ts';
import { assertsNothing } from './vocabulary.ts';

type Of<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;

/** The first working action claims the case, so that small things take few steps. */
export const startedBy = (state: ExistingCase, { by }: Deal): readonly CaseEvent[] =>
  state.status === 'new' ? [{ type: 'claimed', owner: by }] : [];

/** Refuses whoever is not the one working on it, so that two people never answer at once. */
export function requireOwner(state: ExistingCase, { by }: Deal): void {
  const owner = ownerOf(state);
  if (owner !== undefined && owner !== by) throw new Refused({ code: 'case_not_owner', owner });
}

export function claim(state: CaseState, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'claim', deal);
  if (open.status === 'new') return [{ type: 'claimed', owner: deal.by }];
  if (open.owner === deal.by) return [];
  throw new Refused({ code: 'case_taken', owner: open.owner, since: open.since });
}

export function release(state: CaseState, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'working');
  requireStep(held, 'claim', deal);
  if (!deal.roles.includes('leader')) requireOwner(held, deal);
  return [{ type: 'released' }];
}

/** The owner hands over; an approver or leader may, too, when the owner is away. */
export function handOver(state: CaseState, { to }: Of<'handOver'>, deal: Deal): readonly CaseEvent[] {
  const held = requireStatus(state, 'working', 'review', 'approved', 'published');
  requireStep(held, 'claim', deal);
  if (!deal.roles.includes('leader') && !deal.roles.includes('approver')) requireOwner(held, deal);
  if (held.concerns.includes(to)) throw new Refused({ code: 'case_unknown', what: held.number });
  return held.owner === to ? [] : [{ type: 'handedOver', to }];
}

export function plan(state: CaseState, { action, owner, due }: Of<'plan'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'plan', deal);
  requireOwner(open, deal);
  requireReason(action, 'action', 3);
  if (open.concerns.includes(owner)) throw new Refused({ code: 'case_unknown', what: open.number });
  if (due <= deal.at) throw new Refused({ code: 'case_plan_due_past', field: 'due' });
  const known = open.plan;
  if (known && known.owner === owner && known.due === due && known.action === action) return [];
  return [...startedBy(open, deal), { type: 'planned', owner, due, private: { action } }];
}

export function confirmPlan(state: CaseState, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'working', 'review', 'approved', 'published');
  requireStep(open, 'confirmPlan', deal);
  if (!open.plan) throw new Refused({ code: 'case_plan_missing' });
  return open.plan.confirmed ? [] : [{ type: 'planConfirmed' }];
}

/** Anyone allowed to verify may, whoever holds the case. Whatever is known needs evidence. */
export function recordFact(state: CaseState, command: Of<'recordFact'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'verify', deal);
  const { fact, claim: claimed, verdict, evidence, screenshots } = command;
  requireReason(claimed, 'claim', 3);
  if (verdict !== 'unknown' && isBlank(evidence))
    throw new Refused({ code: 'case_evidence_missing', field: 'evidence' });
  const known = open.facts.find((other) => other.id === fact);
  const shots = sentTo(open, screenshots, deal, fact);
  if (known && known.claim === claimed && known.verdict === verdict && known.evidence === evidence) return shots;
  const recorded: CaseEvent = { type: 'factRecorded', fact, verdict, private: { claim: claimed, evidence } };
  return [...startedBy(open, deal), recorded, ...shots, ...lapses(open)];
}

/** A changed ground: approvals given on the old facts do not count any more. */
function lapses(state: ExistingCase): readonly CaseEvent[] {
  if (state.status !== 'review' && state.status !== 'approved') return [];
  const stands = assertsNothing(state.submission.draft.kind) || state.submission.approvals.length === 0;
  return stands ? [] : [{ type: 'lapsed', why: 'facts' }];
}

export function revokeFact(state: CaseState, { fact, reason }: Of<'revokeFact'>, deal: Deal): readonly CaseEvent[] {
  const open = requireStatus(state, 'new', 'working', 'review', 'approved', 'published');
  requireStep(open, 'verify', deal);
  requireReason(reason, 'reason', 3);
  if (!open.facts.some((known) => known.id === fact)) throw new Refused({ code: 'case_fact_unknown' });
  const pulled = open.status === 'review' || open.status === 'approved';
  const withdrawn: readonly CaseEvent[] = pulled ? [{ type: 'withdrawn', why: 'factRevoked' }] : [];
  return [{ type: 'factRevoked', fact, private: { reason } }, ...withdrawn];
}
