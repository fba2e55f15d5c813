/** What must be so in a scenario: every way leads on to a later step or ends, and every step is on some way. */
import type { z } from 'zod';
import { near } from '#src/core/near.ts';
import { wrong } from './option-rules.ts';

type Steps = readonly { readonly id: string; readonly options: readonly { readonly next?: string }[] }[];

export function wayThrough(steps: Steps, ctx: z.core.$RefinementCtx): void {
  const order = new Map(steps.map(({ id }, index) => [id, index]));
  for (const [index, { options }] of steps.entries())
    for (const [place, { next }] of options.entries()) {
      if (next === undefined) continue;
      const path = [index, 'options', place, 'next'];
      const to = order.get(next);
      if (to === undefined) nowhere(ctx, path, next, [...order.keys()]);
      else if (to <= index) backwards(ctx, path);
    }
  const led = new Set(steps.flatMap(({ options }) => options.map(({ next }) => next)));
  for (const [index, { id }] of steps.entries()) if (index > 0 && !led.has(id)) unreached(ctx, [index, 'id'], id);
}

function nowhere(ctx: z.core.$RefinementCtx, path: PropertyKey[], next: string, ids: readonly string[]): void {
  const guess = near(next, ids);
  wrong(
    ctx,
    {
      problem: { en: 'This leads to a step that does not exist.', zh: '所指的步骤不存在。' },
      remedy: guess
        ? { en: `Did you mean ${guess}?`, zh: `是否想写 ${guess}？` }
        : {
            en: `Write the id of a later step (${ids.join(', ')}), or delete next if the story ends here.`,
            zh: `请填写后面步骤的 id（${ids.join('、')}）；如到此结束，请删去 next。`,
          },
    },
    path,
  );
}

const backwards = (ctx: z.core.$RefinementCtx, path: PropertyKey[]): void =>
  wrong(
    ctx,
    {
      problem: { en: 'This leads back, so the story might never end.', zh: '这里指回了前面的步骤，情景可能走不完。' },
      remedy: {
        en: 'Lead on to a later step, or delete next so that the story ends.',
        zh: '请指向后面的步骤；如到此结束，请删去 next。',
      },
    },
    path,
  );

const unreached = (ctx: z.core.$RefinementCtx, path: PropertyKey[], id: string): void =>
  wrong(
    ctx,
    {
      problem: { en: 'No answer leads to this step.', zh: '没有任何选项通向这一步。' },
      remedy: {
        en: `Write next: ${id} at an answer of an earlier step, or delete the step.`,
        zh: `请在前面某个选项下写 next: ${id}，或删去这一步。`,
      },
    },
    path,
  );
