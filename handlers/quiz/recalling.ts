/** What happens when somebody answers a question that came by itself: recorded once, however often it is clicked. */
import type { MemoryCommand } from '#src/core/memory/command.ts';
import type { MemoryState } from '#src/core/memory/state.ts';
import type { Question } from '#src/core/quiz/question.ts';
import { ONLY, stepNow } from '#src/core/quiz/sitting.ts';
import type { Context } from '#src/handler.ts';
import type { Args, Card } from '#src/view/card.ts';
import { act, buttons, status } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { acting } from '../acting.ts';
import { RESUME, recallCard, recalledCard, turnCard } from './memory-card.ts';
import { idsAt, pickedIn } from './seat.ts';

const stateOf = async ({ desk, me }: Context): Promise<MemoryState> => (await desk.training.memories.read(me)).state;
const shown = ({ reader, desk }: Context) => ({ reader, rules: desk.rules, policies: desk.policies });
const numberIn = ({ ask = '' }: Args): number => (/^\d{1,6}$/.test(ask) ? Number(ask) : -1);
const turnIn = ({ turn = '0' }: Args): number => (/^\d{1,3}$/.test(turn) ? Number(turn) : 0);

/** The question of this number as it stands: open, just answered, or long over. */
async function standing(ctx: Context, state: MemoryState, args: Args): Promise<Card> {
  const number = numberIn(args);
  const { open, last, cards } = state;
  if (open?.number === number)
    return recallCard(open, await ctx.desk.training.question(open.sitting), shown(ctx), pickedIn(args));
  if (last?.number === number)
    return recalledCard(
      last,
      await ctx.desk.training.question(last.sitting),
      cards[last.sitting.question]?.memory,
      shown(ctx),
    );
  return saying(ctx.reader, 'neutral', ctx.reader.t.memory.over);
}

export const mark = async (ctx: Context, args: Args): Promise<Card> => standing(ctx, await stateOf(ctx), args);

/** A story goes on: the question without anything picked. */
export const goOn = (ctx: Context, { ask = '' }: Args): Promise<Card> => mark(ctx, { ask });

export async function recall(ctx: Context, args: Args): Promise<Card> {
  const before = await stateOf(ctx);
  const { open } = before;
  if (open?.number !== numberIn(args) || open.taken.length !== turnIn(args))
    return standing(ctx, before, { ask: args['ask'] ?? '' });
  const question = await ctx.desk.training.question(open.sitting);
  const command = commandFor(open, question, args);
  if (!command) return standing(ctx, before, args);
  // Whatever the file says later, the answer keeps the words that it answers.
  await ctx.desk.training.keep([question], acting(ctx));
  const { state } = await ctx.desk.training.memories.act(ctx.me, command, acting(ctx));
  if (state.open && state.open.taken.length > 0 && question.kind === 'scenario')
    return turnCard(state.open, question, shown(ctx));
  return standing(ctx, state, { ask: args['ask'] ?? '' });
}

function commandFor(
  { number, sitting, taken }: NonNullable<MemoryState['open']>,
  question: Question,
  args: Args,
): MemoryCommand | undefined {
  const picked = pickedIn(args);
  if (question.kind !== 'scenario')
    return { type: 'answer', number, question, given: idsAt(sitting.orders[ONLY] ?? [], picked) };
  const step = stepNow(question, taken)?.id;
  const [option] = step === undefined ? [] : idsAt(sitting.orders[step] ?? [], picked);
  return step === undefined || option === undefined ? undefined : { type: 'take', number, question, step, option };
}

export async function snooze(ctx: Context, args: Args): Promise<Card> {
  const command = { type: 'snooze', number: numberIn(args) } as const;
  const { state, happened } = await ctx.desk.training.memories.act(ctx.me, command, acting(ctx));
  const { memory } = ctx.reader.t;
  if (happened.length === 0 || state.snoozedUntil === undefined) return standing(ctx, state, args);
  const said = [memory.snoozed, { at: state.snoozedUntil, show: 'date' }] as const;
  return cardFor(ctx.reader, memory.title, [status('neutral', said)]);
}

export async function pause(ctx: Context): Promise<Card> {
  const { state } = await ctx.desk.training.memories.act(ctx.me, { type: 'pause' }, acting(ctx));
  const { memory } = ctx.reader.t;
  const said = [memory.paused, { at: state.pausedUntil ?? ctx.at, show: 'date' }] as const;
  return cardFor(ctx.reader, memory.title, [status('neutral', said), buttons(act(memory.resume, RESUME, {}))]);
}

export async function resume(ctx: Context): Promise<Card> {
  const { pausedUntil } = await stateOf(ctx);
  const { memory } = ctx.reader.t;
  if (pausedUntil === undefined) return saying(ctx.reader, 'neutral', memory.notPaused);
  await ctx.desk.training.memories.act(ctx.me, { type: 'resume' }, acting(ctx));
  return saying(ctx.reader, 'good', memory.resumed);
}
