/** The form of `triage` in policies/desk.yaml. */
import { z } from 'zod';
import { CAUSES, MEDIA, REACHES, RISKS, SENTIMENTS } from '#src/core/case/vocabulary.ts';
import { rule } from './issues.ts';
import { bilingual, categories, category, media, severity, words } from './parts.ts';

const when = z
  .strictObject({
    words: words.exactOptional(),
    category: categories.exactOptional(),
    reach: z.array(z.enum(REACHES)).min(1).exactOptional(),
    media: media.exactOptional(),
    sentiment: z.array(z.enum(SENTIMENTS)).min(1).exactOptional(),
    risk: z.array(z.enum(RISKS)).min(1).exactOptional(),
    mentions: z.int().min(1).exactOptional(),
  })
  .refine(
    (conditions) => Object.keys(conditions).length > 0,
    rule({
      problem: {
        en: 'A factor without a condition would weigh on every case.',
        zh: '没有条件的因素会作用于每一个个案。',
      },
      remedy: {
        en: 'Give at least one condition, such as words, category, reach or mentions.',
        zh: '请至少写一个条件，例如 words、category、reach 或 mentions。',
      },
    }),
  );

const rising = (low: string, high: string) =>
  rule(
    {
      problem: { en: `${high} must be more than ${low}.`, zh: `${high} 必须大于 ${low}。` },
      remedy: { en: `Raise ${high} or lower ${low}.`, zh: `请调高 ${high} 或调低 ${low}。` },
    },
    [high],
  );

export const triageSchema = z.strictObject({
  categories: z.partialRecord(category, words),
  causes: z.partialRecord(z.enum(CAUSES), words),
  risks: z.partialRecord(z.enum(RISKS), words),
  sentiment: z.strictObject({ positive: words, negative: words }),
  reach: z
    .strictObject({ medium: z.number().positive(), large: z.number().positive(), largeMedia: z.array(z.enum(MEDIA)) })
    .refine(({ medium, large }) => medium < large, rising('medium', 'large')),
  factors: z.array(z.strictObject({ name: bilingual, weight: z.number(), when })),
  thresholds: z
    .strictObject({ medium: z.number(), high: z.number(), critical: z.number() })
    .refine(({ medium, high }) => medium < high, rising('medium', 'high'))
    .refine(({ high, critical }) => high < critical, rising('high', 'critical')),
  atLeast: z.partialRecord(category, severity),
});
