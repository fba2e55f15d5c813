/** `desk duty`: who is on duty, week by week, with the holidays in it; setting a week, and swapping one. */
import { calendarFor } from '#src/core/calendar/calendar.ts';
import { plusDays } from '#src/core/day.ts';
import { changes, type Turn, weekAt } from '#src/core/duty/duty.ts';
import { Refused } from '#src/core/refused.ts';
import { type Asker, type Context, form, type Handler, show } from '#src/handler.ts';
import { note } from '#src/view/card.ts';
import { rosterCard } from '#src/view/duty-card.ts';
import { input, type Option } from '#src/view/form.ts';
import { weekRange } from '#src/words/week.ts';
import { acting } from './acting.ts';
import { worksOnCases } from './cases.ts';
import { dutyWants } from './duty/wants.ts';

/** Weeks that are shown, and that can be set in advance. */
const SHOWN = 6;
const AHEAD = 12;

const weeksFrom = ({ at, desk }: Context, count: number): readonly string[] => {
  const first = weekAt(at, desk.rules);
  return Array.from({ length: count }, (_, index) => plusDays(first, 7 * index));
};

const isPlanner = ({ roles }: Asker): boolean => roles.includes('leader') || roles.includes('admin');

const mayWork = ({ desk }: Context) => desk.rules.steps.claim;

function roster(ctx: Context) {
  const { desk, reader, me } = ctx;
  const turns = turnsAhead(ctx);
  return rosterCard({
    reader,
    weeks: weeksFrom(ctx, SHOWN),
    duty: desk.duty.now(),
    calendar: calendarFor(desk.rules.timeZone, desk.rules),
    maySet: isPlanner(ctx),
    maySwap: turns.length > 1 && (isPlanner(ctx) || turns.some(({ who }) => who === me)),
  });
}

/** Everybody's turns from this week on, in order. */
function turnsAhead(ctx: Context): readonly Turn[] {
  const { weeks } = ctx.desk.duty.now();
  return weeksFrom(ctx, AHEAD).flatMap((week) => (weeks[week] ?? []).map((who) => ({ week, who })));
}

const weekForm = form({
  view(ctx) {
    const { t, locale } = ctx.reader;
    const words = t.duty.form;
    const weeks = weeksFrom(ctx, AHEAD);
    const free = weeks.find((week) => (ctx.desk.duty.now().weeks[week] ?? []).length === 0);
    const further = (label: string) => input.person(label, { optional: true });
    return {
      title: words.title,
      submit: words.submit,
      inputs: {
        week: input.select(
          words.week,
          weeks.map((week) => ({ value: week, label: weekRange(week, locale) })),
          free === undefined ? {} : { initial: free },
        ),
        first: input.person(words.first, { optional: true, hint: words.hint }),
        second: further(words.further),
        third: further(words.further),
      },
    };
  },
  async submit(ctx, { week, first, second, third }) {
    const chosen = { first, second, third };
    for (const [field, who] of Object.entries(chosen)) if (who !== '') requireAble(ctx, field, who);
    const people = Object.values(chosen).filter((who) => who !== '');
    await ctx.desk.duty.change({ type: 'assign', week, people }, acting(ctx));
    return show(roster(ctx));
  },
});

/** Whoever could not claim a case would be called for nothing. */
function requireAble(ctx: Context, field: string, who: string): void {
  const roles = ctx.desk.people.team().person(who)?.roles ?? [];
  const need = mayWork(ctx);
  if (!need.some((role) => roles.includes(role))) throw new Refused({ code: 'duty_cannot_work', field, who, need });
}

const swapForm = form({
  view(ctx) {
    const { t, locale, name } = ctx.reader;
    const words = t.duty.swapForm;
    const label = ({ week, who }: Turn): Option => ({
      value: `${week} ${who}`,
      label: t.duty.turn(name(who), weekRange(week, locale)),
    });
    const all = turnsAhead(ctx);
    const own = all.filter(({ who }) => who === ctx.me);
    const given = isPlanner(ctx) ? all : own;
    const taken = isPlanner(ctx) ? all : all.filter(({ who }) => who !== ctx.me);
    if (given.length === 0 || taken.length === 0)
      throw new Refused({ code: 'duty_not_theirs', who: ctx.me, week: weekAt(ctx.at, ctx.desk.rules) });
    return {
      title: words.title,
      submit: words.submit,
      intro: [note(words.intro)],
      inputs: {
        one: input.select(words.mine, given.map(label), first(own.map(label))),
        other: input.select(words.theirs, taken.map(label)),
      },
    };
  },
  async submit(ctx, { one, other }) {
    await ctx.desk.duty.change({ type: 'swap', one: turnIn(one), other: turnIn(other) }, acting(ctx));
    return show(roster(ctx));
  },
});

const first = ([option]: readonly Option[]) => (option ? { initial: option.value } : {});

function turnIn(value: string): Turn {
  const [week = '', who = ''] = value.split(' ');
  return { week, who };
}

export const duty = {
  desk: {
    duty: {
      usage: (t) => t.duty.usage,
      group: 'cases',
      for: (asker) => worksOnCases(asker) || isPlanner(asker),
      also: ['值班', '值班表', 'roster'],
      run: (ctx) => show(roster(ctx)),
    },
  },
  forms: { 'duty.week': weekForm, 'duty.swap': swapForm },
  home: ({ desk, me, reader }) => (desk.duty.people().includes(me) ? [note(reader.t.duty.onDuty)] : undefined),
  watch({ desk, outbox, clock }) {
    outbox.watch(desk.duty.records, dutyWants, () => true);
    clock.watch(desk.duty.records, (state) => changes(state, desk.rules));
  },
} satisfies Handler;
