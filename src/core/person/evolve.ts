/** How a person's record becomes what it is, event by event. */
import type { Meta } from '../event.ts';
import type { PersonEvent } from './event.ts';
import type { PersonFacts, PersonState } from './state.ts';

export function evolve(state: PersonState, event: PersonEvent, { at }: Pick<Meta, 'at'>): PersonState {
  if (event.type === 'met')
    return state.status === 'unmet' ? { status: 'active', facts: { ...first(event), since: at } } : state;
  return state.status === 'unmet' || state.status === 'merged' ? state : further(state, event);
}

type Met = Extract<PersonState, { status: 'active' | 'inactive' }>;

function further(state: Met, event: Exclude<PersonEvent, { type: 'met' }>): PersonState {
  switch (event.type) {
    case 'deactivated':
      return { status: 'inactive', facts: state.facts };
    case 'activated':
      return { status: 'active', facts: state.facts };
    case 'merged':
      return { status: 'merged', into: event.into, facts: state.facts };
    case 'refreshed':
    case 'linked':
    case 'rolesSet':
    case 'managerSet':
    case 'teamSet':
    case 'wentAway':
    case 'cameBack':
    case 'languageSet':
      return { ...state, facts: changed(state.facts, event) };
  }
}

function first({
  id,
  account,
  locale,
  timeZone,
  private: { name, email },
}: PersonEvent & { type: 'met' }): Omit<PersonFacts, 'since'> {
  return {
    id,
    name,
    ...(email && { email }),
    accounts: account ? [account] : [],
    ...(locale && { profileLocale: locale }),
    ...(timeZone && { timeZone }),
    roles: [],
  };
}

type Change = Exclude<PersonEvent, { type: 'met' | 'merged' | 'deactivated' | 'activated' }>;

function changed(facts: PersonFacts, event: Change): PersonFacts {
  switch (event.type) {
    case 'refreshed': {
      const { name, email } = event.private;
      const { email: _, profileLocale: __, timeZone: ___, ...rest } = facts;
      const { locale, timeZone } = event;
      return {
        ...rest,
        name,
        ...(email && { email }),
        ...(locale && { profileLocale: locale }),
        ...(timeZone && { timeZone }),
      };
    }
    case 'linked':
      return { ...facts, accounts: [...facts.accounts, event.account] };
    case 'rolesSet':
      return { ...facts, roles: event.roles };
    case 'managerSet': {
      const { manager: _, ...rest } = facts;
      return { ...rest, ...(event.manager !== null && { manager: event.manager }) };
    }
    case 'teamSet': {
      const { team: _, ...rest } = facts;
      return { ...rest, ...(event.team && { team: event.team }) };
    }
    case 'wentAway':
      return { ...facts, absentUntil: event.until };
    case 'cameBack': {
      const { absentUntil: _, ...rest } = facts;
      return rest;
    }
    case 'languageSet': {
      const { chosenLocale: _, ...rest } = facts;
      return { ...rest, ...(event.locale && { chosenLocale: event.locale }) };
    }
  }
}
