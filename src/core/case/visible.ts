/** What an audience may see of a case. Projections receive only this, so that no card can say too much (discretion). */
import type { PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { mayKnow } from './may.ts';
import type { CaseFacts, ExistingCase, Merged } from './state.ts';

export type Audience = { readonly channel: true } | { readonly person: PersonId; readonly roles: readonly Role[] };

/** Stands for a reporter whose name is kept back. */
export const WITHHELD: PersonId = 'withheld';

/** The case as this audience may see it, or undefined when for them there is none. */
export function visible(state: ExistingCase, audience: Audience, rules: Rules): ExistingCase | undefined {
  if (state.status === 'merged' && 'channel' in audience) return state.confidential ? undefined : hollow(state);
  if ('channel' in audience) return state.confidential ? undefined : withNamesKept(state);
  if (!mayKnow(state, audience.person, audience.roles, rules)) return undefined;
  const trusted = audience.roles.some((role) => rules.confidentialRoles.includes(role));
  return trusted ? state : withNamesKept(state);
}

/** What a merged case had is the older one's now, and may have been confided there. `Cases.open` asks that one first. */
const hollow = (state: Merged): Merged => {
  const { plan: _, ...rest } = state;
  const empty = {
    mentions: [],
    reporters: [],
    facts: [],
    drafts: [],
    publications: [],
    effects: [],
    notes: [],
    screenshots: [],
  };
  return { ...rest, ...empty, corrections: [] };
};

/** The same with the names that reporters asked to keep back. */
export function withNamesKept<S extends CaseFacts>(state: S): S {
  const hidden = new Set(state.reporters.filter((reporter) => reporter.hidden).map((reporter) => reporter.person));
  if (hidden.size === 0) return state;
  const kept = (person: PersonId): PersonId => (hidden.has(person) ? WITHHELD : person);
  return {
    ...state,
    reporters: state.reporters.map((reporter) => ({ ...reporter, person: kept(reporter.person) })),
    mentions: state.mentions.map((mention) => ({ ...mention, reportedBy: kept(mention.reportedBy) })),
    screenshots: state.screenshots.map((one) => ({ ...one, by: kept(one.by) })),
  };
}
