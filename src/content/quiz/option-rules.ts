/** What must be so among the answers of one question: ids of their own, and the right ones marked. */
import type { z } from 'zod';
import { rule } from '#src/config/issues.ts';
import type { Bilingual } from '#src/core/rules.ts';

type Ctx = z.core.$RefinementCtx;
type Said = { readonly problem: Bilingual; readonly remedy: Bilingual };

export const wrong = (ctx: Ctx, said: Said, path: PropertyKey[] = []): void =>
  ctx.addIssue({ code: 'custom', ...rule(said, path) });

const TWICE: Said = {
  problem: { en: 'Another one beside it has this id.', zh: '同级中已有相同的 id。' },
  remedy: { en: 'Give one of the two another id.', zh: '请为其中一个换个 id。' },
};

/** Answers and cards refer to ids, so no two beside each other may be alike. */
export function differentIds(all: readonly { readonly id: string }[], ctx: Ctx): void {
  for (const [index, { id }] of all.entries())
    if (all.findIndex((one) => one.id === id) < index) wrong(ctx, TWICE, [index, 'id']);
}

const NO_RIGHT: Said = {
  problem: { en: 'No answer is marked as right.', zh: '没有标出正确答案。' },
  remedy: { en: 'Write right: true below the answer that is right.', zh: '请在正确的选项下写 right: true。' },
};
const MANY_RIGHT: Said = {
  problem: { en: 'More than one answer is marked as right.', zh: '标出的正确答案不止一个。' },
  remedy: {
    en: 'Leave right: true with one only, or make it kind: multiple.',
    zh: '只保留一个 right: true，或将题型改为 kind: multiple。',
  },
};
const ONE_RIGHT: Said = {
  problem: { en: 'Only one answer is marked as right.', zh: '只标出了一个正确答案。' },
  remedy: {
    en: 'Mark another one with right: true, or make it kind: single.',
    zh: '请再标出一个 right: true，或将题型改为 kind: single。',
  },
};
const ALL_RIGHT: Said = {
  problem: { en: 'Every answer is marked as right.', zh: '所有选项都标成了正确。' },
  remedy: { en: 'Add an answer that is wrong but tempting.', zh: '请加一个看似有理的错误选项。' },
};

/** One right answer; or several, and at least one that is not. */
export const rightOnes =
  (many: 'one' | 'several') =>
  (all: readonly { readonly right?: true }[], ctx: Ctx): void => {
    const right = all.filter((option) => option.right).length;
    if (right === 0) wrong(ctx, NO_RIGHT);
    else if (many === 'one' && right > 1) wrong(ctx, MANY_RIGHT);
    else if (many === 'several' && right === 1) wrong(ctx, ONE_RIGHT);
    else if (many === 'several' && right === all.length) wrong(ctx, ALL_RIGHT);
  };
