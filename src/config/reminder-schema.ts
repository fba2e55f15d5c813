/** The form of `reminders` in policies/desk.yaml. */
import { z } from 'zod';
import { CALLED } from '#src/core/rules.ts';
import { rule } from './issues.ts';
import { severity } from './parts.ts';

const rising = {
  problem: { en: 'These steps are not in order, or two are the same.', zh: '各步没有按先后排列，或有重复。' },
  remedy: {
    en: 'Put the smaller percentage first; each may stand once.',
    zh: '请按百分比从小到大排列，每个百分比只写一次。',
  },
};

const steps = z
  .array(z.strictObject({ at: z.int().min(1).max(1000), to: z.array(z.enum(CALLED)) }))
  .superRefine((all, ctx) => {
    for (const [index, { at }] of all.entries()) {
      const before = all[index - 1];
      if (before && at <= before.at) ctx.addIssue({ code: 'custom', ...rule(rising, [index, 'at']) });
    }
  });

const hours = z.number().positive().max(168);

export const reminderSchema = z.strictObject({
  escalation: z.record(severity, steps),
  unclaimedMinutes: z.partialRecord(severity, z.number().positive().max(1440)),
  decisionHours: z.record(severity, hours),
  snoozeHours: z.record(severity, hours),
});
