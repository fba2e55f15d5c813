/** Mentions rise: the channel sees one card while they do, leaders hear once, and somebody can say that it is nothing (K14). */
import { Refused } from '#src/core/refused.ts';
import { HOUR } from '#src/core/time.ts';
import { due, type Over, type Running, type Warning, type WarningEvent } from '#src/core/warning/warning.ts';
import type { Wants } from '#src/desk/wanted.ts';
import { type Answer, type Context, done, form, type Handler, show } from '#src/handler.ts';
import { heading, list, note } from '#src/view/card.ts';
import { cardFor, saying } from '#src/view/card-for.ts';
import { caseLines } from '#src/view/case/list.ts';
import { input } from '#src/view/form.ts';
import { warningCard, warningLine } from '#src/view/warning/card.ts';
import { acting } from './acting.ts';
import { requireDesk, worksOnCases } from './cases.ts';

const wants: Wants<Warning, WarningEvent> = ({ id, state, history }, team) => {
  if (state.status === 'none') return { cards: [], notices: [] };
  const leaders = team.holding('leader');
  const card = { key: 'warning', to: { channel: 'response' }, lane: 'urgent' } as const;
  const rise = history.find(({ event }) => event.type === 'rose');
  return {
    cards: [{ ...card, card: (reader) => warningCard(id, state, reader, leaders.length > 0) }],
    notices: leaders.flatMap((to) =>
      rise
        ? [{ key: 'warning', event: rise.meta, to, lane: 'urgent', card: (reader) => warningCard(id, state, reader) }]
        : [],
    ),
  };
};

const isRunning = (state: Warning): boolean => state.status === 'running';

function now(ctx: Context): Answer {
  const { reader, desk } = ctx;
  requireDesk(ctx);
  const running = desk.warnings.running();
  if (running) return show(warningCard(running.id, running.warning, reader));
  const { quiet, sensitivity } = reader.t.warning;
  return show(saying(reader, 'good', quiet, sensitivity(desk.rules.warning.sensitivity)));
}

/** The cases behind it, as far as this person may know of them. */
async function behind(ctx: Context, id: string): Promise<Answer> {
  const { reader, desk, me, roles, at } = ctx;
  requireDesk(ctx);
  const { state } = await desk.warnings.records.read(id);
  if (state.status === 'none') throw new Refused({ code: 'warning_unknown' });
  const { from, to } = periodOf(state, at);
  const ids = new Set(
    desk.warnings.cases(
      state.heights.map(({ series }) => series),
      from,
      to,
    ),
  );
  const cases = desk.cases.list({ me, roles }, () => true, ids);
  const words = reader.t.warning;
  return show(cardFor(reader, words.cases, cases.length > 0 ? caseLines(cases, reader) : [note(words.noCases)]));
}

function periodOf(state: Running | Over, at: string) {
  const hours = state.heights.some(({ window }) => window === 'day') ? 24 : 1;
  return { from: Date.parse(state.since) - hours * HOUR, to: Date.parse(state.status === 'over' ? state.until : at) };
}

export const warning = {
  desk: {
    warning: { usage: (t) => t.warning.usage, group: 'cases', for: worksOnCases, also: ['预警', 'warnings'], run: now },
  },
  actions: { 'warning.cases': (ctx, args) => behind(ctx, args['warning'] ?? '') },
  forms: {
    'warning.dismiss': form({
      view: ({ reader: { t } }) => ({
        title: t.warning.form.title,
        submit: t.warning.form.submit,
        intro: [note(t.warning.form.intro)],
        inputs: { reason: input.area(t.warning.form.reason, { max: 500, hint: t.warning.form.hint }) },
      }),
      async submit(ctx, { reason }, args) {
        await ctx.desk.warnings.dismiss(args['warning'] ?? '', reason, acting(ctx));
        return done();
      },
    }),
  },
  /** What leadership should know of when it looks back on a day or a week. */
  digest({ desk, period, reader }) {
    const all = desk.warnings.during(period);
    return all.length === 0
      ? undefined
      : [heading(reader.t.warning.digest), list(all.map((one) => warningLine(one, reader)))];
  },
  watch({ desk, outbox, clock }) {
    outbox.watch(desk.warnings.records, wants, isRunning);
    clock.watch(desk.warnings.records, due);
  },
} satisfies Handler;
