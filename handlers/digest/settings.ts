/** Whether and when somebody's digest comes: `digest off`, `digest on`, `digest at 8:30`, and the same as a form. */
import { hourText, minuteOf } from '#src/core/digest/hour.ts';
import { Refused } from '#src/core/refused.ts';
import type { Subscription, SubscriptionCommand } from '#src/core/subscription/state.ts';
import { type Answer, type Context, form, show } from '#src/handler.ts';
import { note } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting } from '../acting.ts';

export async function changed(ctx: Context, command: SubscriptionCommand): Promise<Answer> {
  const { digests, rules } = ctx.desk;
  const now = (await digests.subscriptions.act(ctx.me, command, acting(ctx))).state;
  const { digest: words } = ctx.reader.t;
  if (now.off) return show(saying(ctx.reader, 'neutral', words.off));
  const next = now.zone === undefined ? words.notNow : words.form.days[rules.digest.days];
  return show(saying(ctx.reader, 'good', words.on(hourOf(now, ctx)), next));
}

const hourOf = ({ minute }: Subscription, { desk }: Context): string => hourText(minute ?? desk.rules.digest.minute);

export const settingsForm = form({
  async view(ctx) {
    needSubscriber(ctx);
    const { form: words } = ctx.reader.t.digest;
    const { state } = await ctx.desk.digests.subscriptions.read(ctx.me);
    return {
      title: words.title,
      submit: words.save,
      intro: [note(words.days[ctx.desk.rules.digest.days])],
      inputs: {
        wanted: input.check(words.wanted, state.off ? {} : { initial: true }),
        hour: input.line(words.hour, { max: 20, hint: words.hint, initial: hourOf(state, ctx) }),
      },
    };
  },
  submit(ctx, { wanted, hour }) {
    if (!wanted) return changed(ctx, { type: 'turnOff' });
    const minute = minuteOf(hour);
    if (minute === undefined) throw new Refused({ code: 'digest_hour_unclear', value: hour, field: 'hour' });
    return changed(ctx, { type: 'setMinute', minute });
  },
});

/** Others may look at figures, and have none that comes by itself. */
function needSubscriber({ roles, desk }: Context): void {
  const need = desk.rules.digest.roles;
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'digest_needs_role', need });
}
