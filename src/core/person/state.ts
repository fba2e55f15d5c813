/** A person's record as it stands, and the plain view of it that rules and cards work with. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Locale } from '../rules.ts';
import type { Account, Person } from '../team.ts';

export type PersonFacts = {
  readonly id: PersonId;
  /** '' once erased. */
  readonly name: string;
  readonly email?: string;
  readonly accounts: readonly Account[];
  /** What the platform says they read. */
  readonly profileLocale?: Locale;
  /** What they chose themselves; it wins. */
  readonly chosenLocale?: Locale;
  readonly timeZone?: string;
  readonly roles: readonly Role[];
  readonly manager?: PersonId;
  readonly team?: string;
  readonly absentUntil?: Instant;
  /** When the desk met them. */
  readonly since: Instant;
};

export type PersonState =
  | { readonly status: 'unmet' }
  | { readonly status: 'active'; readonly facts: PersonFacts }
  | { readonly status: 'inactive'; readonly facts: PersonFacts }
  | { readonly status: 'merged'; readonly into: PersonId; readonly facts: PersonFacts };

/** The person as everybody else sees them; undefined for one who was never met or is somebody else's record now. */
export function personOf(state: PersonState): Person | undefined {
  switch (state.status) {
    case 'unmet':
    case 'merged':
      return undefined;
    case 'active':
    case 'inactive':
      return view(state.facts, state.status === 'active');
  }
}

function view({ profileLocale, chosenLocale, ...facts }: PersonFacts, active: boolean): Person {
  const locale = chosenLocale ?? profileLocale;
  return { ...facts, ...(locale && { locale }), active };
}
