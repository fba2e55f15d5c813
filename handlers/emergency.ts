/** In an emergency routine messages wait and only approved lines go out (K32): `desk emergency on | off`. */
import { type Answer, type Context, form, type Handler, open, replace, show } from '#src/handler.ts';
import { act, type Block, buttons, type Card, heading, list, opens, quote, status, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { input } from '#src/view/form.ts';
import { acting } from './acting.ts';

const DECLARE = 'emergency.declare';
const END = 'emergency.end';

const ON = ['on', 'start', '开始', '宣布', '开启'];
const OFF = ['off', 'end', 'stop', '结束', '解除', '关闭'];

function run(ctx: Context, typed: string): Answer | Promise<Answer> {
  const [, word = '', reason = ''] = /^(\S*)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  if (ON.includes(word.toLowerCase())) return reason === '' ? open(DECLARE) : declare(ctx, reason);
  if (OFF.includes(word.toLowerCase())) return end(ctx);
  return show(card(ctx));
}

async function declare(ctx: Context, reason: string): Promise<Answer> {
  await ctx.desk.settings.change([{ type: 'declareEmergency', reason }], acting(ctx));
  return show(card(ctx));
}

async function end(ctx: Context): Promise<Answer> {
  await ctx.desk.settings.change([{ type: 'endEmergency' }], acting(ctx));
  return show(card(ctx, ctx.reader.t.emergency.offNow));
}

function card(ctx: Context, over?: string): Card {
  const { reader, desk, roles } = ctx;
  const words = reader.t.emergency;
  const { emergency } = desk.settings.now();
  const leads = roles.includes('leader');
  const confirm = { title: words.endTitle, text: words.endText, yes: words.yes, no: words.no };
  if (!emergency)
    return cardFor(reader, over ?? words.off, [
      heading(words.title),
      status(over ? 'good' : 'neutral', over ?? words.off),
      ...(leads ? [buttons(opens(words.declare, DECLARE, {}))] : []),
    ]);
  return cardFor(reader, words.on, [
    ...standing(ctx),
    list(words.meaning),
    ...(leads ? [buttons(act(words.end, END, {}, { confirm }))] : []),
  ]);
}

/** That there is one, since when, by whom and why. */
function standing({ reader, desk }: Context): readonly Block[] {
  const words = reader.t.emergency;
  const { emergency } = desk.settings.now();
  if (!emergency) return [];
  const { by, since, reason } = emergency;
  return [
    status('alarm', words.home),
    text([words.since(reader.name(by)), { at: since, show: 'both' }]),
    ...(reason ? [quote(reason, words.reason)] : []),
  ];
}

export const emergency = {
  desk: {
    emergency: {
      usage: (t) => t.emergency.usage,
      group: 'lead',
      for: ({ roles }) => roles.includes('leader'),
      also: ['紧急状态', '紧急'],
      run,
    },
  },
  actions: {
    [END]: async (ctx) => {
      const answer = await end(ctx);
      return answer.type === 'show' ? replace(answer.card) : answer;
    },
  },
  forms: {
    [DECLARE]: form({
      view({ reader }) {
        const words = reader.t.emergency.form;
        const inputs = { reason: input.area(words.reason, { max: 500, hint: words.reasonHint }) };
        return { title: words.title, submit: words.submit, inputs };
      },
      submit: (ctx, { reason }) => declare(ctx, reason),
    }),
  },
  home: (ctx) => (ctx.desk.settings.now().emergency ? standing(ctx) : undefined),
} satisfies Handler;
