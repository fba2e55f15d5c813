/** The form of `digest` in policies/desk.yaml. */
import { z } from 'zod';
import { minuteOf } from '#src/core/digest/hour.ts';
import { ROLES } from '#src/core/role.ts';
import { rule } from './issues.ts';

const noHour = rule({
  problem: { en: 'This is not a time of day.', zh: '这不是有效的时间。' },
  remedy: { en: 'Write it with two points between, such as 08:30.', zh: '请写成 08:30 的形式。' },
});

/** `08:30`, as minutes since midnight. */
export const minute = z.string().transform((text, ctx) => {
  const found = minuteOf(text);
  if (found !== undefined) return found;
  ctx.addIssue({ code: 'custom', ...noHour });
  return z.NEVER;
});

export const digestSchema = z
  .strictObject({ at: minute, roles: z.array(z.enum(ROLES)), days: z.enum(['every', 'working']) })
  .transform(({ at, ...rest }) => ({ minute: at, ...rest }));
