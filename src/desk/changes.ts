/** What may be changed about somebody at once, and the commands of their record that change it. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { PersonCommand } from '#src/core/person/command.ts';
import type { Role } from '#src/core/role.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Person } from '#src/core/team.ts';
import type { PersonIndex } from './person-index.ts';

/** What may be changed about somebody; what is left out stays. null takes away. */
export type Changes = {
  /** As a function of those held when its turn comes, where others may be giving and taking roles at the same time. */
  readonly roles?: readonly Role[] | ((now: readonly Role[]) => readonly Role[]);
  readonly manager?: PersonId | null;
  readonly team?: string;
  readonly awayUntil?: Instant | null;
  readonly active?: boolean;
  readonly locale?: Locale | null;
};

/** The commands that make the changes, with the facts about others that they need. */
export function commandsOf(
  { id, roles: held }: Person,
  changes: Changes,
  index: PersonIndex,
): readonly PersonCommand[] {
  const { roles, manager, team, awayUntil, active, locale } = changes;
  const otherAdmins = index.holding('admin').filter((admin) => admin !== id).length;
  const commands: PersonCommand[] = [];
  if (active === true) commands.push({ type: 'activate' });
  if (roles) commands.push({ type: 'setRoles', roles: typeof roles === 'function' ? roles(held) : roles, otherAdmins });
  if (manager !== undefined)
    commands.push({ type: 'setManager', manager, above: manager === null ? [] : index.above(manager) });
  if (team !== undefined) commands.push({ type: 'setTeam', team });
  if (awayUntil !== undefined)
    commands.push(awayUntil === null ? { type: 'back' } : { type: 'away', until: awayUntil });
  if (active === false) commands.push({ type: 'deactivate', otherAdmins });
  if (locale !== undefined) commands.push({ type: 'setLanguage', locale });
  return commands;
}
