/** The files of a period: cases and figures as a workbook, cases as text, and the report for paper. */
import { setImmediate as pause } from 'node:timers/promises';
import type { CaseSummary } from '#src/core/case/summary.ts';
import type { Instant } from '#src/core/event.ts';
import type { ReportContent } from '#src/core/report/content.ts';
import type { FileBlock } from '#src/view/card.ts';
import type { Draw } from '#src/view/chart/draw.ts';
import type { Reader } from '#src/view/reader.ts';
import { headline } from '#src/view/report/card.ts';
import { casesTable } from '#src/view/report/cases-table.ts';
import { reportCharts } from '#src/view/report/charts.ts';
import { daysName, titleOf } from '#src/view/report/dates.ts';
import { figuresTable, lessonsTable, sections } from '#src/view/report/figures-table.ts';
import { printed } from '#src/view/report/print.ts';
import type { Table } from '#src/view/table/table.ts';
import type { Write } from '#src/view/table/write.ts';

export type Exported = {
  readonly content: ReportContent;
  readonly cases: readonly CaseSummary[];
  /** Confidential cases are among them, and marked. */
  readonly marked: boolean;
  /** What was learned, in the words of whoever closed the case. */
  readonly lessons: readonly { readonly number: string; readonly text: string }[];
};

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Makes the three files, each in the reader's language. */
export async function filesOf(
  exported: Exported,
  {
    press,
    keep,
    reader,
    at,
  }: { press: Write & { draw: Draw }; keep: (bytes: Uint8Array) => Promise<string>; reader: Reader; at: Instant },
): Promise<readonly FileBlock[]> {
  const { content, cases, marked } = exported;
  const { flow, before } = content.figures;
  const table = await tableOf(cases, marked, reader);
  const figures = figuresTable(flow, before, reader);
  const name = reader.t.report.file(daysName(content.span, content.zone), marked);
  const [workbook, text, paper] = await Promise.all([
    press.workbook([table, figures]),
    press.text(table),
    paperOf(exported, { press, reader, at }),
  ]);
  const files = [
    { name: `${name}.xlsx`, media: WORKBOOK, bytes: workbook },
    { name: `${name}.csv`, media: 'text/csv', bytes: text },
    { name: `${name}.html`, media: 'text/html', bytes: paper },
  ];
  return Promise.all(
    files.map(async ({ bytes, ...file }): Promise<FileBlock> => {
      return { type: 'file', ...file, digest: await keep(bytes), size: bytes.length };
    }),
  );
}

/** Rows made in one go: some milliseconds. */
const CHUNK = 200;

/** With pauses, so that nobody who clicks meanwhile waits for thousands of rows. */
async function tableOf(cases: readonly CaseSummary[], marked: boolean, reader: Reader): Promise<Table> {
  const rows: Table['rows'][number][] = [];
  for (let at = 0; at < cases.length; at += CHUNK) {
    rows.push(...casesTable(cases.slice(at, at + CHUNK), marked, reader).rows);
    await pause();
  }
  return { ...casesTable([], marked, reader), rows };
}

async function paperOf(
  { content, lessons }: Exported,
  { press, reader, at }: { press: { draw: Draw }; reader: Reader; at: Instant },
): Promise<Uint8Array> {
  const { flow, before } = content.figures;
  const { report: words } = reader.t;
  const charts = reportCharts(content, reader);
  const pngs = await press.draw(charts).catch(() => []);
  return printed({
    locale: reader.locale,
    title: titleOf(content.kind, content.span, { ...reader, timeZone: content.zone }),
    headline: headline(content, reader),
    pictures: pngs.map((png, index) => ({ ...png, alt: charts[index]?.alt ?? '' })),
    tables: [...sections(figuresTable(flow, before, reader)), ...lessonsTable(lessons, reader)],
    notes: pngs.length < charts.length ? [words.noPictures] : [],
    foot: words.printed(reader.when(at)),
  });
}
