/** Who may change what about a person (K29): platforms through the desk, administrators, the person, their manager. */
import type { Deal } from '../decider.ts';
import { CLOCK, DESK } from '../event.ts';
import { Refused } from '../refused.ts';
import type { PersonFacts } from './state.ts';

/** Platforms, seeds and followers act through the desk; no person does. */
export const isDesk = ({ by }: Deal): boolean => by === DESK || by === CLOCK;
const isAdmin = (deal: Deal): boolean => isDesk(deal) || deal.roles.includes('admin');

/** Roles, managers, teams, access. */
export function needAdmin(deal: Deal): void {
  if (!isAdmin(deal)) throw new Refused({ code: 'person_needs_role', need: ['admin'] });
}

export function needAbsenceRight({ id, manager }: PersonFacts, deal: Deal): void {
  if (isAdmin(deal) || deal.by === id || deal.by === manager) return;
  throw new Refused({ code: 'person_not_your_absence', who: id, manager });
}

/** An administrator has no say in it: nobody else knows what a person reads best. */
export function needOwnLanguage({ id }: PersonFacts, deal: Deal): void {
  if (!isDesk(deal) && deal.by !== id) throw new Refused({ code: 'person_not_your_language', who: id });
}

/** What platforms say comes through the desk alone; nobody edits somebody's accounts by hand. */
export function needDesk(deal: Deal): void {
  if (!isDesk(deal)) throw new Refused({ code: 'person_needs_role', need: [] });
}
