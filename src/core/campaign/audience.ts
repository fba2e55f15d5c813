/** Whom a campaign is for, and who of a team that is today. */
import type { Instant, PersonId } from '../event.ts';
import type { Role } from '../role.ts';
import type { Person } from '../team.ts';

export type Audience =
  | { readonly to: 'all' }
  | { readonly to: 'team'; readonly team: string }
  | { readonly to: 'role'; readonly role: Role }
  /** Everybody who works for somebody, directly or further down. */
  | { readonly to: 'under'; readonly manager: PersonId }
  /** Whoever comes to the desk after the campaign was opened. */
  | { readonly to: 'newHires' }
  /** Whoever signed an earlier version of a policy than this, and no later one. */
  | { readonly to: 'signers'; readonly policy: string; readonly before: number };

/** What is known of somebody besides who they are. */
export type Candidate = {
  readonly person: Person;
  /** Managers, nearest first. */
  readonly above: readonly PersonId[];
  /** The newest version of a policy that they signed; undefined for none. */
  readonly signed: (policy: string) => number | undefined;
  /** Whether they are being asked for that policy already. */
  readonly asked: (policy: string) => boolean;
};

/** Leavers are in no audience. `opened` is when the campaign began. */
export function isMeant(audience: Audience, { person, above, signed, asked }: Candidate, opened: Instant): boolean {
  if (!person.active) return false;
  switch (audience.to) {
    case 'all':
      return true;
    case 'team':
      return person.team === audience.team;
    case 'role':
      return person.roles.includes(audience.role);
    case 'under':
      return above.includes(audience.manager);
    case 'newHires':
      return person.since !== undefined && person.since > opened;
    case 'signers': {
      const version = signed(audience.policy);
      return version !== undefined && version < audience.before && !asked(audience.policy);
    }
  }
}
