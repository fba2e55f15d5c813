/** The form of `signing` and `policyOwners` in policies/desk.yaml. */
import { z } from 'zod';
import { ROLES } from '#src/core/role.ts';

const roles = z.array(z.enum(ROLES)).min(1);
const days = z.int().min(1).max(365);

export const policyOwnersSchema = z.record(z.string().trim().min(1), roles);

export const signingSchema = z.strictObject({
  open: z.array(z.enum(['hr', 'manager', 'admin', 'leader'])).min(1),
  days,
  firstReminder: days,
  everyReminder: days,
  mostReminders: z.int().min(0).max(50),
  urgeHours: z.int().min(1).max(720),
});
