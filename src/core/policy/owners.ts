/** Who answers for a policy: the roles that desk.yaml gives its owner's name, and administrators always. */
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import type { Team } from '../team.ts';

/** The roles that may say whether a change is material. */
export const ownersOf = (owner: string, { policyOwners }: Pick<Rules, 'policyOwners'>): readonly Role[] => [
  ...new Set<Role>([...(policyOwners[owner] ?? []), 'admin']),
];

/** Those who are asked: holders of the owner's roles, or, where there are none, administrators. */
export function askedAbout(owner: string, { policyOwners }: Pick<Rules, 'policyOwners'>, team: Team) {
  const holders = (policyOwners[owner] ?? []).flatMap((role) => team.holding(role));
  return [...new Set(holders.length > 0 ? holders : team.holding('admin'))];
}
