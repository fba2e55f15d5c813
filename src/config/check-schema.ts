/** The form of `check` in policies/desk.yaml. */
import { z } from 'zod';
import { MEDIA, REPLY_KINDS } from '#src/core/case/vocabulary.ts';
import { CHECKED_TEXTS } from '#src/core/rules.ts';
import { rule } from './issues.ts';
import { bilingual, words } from './parts.ts';

const finding = { clause: z.string().trim().min(1), blocks: z.boolean(), say: bilingual, mend: bilingual };

const lists = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-zA-Z]*$/),
      ...finding,
      for: z.array(z.enum(CHECKED_TEXTS)).min(1).exactOptional(),
      kinds: z.array(z.enum(REPLY_KINDS)).min(1).exactOptional(),
      words,
      except: words.min(1).exactOptional(),
      with: words.min(1).exactOptional(),
    }),
  )
  .superRefine((all, ctx) => {
    for (const [index, { code }] of all.entries()) {
      if (all.findIndex((list) => list.code === code) === index) continue;
      const said = {
        problem: { en: 'Two check lists have this code.', zh: '有两个检查清单用了同一个 code。' },
        remedy: {
          en: 'Give one of them another code, or join the two lists.',
          zh: '请为其中一个换个 code，或将两个清单合并。',
        },
      };
      ctx.addIssue({ code: 'custom', ...rule(said, [index, 'code']) });
    }
  });

export const checkSchema = z.strictObject({
  lists,
  personalData: z.strictObject(finding),
  secrets: z.strictObject(finding),
  length: z.strictObject({ ...finding, limits: z.partialRecord(z.enum(MEDIA), z.int().min(20)) }),
});
