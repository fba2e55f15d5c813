/** Whose campaigns reach the whole company, and who sees how everybody stands. */
import type { Deal } from '../decider.ts';
import { DESK } from '../event.ts';
import type { Role } from '../role.ts';

/** HR and administrators; who leads people asks their own. */
export const mayAskEverybody = ({ by, roles }: Pick<Deal, 'by' | 'roles'>): boolean =>
  by === DESK || roles.includes('hr') || roles.includes('admin');

/** Others see the people who work for them. */
export const maySeeEverybody = (roles: readonly Role[]): boolean =>
  roles.includes('hr') || roles.includes('admin') || roles.includes('leader');
