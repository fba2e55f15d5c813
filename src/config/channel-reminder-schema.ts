/** The form of `channelReminders` in policies/desk.yaml. */
import { z } from 'zod';
import { WEEKDAYS } from '#src/core/reminder/rules.ts';
import { rule } from './issues.ts';

const time = {
  problem: { en: 'This is not a time of day.', zh: '这不是有效的时间。' },
  remedy: {
    en: 'Write it in quotes with two digits each, such as "10:00".',
    zh: '请加引号填写，时和分各两位，例如 "10:00"。',
  },
};

/** `"10:00"` as minutes since midnight. */
const minutes = z
  .string()
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text), rule(time))
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

export const channelReminderSchema = z.strictObject({
  channel: z.string().trim().min(1),
  days: z.array(z.enum(WEEKDAYS)),
  at: minutes,
});
