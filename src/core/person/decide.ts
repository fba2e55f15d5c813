/** The rules of a person's record. */
import type { Deal } from '../decider.ts';
import type { Instant } from '../event.ts';
import { Refused } from '../refused.ts';
import { ROLES, type Role } from '../role.ts';
import type { Account } from '../team.ts';
import type { KnownProfile, PersonCommand } from './command.ts';
import type { PersonEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { isDesk, needAbsenceRight, needAdmin, needDesk, needOwnLanguage } from './may.ts';
import type { PersonFacts, PersonState } from './state.ts';

/** Longer than a year is a typing mistake more often than a leave; whoever is away gets no work and no reminder. */
const LONGEST_ABSENCE_DAYS = 400;
const LONGEST_TEAM = 80;

export function decide(state: PersonState, command: PersonCommand, deal: Deal): readonly PersonEvent[] {
  if (command.type === 'meet') {
    needDesk(deal);
    return state.status === 'unmet' ? [met(command)] : [];
  }
  if (command.type === 'together') return together(state, command.commands, deal);
  if (state.status === 'unmet') throw new Refused({ code: 'person_unknown', who: '' });
  if (state.status === 'merged' && command.type !== 'merge')
    throw new Refused({ code: 'person_unknown', who: state.facts.name });
  return change(state, command, deal);
}

type Met = Exclude<PersonState, { status: 'unmet' }>;
type Change = Exclude<PersonCommand, { type: 'meet' | 'together' }>;

function change(state: Met, command: Change, deal: Deal): readonly PersonEvent[] {
  const { facts } = state;
  switch (command.type) {
    case 'refresh':
      needDesk(deal);
      return refreshed(facts, command.profile);
    case 'link':
      needDesk(deal);
      return facts.accounts.some((account) => same(account, command.account))
        ? []
        : [{ type: 'linked', account: command.account }];
    case 'merge':
      needDesk(deal);
      return state.status === 'merged' || command.into === facts.id ? [] : [{ type: 'merged', into: command.into }];
    case 'setRoles':
      needAdmin(deal);
      return rolesSet(state, inOrder(command.roles), command.otherAdmins);
    case 'setManager':
      needAdmin(deal);
      return managerSet(facts, command);
    case 'setTeam':
      needAdmin(deal);
      return teamSet(facts, command.team.trim());
    case 'away':
      needAbsenceRight(facts, deal);
      return wentAway(facts, command.until, deal.at);
    case 'back':
      needAbsenceRight(facts, deal);
      return facts.absentUntil === undefined ? [] : [{ type: 'cameBack' }];
    case 'deactivate':
      needAdmin(deal);
      // Only people are held to it: that a platform switched an account off is a fact, whosever it was.
      if (!isDesk(deal)) keepAnAdmin(state, [], command.otherAdmins);
      return state.status === 'active' ? [{ type: 'deactivated' }] : [];
    case 'activate':
      needAdmin(deal);
      return state.status === 'inactive' ? [{ type: 'activated' }] : [];
    case 'setLanguage':
      needOwnLanguage(facts, deal);
      return (facts.chosenLocale ?? null) === command.locale ? [] : [{ type: 'languageSet', locale: command.locale }];
  }
}

function together(state: PersonState, commands: readonly PersonCommand[], deal: Deal): readonly PersonEvent[] {
  const events: PersonEvent[] = [];
  let now = state;
  for (const command of commands) {
    const next = decide(now, command, deal);
    now = next.reduce((state, event) => evolve(state, event, deal), now);
    events.push(...next);
  }
  return events;
}

function met({ id, account, profile }: PersonCommand & { type: 'meet' }): PersonEvent {
  return { type: 'met', id, ...(account && { account }), ...parts(profile) };
}

const parts = ({ name, email, locale, timeZone }: KnownProfile) => ({
  ...(locale && { locale }),
  ...(timeZone && { timeZone }),
  private: { name, ...(email && { email: email.toLowerCase() }) },
});

/** What the platform leaves out this time is kept: absent means that it did not say. */
function refreshed(facts: PersonFacts, profile: KnownProfile): readonly PersonEvent[] {
  const { name, email, profileLocale, timeZone } = facts;
  const before = {
    name,
    ...(email && { email }),
    ...(profileLocale && { locale: profileLocale }),
    ...(timeZone && { timeZone }),
  };
  const after = { ...before, ...profile, ...(profile.email && { email: profile.email.toLowerCase() }) };
  const same =
    after.name === name && after.email === email && after.locale === profileLocale && after.timeZone === timeZone;
  return same ? [] : [{ type: 'refreshed', ...parts(after) }];
}

const same = (a: Account, b: Account): boolean => a.platform === b.platform && a.id === b.id;
const inOrder = (roles: readonly Role[]): readonly Role[] => ROLES.filter((role) => roles.includes(role));

function keepAnAdmin(state: Met, roles: readonly Role[], otherAdmins: number): void {
  const { id, roles: before } = state.facts;
  const loses = state.status === 'active' && before.includes('admin') && !roles.includes('admin');
  if (loses && otherAdmins === 0) throw new Refused({ code: 'person_last_admin', who: id });
}

function rolesSet(state: Met, roles: readonly Role[], otherAdmins: number) {
  keepAnAdmin(state, roles, otherAdmins);
  const before = state.facts.roles;
  const equal = before.length === roles.length && before.every((role) => roles.includes(role));
  return equal ? [] : [{ type: 'rolesSet', roles } as const];
}

function managerSet({ id, manager: before }: PersonFacts, { manager, above }: PersonCommand & { type: 'setManager' }) {
  if ((before ?? null) === manager) return [];
  if (manager === id) throw new Refused({ code: 'person_own_manager', who: id });
  if (manager !== null && above.includes(id)) throw new Refused({ code: 'person_manager_circle', who: id, manager });
  return [{ type: 'managerSet', manager } as const];
}

function teamSet({ team: before = '' }: PersonFacts, team: string) {
  if (team.length > LONGEST_TEAM)
    throw new Refused({ code: 'input_too_long', field: 'team', length: team.length, max: LONGEST_TEAM });
  return team === before ? [] : [{ type: 'teamSet', team } as const];
}

function wentAway({ absentUntil }: PersonFacts, until: Instant, at: Instant) {
  if (until <= at) throw new Refused({ code: 'person_absence_past', until });
  const days = Math.ceil((Date.parse(until) - Date.parse(at)) / 86_400_000);
  if (days > LONGEST_ABSENCE_DAYS)
    throw new Refused({ code: 'person_absence_too_long', until, days: LONGEST_ABSENCE_DAYS });
  return until === absentUntil ? [] : [{ type: 'wentAway', until } as const];
}
