/** Small schemas that several files of settings share. */
import { z } from 'zod';
import { CATEGORIES, MEDIA, SEVERITIES } from '#src/core/case/vocabulary.ts';
import { rule } from './issues.ts';

export const bilingual = z.strictObject({ en: z.string().trim().min(1), zh: z.string().trim().min(1) });
export const severity = z.enum(SEVERITIES);
export const category = z.enum(CATEGORIES);
export const categories = z.array(category).min(1);
export const media = z.array(z.enum(MEDIA)).min(1);

/** A word written twice would count twice. */
export const words = z.array(z.string().trim().min(1)).superRefine((list, ctx) => {
  const seen = new Set<string>();
  for (const [index, word] of list.entries()) {
    const same = word.toLowerCase();
    if (seen.has(same)) {
      const said = {
        problem: { en: 'This word is already in the list.', zh: '这个词在列表中重复出现。' },
        remedy: {
          en: 'Delete it here or above; upper and lower case are the same.',
          zh: '请删去其中一处；大小写视为相同。',
        },
      };
      ctx.addIssue({ code: 'custom', ...rule(said, [index]) });
    }
    seen.add(same);
  }
});
