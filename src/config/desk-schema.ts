/** The form of policies/desk.yaml: the company's rules, and its own names for what the policies leave open. */
import { z } from 'zod';
import { SCREENSHOTS } from '#src/core/case/screenshots.ts';
import { SEVERITIES } from '#src/core/case/vocabulary.ts';
import { ROLES } from '#src/core/role.ts';
import { STEPS } from '#src/core/rules.ts';
import { channelReminderSchema } from './channel-reminder-schema.ts';
import { checkSchema } from './check-schema.ts';
import { digestSchema } from './digest-schema.ts';
import { rule } from './issues.ts';
import { bilingual, categories, media, severity } from './parts.ts';
import { reminderSchema } from './reminder-schema.ts';
import { reportSchema } from './report-schema.ts';
import { policyOwnersSchema, signingSchema } from './signing-schema.ts';
import { timeZone, workingHours } from './time-schema.ts';
import { trainingSchema } from './training-schema.ts';
import { triageSchema } from './triage-schema.ts';
import { warningSchema } from './warning-schema.ts';

const hours = z.number().positive();
const roles = z.array(z.enum(ROLES)).min(1);

const serviceLevel = z.record(severity, hours).superRefine((level, ctx) => {
  for (const [index, grave] of SEVERITIES.entries()) {
    const milder = SEVERITIES[index - 1];
    if (!milder || level[grave] <= level[milder]) continue;
    const said = {
      problem: {
        en: `A ${grave} case would wait longer than a ${milder} one.`,
        zh: `${grave} 级个案的时限比 ${milder} 级还长。`,
      },
      remedy: { en: `Write ${level[milder]} or less.`, zh: `请填写不大于 ${level[milder]} 的数。` },
    };
    ctx.addIssue({ code: 'custom', ...rule(said, [grave]) });
  }
});

const route = z
  .strictObject({
    category: categories.exactOptional(),
    media: media.exactOptional(),
    channel: z.string().trim().min(1),
  })
  .refine(
    ({ category, media }) => category !== undefined || media !== undefined,
    rule({
      problem: { en: 'This route would take every case.', zh: '这条路由会把所有个案都带走。' },
      remedy: {
        en: 'Add category or media; cases that fit no route go to the response channel anyway.',
        zh: '请加上 category 或 media；不符合任何路由的个案本来就会进入响应频道。',
      },
    }),
  );

/** A thing that the policies mention and only the company can decide; without a value the clause shows it as open. */
const blank = z.strictObject({
  name: bilingual,
  value: z.union([bilingual, z.string().trim().min(1), z.number()]).nullable(),
});

export const deskSchema = z.strictObject({
  serviceLevel,
  reminders: reminderSchema,
  approvals: z.record(severity, z.strictObject({ count: z.int().min(1).max(5), leader: z.boolean() })),
  verifierMayApprove: z.array(severity),
  planNeeded: z.array(severity),
  effectReviewDays: z.partialRecord(severity, z.int().min(1)),
  screenshotsPerCase: z.int().min(SCREENSHOTS.most),
  steps: z.record(z.enum(STEPS), roles),
  confidentialRoles: roles,
  timeZone,
  hours: workingHours,
  channelLocale: z.enum(['zh', 'en']),
  routing: z.array(route),
  policyOwners: policyOwnersSchema,
  signing: signingSchema,
  channelReminders: channelReminderSchema,
  digest: digestSchema,
  training: trainingSchema,
  triage: triageSchema,
  check: checkSchema,
  warning: warningSchema,
  report: reportSchema,
  blanks: z.record(z.string(), blank),
});
