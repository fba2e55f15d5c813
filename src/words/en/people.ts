/** Words for people: roles, and how lists of them read. */
import type { Role } from '#src/core/role.ts';

const roles: { readonly [R in Role]: string } = {
  responder: 'responder',
  approver: 'approver',
  leader: 'leader',
  manager: 'manager',
  hr: 'HR',
  admin: 'administrator',
};

const and = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

export const people = {
  roles,
  /** What each role does, in a few words. */
  roleMeans: {
    responder: 'answers cases',
    approver: 'approves replies',
    leader: 'approves the serious ones and confirms plans',
    manager: 'sees how the desk stands and leads a team',
    hr: 'handles confidential cases',
    admin: 'sets Goodword up',
  } satisfies { readonly [R in Role]: string } as { readonly [R in Role]: string },
  and: (names: readonly string[]): string => and.format(names),
  or: (names: readonly string[]): string => or.format(names),
  /** At most five names; a longer list says how many more there are. */
  some: (names: readonly string[]): string =>
    names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : and.format(names),
};
