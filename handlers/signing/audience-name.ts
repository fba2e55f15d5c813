/** Whom a campaign is for, in words; and the audiences that somebody may choose from. */
import type { Audience } from '#src/core/campaign/audience.ts';
import { mayAskEverybody } from '#src/core/campaign/may.ts';
import { ROLES, type Role } from '#src/core/role.ts';
import type { Context } from '#src/handler.ts';
import type { Option } from '#src/view/form.ts';
import type { Reader } from '#src/view/reader.ts';

export function audienceName(audience: Audience, { t, name }: Reader): string {
  const words = t.signing.campaign.audience;
  switch (audience.to) {
    case 'all':
      return words.all;
    case 'team':
      return words.team(audience.team);
    case 'role':
      return words.role(t.people.roles[audience.role]);
    case 'under':
      return words.under(name(audience.manager));
    case 'newHires':
      return words.newHires;
    case 'signers':
      return words.signers;
  }
}

/** Beyond so many teams a list is no help; HR asks everybody then, or by role. */
const TEAMS = 60;

const TEAM = 'team:';
const ROLE = 'role:';
const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

/** What the form offers, the widest first; a manager has only their own people. */
export function audienceOptions(ctx: Context): readonly Option[] {
  const { reader, me, desk } = ctx;
  const all = [...desk.people.team().all()].filter(({ active }) => active);
  const under = all.some(({ manager }) => manager === me);
  const label = (audience: Audience) => audienceName(audience, reader);
  const own: readonly Option[] = under ? [{ value: 'under', label: label({ to: 'under', manager: me }) }] : [];
  if (!mayAskEverybody({ by: me, roles: ctx.roles })) return own;
  const teams = [...new Set(all.flatMap(({ team }) => (team ? [team] : [])))].sort().slice(0, TEAMS);
  return [
    { value: 'all', label: label({ to: 'all' }) },
    { value: 'newHires', label: label({ to: 'newHires' }) },
    ...own,
    ...teams.map((team) => ({ value: TEAM + team, label: label({ to: 'team', team }).slice(0, 75) })),
    ...ROLES.map((role) => ({ value: ROLE + role, label: label({ to: 'role', role }) })),
  ];
}

/** What an option stands for. */
export function audienceOf(value: string, { me }: Context): Audience {
  const role = value.slice(ROLE.length);
  if (value === 'under') return { to: 'under', manager: me };
  if (value === 'newHires') return { to: 'newHires' };
  if (value.startsWith(TEAM)) return { to: 'team', team: value.slice(TEAM.length) };
  return value.startsWith(ROLE) && isRole(role) ? { to: 'role', role } : { to: 'all' };
}
