/** What is running out: one card for each person, and "Remind me later…" with a reason (K7). */
import { nextDisturbable } from '#src/core/calendar/disturb.ts';
import { severityOf } from '#src/core/case/state.ts';
import type { Instant } from '#src/core/event.ts';
import { isGrave } from '#src/core/nudges/item.ts';
import { calling, type Nudges, type NudgesEvent, shownItems } from '#src/core/nudges/nudges.ts';
import { MINUTE, plus } from '#src/core/time.ts';
import type { SeenCase } from '#src/desk/cases.ts';
import type { Wants } from '#src/desk/wanted.ts';
import { type Context, form, type Handler, show } from '#src/handler.ts';
import { note } from '#src/view/card.ts';
import { saying } from '#src/view/card-for.ts';
import { input, type Option } from '#src/view/form.ts';
import { nudgesCard } from '#src/view/nudges-card.ts';
import type { Reader } from '#src/view/reader.ts';
import { theCase, who } from './case/step.ts';

/** Minutes for which a reminder can be put off, as far as the rules allow that for the case. */
const AFTER = [30, 60, 120, 240, 480, 1440] as const;
const MORNING = 'morning';

const snoozeForm = form({
  async view(ctx, args) {
    const seen = await theCase(ctx, args);
    const words = ctx.reader.t.reminder.snooze;
    return {
      title: words.title,
      submit: words.submit,
      intro: [note(words.intro(seen.state.number))],
      inputs: {
        until: input.select(words.until, choices(ctx, seen)),
        reason: input.area(words.reason, { max: 500, hint: words.reasonHint }),
      },
    };
  },
  async submit(ctx, { until: chosen, reason }, args) {
    const { id, state } = await theCase(ctx, args);
    const until = chosen === MORNING ? nextAtWork(ctx) : plus(ctx.at, Number(chosen) * MINUTE);
    await ctx.desk.cases.act(id, { type: 'snooze', until, reason }, who(ctx, args));
    const { t, when } = ctx.reader;
    return show(saying(ctx.reader, 'good', t.reminder.snooze.done(state.number, when(until))));
  },
});

/** Times that the rules allow; whoever looks outside their working hours is offered the next ones first. */
function choices(ctx: Context, { state }: SeenCase): readonly Option[] {
  const { t, when } = ctx.reader;
  const most = ctx.desk.rules.reminders.snoozeHours[severityOf(state)] * 60;
  const fitting = AFTER.filter((minutes) => minutes <= most);
  const morning = nextAtWork(ctx);
  const offered = morning > ctx.at && morning <= plus(ctx.at, most * MINUTE);
  return [
    ...(offered ? [{ value: MORNING, label: t.reminder.snooze.morning(when(morning)) }] : []),
    ...(fitting.length > 0 ? fitting : [most]).map((minutes) => ({
      value: String(minutes),
      label: t.reminder.snooze.after(t.reminder.duration(minutes)),
    })),
  ];
}

const nextAtWork = ({ me, at, desk }: Context): Instant =>
  nextDisturbable(desk.people.team().person(me) ?? {}, at, 'routine', desk.rules);

/** The record is named after its person. A new call is a new message; in between the last one is edited. */
const wants: Wants<Nudges, NudgesEvent> = ({ id, state }) => {
  const items = shownItems(state);
  if (items.length === 0) return { cards: [], notices: [] };
  const grave = items.some(({ severity }) => isGrave(severity));
  const key = `waiting/${state.calls}`;
  const card = (reader: Reader) => nudgesCard(items, reader);
  return { cards: [{ key, to: { person: id }, card, lane: grave ? 'urgent' : 'ordinary' }], notices: [] };
};

export const reminders = {
  forms: { 'reminder.snooze': snoozeForm },
  watch({ desk, outbox, clock }) {
    outbox.watch(desk.nudges, wants, ({ items }) => Object.keys(items).length > 0);
    clock.watch(desk.nudges, calling);
  },
} satisfies Handler;
