/** The form of `training` in policies/desk.yaml. */
import { z } from 'zod';
import { TOPICS } from '#src/core/quiz/question.ts';
import { rule } from './issues.ts';

const days = z.int().min(1).max(366);
const percent = (least: number, most: number) => z.number().min(least).max(most);

const joining = z.partialRecord(z.enum(TOPICS), z.int().min(0).max(20)).refine(
  (counts) => Object.values(counts).some((count) => count > 0),
  rule({
    problem: { en: 'The quiz of new colleagues would have no questions.', zh: '新人测验一道题也没有。' },
    remedy: { en: 'Write how many questions it asks of at least one topic.', zh: '请至少为一个主题写明题数。' },
  }),
);

export const trainingSchema = z.strictObject({
  quiz: z.strictObject({
    joining,
    topic: z.int().min(1).max(20),
    passMark: percent(1, 100),
    attempts: z.int().min(1).max(20),
    pauseHours: z.number().min(0).max(720),
  }),
  joining: z.strictObject({
    days,
    remindBefore: z.int().min(0).max(30),
    managerAfter: z.int().min(0).max(30),
    urgeHours: z.number().min(1).max(168),
    rolloutDays: z.int().min(0).max(366),
  }),
  memory: z.strictObject({
    perWeek: z.int().min(1).max(7),
    retention: percent(70, 97),
    longest: z.int().min(30).max(3650),
    snoozeDays: days,
    pauseDays: days,
  }),
  smallestGroup: z.int().min(5).max(100),
});
