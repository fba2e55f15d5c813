/** The form of `report` in policies/desk.yaml. */
import { z } from 'zod';
import { ROLES } from '#src/core/role.ts';
import { minute } from './digest-schema.ts';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

const weekday = z.enum(WEEKDAYS).transform((name) => WEEKDAYS.indexOf(name) + 1);
const at = <T extends { readonly at: number }>({ at: minuteOfDay, ...rest }: T) => ({ ...rest, minute: minuteOfDay });

export const reportSchema = z.strictObject({
  roles: z.array(z.enum(ROLES)).min(1),
  week: z.strictObject({ on: weekday, at: minute }).transform(at),
  month: z.strictObject({ on: z.int().min(1).max(28), at: minute }).transform(at),
});
