/** The form of a question in policies/quizzes: one schema for each kind. */
import { z } from 'zod';
import { rule } from '#src/config/issues.ts';
import { bilingual } from '#src/config/parts.ts';
import { KINDS, type Kind } from '#src/core/quiz/question.ts';
import { differentIds, rightOnes } from './option-rules.ts';
import { wayThrough } from './story-rules.ts';

const id = z.string().refine(
  (text) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text),
  rule({
    problem: { en: 'This is not an id.', zh: '这不是有效的 id。' },
    remedy: {
      en: 'Write small letters, digits and hyphens, such as report-first.',
      zh: '请用小写字母、数字和连字符，例如 report-first。',
    },
  }),
);

const asked = { id, clause: z.string().trim().min(1), ask: bilingual };
const answer = { id, text: bilingual, why: bilingual };
const option = z.strictObject({ ...answer, right: z.literal(true).exactOptional() });
/** More than six are too many to be read from buttons and picked with a thumb. */
const options = (least: number) => z.array(option).min(least).max(6);

const story = z
  .array(
    z.strictObject({
      id,
      ask: bilingual,
      options: z
        .array(z.strictObject({ ...option.shape, next: id.exactOptional() }))
        .min(2)
        .max(4)
        .superRefine(differentIds)
        .superRefine(rightOnes('one')),
    }),
  )
  .min(2)
  .max(6)
  .superRefine(differentIds)
  .superRefine(wayThrough);

const kinds = {
  single: z.strictObject({
    ...asked,
    kind: z.literal('single'),
    options: options(2).superRefine(differentIds).superRefine(rightOnes('one')),
  }),
  multiple: z.strictObject({
    ...asked,
    kind: z.literal('multiple'),
    options: options(3).superRefine(differentIds).superRefine(rightOnes('several')),
  }),
  trueFalse: z.strictObject({
    ...asked,
    kind: z.literal('trueFalse'),
    answer: z.boolean(),
    why: z.strictObject({ right: bilingual, wrong: bilingual }),
  }),
  ordering: z.strictObject({
    ...asked,
    kind: z.literal('ordering'),
    options: z.array(z.strictObject(answer)).min(3).max(6).superRefine(differentIds),
  }),
  scenario: z.strictObject({ ...asked, kind: z.literal('scenario'), steps: story }),
} satisfies { readonly [K in Kind]: z.ZodType };

export type Written = { readonly [K in Kind]: z.output<(typeof kinds)[K]> }[Kind];

/** Says first which kind it is, so that what is wrong inside is held against the right form. */
export const kindSchema = z.looseObject({ kind: z.enum(KINDS) });
export const questionSchema = (kind: Kind): z.ZodType<Written> => kinds[kind];
