/** The pictures of a report: how much came and when, where, whether it was answered in time, and why it happened. */
import { SEVERITIES } from '#src/core/case/vocabulary.ts';
import { type Counts, countOf, ranked } from '#src/core/figures/counter.ts';
import { percentKept } from '#src/core/figures/waits.ts';
import type { ReportContent } from '#src/core/report/content.ts';
import { unitOf } from '#src/core/report/period.ts';
import { type Bar, type Chart, fitting } from '../chart/chart.ts';
import type { Reader } from '../reader.ts';
import { daysText, stepText } from './dates.ts';

/** Bars of one picture; the rest is one more. */
const BARS = 6;

/** Columns that a phone shows. */
const COLUMNS = 13;

/** Those that have something to show, the most telling first. */
export function reportCharts(content: ReportContent, of: Reader): readonly Chart[] {
  const reader = { ...of, timeZone: content.zone };
  return [steps(content, reader), media(content, reader), level(content, reader), causes(content, reader)].filter(
    (chart) => chart !== undefined,
  );
}

function steps({ kind, span, figures }: ReportContent, reader: Reader): Chart | undefined {
  const { report: words } = reader.t;
  if (figures.flow.opened + figures.before.opened === 0 || figures.steps.length > COLUMNS) return undefined;
  const unit = unitOf(span);
  const title = words.chart.steps[unit];
  const columns = figures.steps.map(({ from, to, opened }, at) => {
    const then = figures.stepsBefore[at]?.opened;
    const now = { value: opened, said: opened.toLocaleString(reader.locale) };
    return { label: stepText(unit, from, to, reader), now, ...(then !== undefined && { before: then }) };
  });
  const days = daysText(span, reader);
  const compared = columns.some(({ before }) => before !== undefined);
  return {
    ...{ kind: 'columns', title, columns },
    subtitle: compared ? `${days} · ${words.chart.grey(words.chart.earlier[kind])}` : days,
    alt: altOf(
      title,
      columns.map(({ label, now, before }) => ({ label, now: now.value, before })),
      reader,
    ),
  };
}

function media({ kind, span, figures: { flow, before } }: ReportContent, reader: Reader): Chart | undefined {
  const { t } = reader;
  const bars = barsOf(flow.media, before.media, t.case.media, kind, reader);
  return barChart(t.report.chart.media, daysText(span, reader), bars, reader);
}

function causes({ kind, span, figures: { flow, before } }: ReportContent, reader: Reader): Chart | undefined {
  const { t } = reader;
  const bars = barsOf(flow.rootCauses, before.rootCauses, t.case.cause, kind, reader);
  return barChart(t.report.chart.causes, daysText(span, reader), bars, reader);
}

function barChart(title: string, subtitle: string, bars: readonly Bar[], reader: Reader): Chart | undefined {
  if (bars.length === 0) return undefined;
  const rows = bars.map(({ label, now, before }) => ({ label, now: now.value, before: before?.value }));
  return { kind: 'bars', title, subtitle, bars, alt: altOf(title, rows, reader) };
}

/** The first bar says which of the two is which. */
function barsOf<K extends string>(
  now: Counts<K>,
  before: Counts<K>,
  names: { readonly [N in K]: string },
  kind: ReportContent['kind'],
  { t, locale }: Reader,
): readonly Bar[] {
  const all = ranked(now);
  const listed = all.slice(0, BARS).map(([key, count]) => ({ label: names[key], count, was: countOf(before, key) }));
  const rest = all.slice(BARS).reduce((sum, [, count]) => sum + count, 0);
  const restThen = all.slice(BARS).reduce((sum, [key]) => sum + countOf(before, key), 0);
  const rows = rest > 0 ? [...listed, { label: t.report.others, count: rest, was: restThen }] : listed;
  return rows.map(({ label, count, was }, at) => {
    const said = (value: number, name: string) =>
      at === 0 ? `${value.toLocaleString(locale)} ${name}` : value.toLocaleString(locale);
    return {
      label: fitting(label),
      now: { value: count, said: said(count, t.report.chart.this[kind]) },
      before: { value: was, said: said(was, t.report.chart.earlier[kind]) },
    };
  });
}

function level({ span, figures: { flow } }: ReportContent, reader: Reader): Chart | undefined {
  const { t } = reader;
  const shares = SEVERITIES.toReversed().flatMap((severity) => {
    const found = flow.levelBySeverity[severity];
    const percent = found && percentKept(found);
    if (!found || percent === undefined) return [];
    const { kept: good, missed: bad } = found;
    return [{ label: t.case.severity[severity], good, bad, said: t.report.chart.inTime(good, good + bad, percent) }];
  });
  if (shares.length === 0) return undefined;
  const title = t.report.chart.level;
  const rows = shares.map(({ label, said }) => `${label}${t.common.colon}${said}`).join(t.report.chart.separator);
  return { kind: 'shares', title, subtitle: daysText(span, reader), shares, alt: t.report.chart.alt(title, rows) };
}

type Row = { readonly label: string; readonly now: number; readonly before: number | undefined };

function altOf(title: string, rows: readonly Row[], { t }: Reader): string {
  const { chart } = t.report;
  const said = rows.map(({ label, now, before }) =>
    before === undefined ? chart.altNow(label, now) : chart.altBoth(label, now, before),
  );
  return chart.alt(title, said.join(chart.separator));
}
