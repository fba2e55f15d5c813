/** The roles a person can hold. Anyone at all may report; that needs no role. */
export const ROLES = ['responder', 'approver', 'leader', 'manager', 'hr', 'admin'] as const;
export type Role = (typeof ROLES)[number];
