/** `desk export last week`: cases and figures of a period as files, for those who may have them. */
import { type DigestRequest, periodAsked, requestOf } from '#src/core/digest/request.ts';
import { Refused } from '#src/core/refused.ts';
import { filesOf } from '#src/desk/report/export.ts';
import { type Answer, type Context, show } from '#src/handler.ts';
import { heading, note, text } from '#src/view/card.ts';
import { cardFor } from '#src/view/card-for.ts';
import { daysText, titleOf } from '#src/view/report/dates.ts';
import { periodOf, type Told, told } from './period.ts';
import { requireReports } from './show.ts';

const CONFIDENTIAL = /(?:^|\s)(?:confidential|保密)(?=\s|$)/iu;

/** This month where no period is named. */
export function exportTyped(ctx: Context, typed: string): Promise<Answer> {
  requireReports(ctx);
  const period = typed.replace(CONFIDENTIAL, ' ').trim();
  const zone = ctx.reader.timeZone;
  const span = periodAsked(spanRequest(period), ctx.at, zone);
  return exported(ctx, told(span, zone), zone, CONFIDENTIAL.test(typed));
}

/** The period of a report that its reader has before them. */
export function exportAgain(ctx: Context, of: string): Promise<Answer> {
  requireReports(ctx);
  const { timeZone } = ctx.desk.rules;
  return exported(ctx, periodOf(of, ctx.at, timeZone), timeZone, false);
}

function spanRequest(period: string): Extract<DigestRequest, { type: 'span' | 'days' }> {
  const asked = requestOf(period === '' ? 'month' : period);
  if (asked.type === 'span' || asked.type === 'days') return asked;
  throw new Refused({ code: 'digest_period_unclear', value: period });
}

/** `wanted`: with confidential cases, as far as whoever asks may know of them. */
async function exported(ctx: Context, { kind, span }: Told, zone: string, wanted: boolean): Promise<Answer> {
  const { desk, reader, me, roles, at } = ctx;
  const { content } = await desk.reports.content({ me, roles }, kind, span, zone);
  const cases = desk.cases
    .list({ me, roles }, ({ openedAt, status, confidential }) => {
      return span.from <= openedAt && openedAt < span.to && status !== 'merged' && (wanted || !confidential);
    })
    .toSorted((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
  const secret = cases.filter(({ confidential }) => confidential).length;
  const marked = secret > 0;
  const lessons = await Promise.all(content.figures.flow.lessons.map((one) => lesson(ctx, one)));
  const files = await filesOf({ content, cases, marked, lessons }, { press: desk.press, keep: desk.keep, reader, at });
  const words = reader.t.report;
  const days = daysText(span, { ...reader, timeZone: zone });
  const said = words.exported(cases.length, days);
  return show(
    cardFor(reader, said, [
      heading(titleOf(kind, span, { ...reader, timeZone: zone })),
      text(said),
      ...files,
      note(words.exportedHint),
      note(marked ? words.withConfidential(secret) : words.withoutConfidential),
    ]),
  );
}

async function lesson({ desk, me, roles }: Context, { id, number }: { readonly id: string; readonly number: string }) {
  const { state } = await desk.cases.open(id, { me, roles });
  return { number, text: state.status === 'closed' ? state.lesson : '' };
}
