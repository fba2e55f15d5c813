/** `desk report week`, `desk 月报`, `desk report off week`: the last whole one now, or whether the next ones come. */
import { Refused } from '#src/core/refused.ts';
import { type ReportKind, reportSpan } from '#src/core/report/period.ts';
import { type Answer, type Asker, type Context, show } from '#src/handler.ts';
import { saying } from '#src/view/card-for.ts';
import { reportCard } from '#src/view/report/card.ts';
import { acting } from '../acting.ts';
import { ofPeriod } from './period.ts';

const KINDS: { readonly [word: string]: ReportKind } = {
  ...{ week: 'week', weekly: 'week', 周: 'week', 周报: 'week', 上周: 'week', 每周: 'week' },
  ...{ month: 'month', monthly: 'month', 月: 'month', 月报: 'month', 上月: 'month', 每月: 'month' },
};
const SWITCHES: { readonly [word: string]: 'turnOn' | 'turnOff' } = {
  ...{ on: 'turnOn', 开启: 'turnOn', 打开: 'turnOn', 订阅: 'turnOn' },
  ...{ off: 'turnOff', 关闭: 'turnOff', 停止: 'turnOff', 退订: 'turnOff' },
};

/** Words in any order; the week where no kind is named. */
export async function typed(ctx: Context, text: string, named?: ReportKind): Promise<Answer> {
  requireReports(ctx);
  let [kind, change] = [named ?? 'week', undefined as 'turnOn' | 'turnOff' | undefined];
  for (const word of text.normalize('NFKC').trim().toLowerCase().split(/\s+/u).filter(Boolean)) {
    const [ofKind, ofSwitch] = [known(KINDS, word), known(SWITCHES, word)];
    if (ofKind === undefined && ofSwitch === undefined)
      throw new Refused({ code: 'report_unclear', value: word.slice(0, 60) });
    kind = ofKind ?? kind;
    change = ofSwitch ?? change;
  }
  if (change === undefined) return shown(ctx, kind);
  await ctx.desk.reports.schedules.act(kind, { type: change }, acting(ctx));
  const words = ctx.reader.t.report;
  return show(saying(ctx.reader, 'good', (change === 'turnOn' ? words.on : words.off)[kind]));
}

const known = <T>(words: { readonly [word: string]: T }, word: string): T | undefined =>
  Object.hasOwn(words, word) ? words[word] : undefined;

export async function shown(ctx: Context, kind: ReportKind): Promise<Answer> {
  requireReports(ctx);
  const { desk, reader, at, me, roles } = ctx;
  const { timeZone } = desk.rules;
  const span = reportSpan(kind, at, timeZone);
  const told = await desk.reports.content({ me, roles }, kind, span, timeZone);
  const pictures = await desk.reports.pictures(told.content, reader);
  const added = await desk.digests.added({ me, roles, reader, at, period: span, desk });
  return show(reportCard({ ...told, pictures, added, of: ofPeriod(told.content) }, reader));
}

/** Reports and exports are for leadership. */
export const mayReadReports = ({ roles, desk }: Asker): boolean =>
  desk.rules.report.roles.some((role) => roles.includes(role));

export function requireReports(ctx: Context): void {
  if (!mayReadReports(ctx)) throw new Refused({ code: 'report_needs_role', need: ctx.desk.rules.report.roles });
}
