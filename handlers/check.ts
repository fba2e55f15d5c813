/** `check`: somebody means to post something and has it looked through first (K20). Nothing of it is kept but the count. */
import { checkPost } from '#src/core/check/post.ts';
import { isBlank } from '#src/core/visible-text.ts';
import { type Answer, type Context, form, type Handler, open, show } from '#src/handler.ts';
import { facts } from '#src/view/card.ts';
import { input } from '#src/view/form.ts';
import { checkCard, FORM } from './check/card.ts';

async function checked(ctx: Context, text: string): Promise<Answer> {
  const found = checkPost(text, ctx.desk.rules.check);
  await ctx.desk.checks.add(ctx.at, ctx.cause);
  return show(checkCard(ctx, found));
}

export const check = {
  commands: {
    check: {
      usage: (t) => t.check.usage,
      group: 'daily',
      also: ['自查', '检查'],
      run: (ctx, text) => (isBlank(text) ? open(FORM) : checked(ctx, text)),
    },
  },
  forms: {
    [FORM]: form({
      view({ reader: { t } }) {
        const { title, text, hint, submit } = t.check.form;
        return { title, submit, inputs: { text: input.area(text, { max: 3000, hint }) } };
      },
      submit: (ctx, { text }) => checked(ctx, text),
    }),
  },
  home: async ({ desk, reader, roles, at }) => {
    if (!roles.includes('manager') && !roles.includes('leader')) return undefined;
    const count = await desk.checks.inMonth(at);
    return count === 0 ? undefined : [facts([{ label: reader.t.check.count, value: String(count) }])];
  },
} satisfies Handler;
