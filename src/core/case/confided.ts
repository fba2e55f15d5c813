/** What it makes of a case that it was confided, or that more is known of whom it is about. */
import { DESK, type Meta, type PersonId } from '../event.ts';
import { base } from './base.ts';
import type { CaseEvent } from './event.ts';
import { type ExistingCase, isOpen, type OpenCase } from './state.ts';

/** Begins anew with those who may know. What the desk adds of who somebody is leaves the work of others as it is. */
export function confided(
  state: ExistingCase,
  event: Extract<CaseEvent, { type: 'confided' }>,
  { by, at }: Meta,
): ExistingCase {
  const reporters = state.reporters.map((reporter) => ({ alias: state.number, ...reporter }));
  const concerns = [...new Set([...state.concerns, ...event.concerns])];
  const facts = { number: event.number, confidential: true, concerns, reporters };
  if (!isOpen(state)) return { ...state, ...facts };
  const hands = atWork(state);
  const goesOn = by === DESK && !event.concerns.some((person) => hands.includes(person));
  return goesOn ? { ...state, ...facts } : { ...base(state), ...facts, status: 'new', since: at };
}

/** Whoever has the case, or a part in the reply that is on its way. */
function atWork(state: OpenCase): readonly PersonId[] {
  switch (state.status) {
    case 'new':
      return [];
    case 'working':
    case 'published':
      return [state.owner];
    case 'review':
    case 'approved': {
      const { draft, by, approvals } = state.submission;
      return [state.owner, draft.by, by, ...approvals.map((approval) => approval.by)];
    }
  }
}
