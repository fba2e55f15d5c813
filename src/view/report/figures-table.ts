/** The figures of a report as one table: section, item, this period, the one before. */
import { CATEGORIES, CAUSES, DISMISSALS, EFFECTS, MEDIA, REPLY_KINDS, SEVERITIES } from '#src/core/case/vocabulary.ts';
import { type Counts, countOf, ranked } from '#src/core/figures/counter.ts';
import type { Flow } from '#src/core/figures/flow.ts';
import type { Reader } from '../reader.ts';
import type { Cell, Table } from '../table/table.ts';

type Row = readonly [section: string, item: string, now: Cell, before: Cell];

export function figuresTable(flow: Flow, before: Flow, reader: Reader): Table {
  const { column, sheet } = reader.t.report;
  const columns = [
    { name: column.section, width: 24 },
    { name: column.item, width: 36 },
    { name: column.now, width: 14 },
    { name: column.before, width: 14 },
  ];
  return { name: sheet.figures, columns, rows: rowsOf(flow, before, reader) };
}

function rowsOf(flow: Flow, before: Flow, { t }: Reader): readonly Row[] {
  const { section, row } = t.report;
  const kinds = <K extends string>(
    name: string,
    of: (one: Flow) => Counts<K>,
    all: readonly K[],
    names: { readonly [N in K]: string },
  ) =>
    all.flatMap((kind): readonly Row[] => {
      const [now, then] = [countOf(of(flow), kind), countOf(of(before), kind)];
      return now + then > 0 ? [[name, names[kind], now, then]] : [];
    });
  const volume = (['opened', 'posts', 'approved', 'rejected', 'closed', 'reopened'] as const).map(
    (name): Row => [section.volume, row[name], flow[name], before[name]],
  );
  const level = SEVERITIES.toReversed().flatMap((severity): readonly Row[] => {
    const [now, then] = [flow, before].map((one) => one.levelBySeverity[severity] ?? { kept: 0, missed: 0 });
    if (!now || !then || now.kept + now.missed + then.kept + then.missed === 0) return [];
    const name = t.case.severity[severity];
    return [
      [section.level, row.kept(name), now.kept, then.kept],
      [section.level, row.missed(name), now.missed, then.missed],
    ];
  });
  const waits = (['median', 'p90'] as const)
    .map((name): Row => [section.level, row[name], flow.waits[name], before.waits[name]])
    .filter(([, , now, then]) => now !== undefined || then !== undefined);
  const teams = ranked(flow.teams).map(([team, now]): Row => [section.teams, team, now, countOf(before.teams, team)]);
  return [
    ...volume,
    ...waits,
    ...level,
    ...kinds(section.media, ({ media }) => media, MEDIA, t.case.media),
    ...kinds(section.category, ({ category }) => category, CATEGORIES, t.case.category),
    ...kinds(section.cause, ({ cause }) => cause, CAUSES, t.case.cause),
    ...kinds(section.severity, ({ severity }) => severity, SEVERITIES.toReversed(), t.case.severity),
    ...kinds(section.published, ({ published }) => published, REPLY_KINDS, t.case.kind),
    ...kinds(section.dismissed, ({ dismissed }) => dismissed, DISMISSALS, t.case.dismissal),
    ...kinds(section.effects, ({ effects }) => effects, EFFECTS, t.case.effect),
    ...kinds(section.rootCauses, ({ rootCauses }) => rootCauses, CAUSES, t.case.cause),
    ...teams,
  ];
}

/** The same as a table for each section, for paper. */
export function sections({ columns, rows }: Table): readonly Table[] {
  const names = [...new Set(rows.map(([name]) => String(name)))];
  return names.map((name) => ({
    name,
    columns: columns.slice(1),
    rows: rows.filter(([of]) => of === name).map((row) => row.slice(1)),
  }));
}

/** What was learned, as one more table; none where nothing was. */
export function lessonsTable(
  lessons: readonly { readonly number: string; readonly text: string }[],
  { t }: Reader,
): readonly Table[] {
  const { column } = t.report;
  const columns = [
    { name: column.number, width: 16 },
    { name: column.lesson, width: 60 },
  ];
  return lessons.length === 0
    ? []
    : [{ name: t.report.lessons, columns, rows: lessons.map((one) => [one.number, one.text]) }];
}
