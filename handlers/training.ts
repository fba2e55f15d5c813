/** The first days of a new colleague, and what whoever leads them sees: `desk training`, `desk hire` (K17, K19). */
import { pathDue } from '#src/core/path/due.ts';
import { quizRecord } from '#src/core/quiz/quiz.ts';
import { Refused } from '#src/core/refused.ts';
import { TRAINERS } from '#src/core/training/may.ts';
import { type Answer, type Asker, type Context, type Handler, replace, show } from '#src/handler.ts';
import { type Block, type Card, heading, list, note, text } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { dueDay } from '#src/view/due-day.ts';
import { acting } from './acting.ts';
import { listCard } from './policy/list-card.ts';
import { mine as signatures } from './signing.ts';
import { RULES, SIGN, steps } from './training/path-card.ts';
import { mayLook, standings } from './training/standing.ts';
import { DROP, EXPORT, EXTRA, exportCard, line, SHOW, teamCard, URGE } from './training/team-card.ts';
import { leadsOf, pathWants } from './training/wants.ts';

/** Whether somebody leads anybody, or looks after everybody's training. */
const leads = ({ desk, me, roles }: Asker): boolean =>
  TRAINERS.some((role) => roles.includes(role)) || [...desk.people.team().all()].some(({ manager }) => manager === me);

function needLead(ctx: Context): void {
  if (!leads(ctx)) throw new Refused({ code: 'training_needs_manager', need: TRAINERS });
}

function needLook(ctx: Context, person: string): void {
  if (!mayLook(ctx, person)) throw new Refused({ code: 'training_needs_manager', need: TRAINERS });
}

async function overview(ctx: Context): Promise<Card> {
  return leads(ctx) ? teamCard(ctx) : own(ctx);
}

/** For whoever leads nobody: how they stand themselves. */
async function own(ctx: Context): Promise<Card> {
  const { team } = ctx.reader.t.training;
  const blocks = await mine(ctx);
  return cardFor(ctx.reader, team.own, [heading(team.own), ...(blocks ?? [note(team.ownNothing)])]);
}

async function mine({ desk, me, reader }: Context): Promise<readonly Block[] | undefined> {
  const { paths } = desk.training.newcomers;
  if (!desk.training.newcomers.isOnTheWay(me)) return undefined;
  const { state } = await paths.read(me);
  if (state.status !== 'open') return undefined;
  const { path } = reader.t.training;
  return [heading(path.home), text([path.until, dueDay(state.plan.due, reader, me)]), ...steps(state, reader)];
}

/** Several names, separated by commas; each must be known. */
async function hire(ctx: Context, typed: string): Promise<Card> {
  const { desk, reader } = ctx;
  const words = reader.t.training.hire;
  const names = typed
    .split(/[,，、;；\n]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (names.length === 0) return saying(reader, 'neutral', words.how);
  const people = names.map((name) => desk.people.one(name));
  // All of them or none: a name too many must not leave half of a list on the way.
  for (const { id } of people) needLook(ctx, id);
  const before = people.filter(({ id }) => desk.training.newcomers.isOnTheWay(id));
  const fresh = people.filter((person) => !before.includes(person));
  for (const { id } of people) await desk.training.newcomers.hire(id, acting(ctx, id));
  const named = (all: typeof people) => reader.t.people.and(all.map(({ id }) => reader.name(id)));
  if (fresh.length === 0) return saying(reader, 'neutral', words.already(named(before)));
  return saying(reader, 'good', words.done(named(fresh)), before.length > 0 ? words.already(named(before)) : undefined);
}

/** Everybody of this person's who is not through; nobody twice in a few hours. */
async function urge(ctx: Context): Promise<Card> {
  needLead(ctx);
  const { paths } = ctx.desk.training.newcomers;
  const due = (await standings(ctx)).filter(({ status }) => status !== 'finished');
  let count = 0;
  for (const { person } of due) {
    const command = { type: 'urge', above: ctx.desk.people.above(person.id) } as const;
    const { happened } = await paths.act(person.id, command, acting(ctx));
    if (happened.length > 0) count += 1;
  }
  const words = ctx.reader.t.training.team;
  return teamCard(ctx, count === 0 ? words.remindedNone : words.reminded(count));
}

async function giveExtra(ctx: Context, person: string): Promise<Card> {
  const { desk, reader } = ctx;
  const words = reader.t.training.team;
  needLook(ctx, person);
  const command = { type: 'giveExtra', above: desk.people.above(person) } as const;
  const { happened } = await desk.training.quizzes.records.act(quizRecord(person, 'joining'), command, acting(ctx));
  const name = reader.name(person);
  return teamCard(ctx, happened.length > 0 ? words.extraGiven(name) : words.extraNotNeeded(name));
}

async function drop(ctx: Context, person: string): Promise<Card> {
  const { desk, reader } = ctx;
  needLook(ctx, person);
  const command = { type: 'drop', above: desk.people.above(person) } as const;
  const { happened } = await desk.training.newcomers.paths.act(person, command, acting(ctx));
  return teamCard(ctx, happened.length > 0 ? reader.t.training.team.droppedNow(reader.name(person)) : undefined);
}

export const training = {
  desk: {
    training: {
      usage: (t) => t.training.usage.training,
      group: 'people',
      for: leads,
      also: ['培训', '学习'],
      run: async (ctx) => show(await overview(ctx)),
    },
    hire: {
      usage: (t) => t.training.usage.hire,
      group: 'people',
      for: leads,
      also: ['入职', '新人'],
      run: async (ctx, text) => show(await hire(ctx, text)),
    },
  },
  actions: {
    [SHOW]: async (ctx) => show(await overview(ctx)),
    [URGE]: async (ctx) => replace(await urge(ctx)),
    [EXTRA]: async (ctx, { person = '' }) => replace(await giveExtra(ctx, person)),
    [DROP]: async (ctx, { person = '' }) => replace(await drop(ctx, person)),
    [EXPORT]: async (ctx): Promise<Answer> => {
      needLead(ctx);
      return show(await exportCard(ctx));
    },
    [SIGN]: (ctx) => show(signatures(ctx)),
    [RULES]: (ctx) => show(listCard(ctx)),
  },
  home: mine,
  async digest({ me, roles, at, desk, reader }) {
    const due = (await standings({ me, roles, at, desk })).filter(({ status }) => status !== 'finished');
    return due.length === 0
      ? undefined
      : [heading(reader.t.training.digest), list(due.slice(0, 10).map((one) => line(one, reader)))];
  },
  async joined(ctx, by) {
    const person = ctx.desk.people.team().person(ctx.me);
    if (person) await ctx.desk.training.newcomers.arrived(person, { platform: ctx.platform, by }, ctx);
  },
  watch({ desk, outbox, clock }) {
    const { paths } = desk.training.newcomers;
    const reach = (id: string) => desk.signing.reach(id);
    outbox.watch(paths, pathWants, ({ status }) => status === 'open');
    clock.watch(
      paths,
      pathDue(reach, (id) => leadsOf(id, desk.people.team())[0]),
    );
  },
} satisfies Handler;
