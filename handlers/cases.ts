/** Finding and reading cases: `desk mine | open | overdue | case`, the opened case, its timeline, and the home. */
import type { CaseSummary } from '#src/core/case/summary.ts';
import { isLate } from '#src/core/figures/stage.ts';
import { Refused } from '#src/core/refused.ts';
import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import { type Answer, type Asker, type Context, type Handler, replace, show } from '#src/handler.ts';
import { type Args, type Block, type Card, divider, heading, list, note } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { openedCase } from '#src/view/case/card.ts';
import { caseLines } from '#src/view/case/list.ts';
import { moreButtons, moreCard } from '#src/view/case/more.ts';
import { hiddenFrom, timelineCard } from '#src/view/case/timeline.ts';
import { closedToMe, openToMe } from './case/open-to.ts';
import { shownIn } from './case/shown.ts';
import { theCase, viewer } from './case/step.ts';
import { waitsFor } from './case/waiting.ts';

type Fits = (one: CaseSummary) => boolean;
const every: Fits = () => true;

function listed(ctx: Context, title: string, none: string, fits: Fits): Answer {
  const cases = ctx.desk.cases.list(viewer(ctx), fits, 'open');
  const body = cases.length > 0 ? caseLines(cases, ctx.reader) : [note(none)];
  return show(cardFor(ctx.reader, title, [heading(title), ...body]));
}

const workers = ({ steps, confidentialRoles }: Rules): readonly Role[] => [
  ...new Set([...steps.claim, ...steps.approve, ...confidentialRoles]),
];

/** Only those who work on cases, and managers, may list them; a reporter has the home for their own reports. */
export const worksOnCases = ({ roles, desk }: Asker): boolean =>
  workers(desk.rules).some((role) => roles.includes(role)) || roles.includes('manager');

export function requireDesk(ctx: Context): void {
  if (!worksOnCases(ctx)) throw new Refused({ code: 'case_needs_role', step: 'claim', need: workers(ctx.desk.rules) });
}

async function openNumber(ctx: Context, typed: string): Promise<Answer> {
  if (typed.trim() === '') return show(saying(ctx.reader, 'neutral', ctx.reader.t.caseList.whichCase));
  requireDesk(ctx);
  return opened(ctx, ctx.desk.cases.find(typed, viewer(ctx), ctx.at));
}

async function opened(ctx: Context, id: string): Promise<Answer> {
  const shown = shownIn(ctx, await ctx.desk.cases.openLast(id, viewer(ctx)));
  return show(await openToMe(ctx, shown, openedCase(shown)));
}

async function more(ctx: Context, args: Args): Promise<Answer> {
  const shown = { ...shownIn(ctx, await theCase(ctx, args)), own: true } as const;
  const all = moreButtons(shown);
  const closed = await closedToMe(ctx, shown.id, Object.values(all).flat());
  return show(moreCard(shown, all, (button) => !closed.has(button)));
}

function mine(ctx: Context): readonly Block[] {
  const { reader, desk, me } = ctx;
  const words = reader.t.caseList;
  const all = desk.cases.list(viewer(ctx), every, 'open');
  const waiting = all.filter((one) => waitsFor(ctx, one) !== undefined);
  const working = all.filter((one) => one.owner === me && !waiting.includes(one));
  const responder = desk.rules.steps.claim.some((role) => ctx.roles.includes(role));
  const unclaimed = responder ? all.filter((one) => one.status === 'new') : [];
  return [
    ...section(words.mine, waiting, ctx, (one) => waitsFor(ctx, one) ?? ''),
    ...section(words.unclaimed, unclaimed, ctx),
    ...section(words.working, working, ctx),
  ];
}

const section = (
  title: string,
  cases: readonly CaseSummary[],
  { reader }: Context,
  why?: (one: CaseSummary) => string,
): readonly Block[] => (cases.length === 0 ? [] : [heading(title), ...caseLines(cases, reader, why)]);

function myReports({ reader, desk, me }: Context): readonly Block[] {
  const words = reader.t.caseList;
  const reports = desk.cases.reportedBy(desk.people.ids(me)).slice(0, 8);
  if (reports.length === 0) return [];
  const lines = reports.map(({ number, ended, at }) => [
    { b: number },
    ` · ${ended ? words.reportEnded : words.reportOpen} · `,
    { at, show: 'date' } as const,
  ]);
  return [heading(words.reports), list(lines)];
}

function listMine(ctx: Context): Answer {
  const waiting = mine(ctx);
  const { mine: title, none } = ctx.reader.t.caseList;
  const blocks = [...(waiting.length > 0 ? waiting : [note(none.mine)]), ...myReports(ctx)];
  return show(cardFor(ctx.reader, title, blocks));
}

function listOverdue(ctx: Context): Answer {
  requireDesk(ctx);
  const { overdue, none } = ctx.reader.t.caseList;
  return listed(ctx, overdue, none.overdue, (one) => isLate(one, ctx.at));
}

async function timeline(ctx: Context, args: Args): Promise<Card> {
  const shown = shownIn(ctx, await theCase(ctx, args));
  const { state, history } = await ctx.desk.cases.records.read(shown.id);
  const hidden = state.status === 'none' ? new Set<string>() : hiddenFrom(shown, state);
  const before = /^\d{1,9}$/.test(args['before'] ?? '') ? Number(args['before']) : undefined;
  return timelineCard(shown, history, hidden, before);
}

export const cases = {
  desk: {
    mine: {
      usage: (t) => t.caseList.usage.mine,
      group: 'daily',
      also: ['我的', '待办'],
      run: listMine,
    },
    open: {
      usage: (t) => t.caseList.usage.open,
      group: 'cases',
      for: worksOnCases,
      also: ['未结', '全部'],
      run: (ctx) => {
        requireDesk(ctx);
        return listed(ctx, ctx.reader.t.caseList.open, ctx.reader.t.caseList.none.open, every);
      },
    },
    overdue: {
      usage: (t) => t.caseList.usage.overdue,
      group: 'cases',
      for: worksOnCases,
      also: ['超时', '逾期'],
      run: listOverdue,
    },
    case: {
      usage: (t) => t.caseList.usage.case,
      group: 'cases',
      for: worksOnCases,
      also: ['个案', '查看'],
      run: openNumber,
    },
  },
  actions: {
    'case.mine': listMine,
    'case.overdue': listOverdue,
    'case.show': (ctx, args) => opened(ctx, args['case'] ?? ''),
    'case.more': more,
    'case.timeline': async (ctx, args) => show(await timeline(ctx, args)),
    'case.timelinePage': async (ctx, args) => replace(await timeline(ctx, args)),
  },
  home: (ctx) => {
    const parts = [mine(ctx), myReports(ctx)].filter((part) => part.length > 0);
    return parts.flatMap((part, index) => (index === 0 ? part : [divider, ...part]));
  },
} satisfies Handler;
