/** A table as text that spreadsheets read (CSV). */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from '#src/view/table/table.ts';

/** With the mark by which Excel knows UTF-8; cells that a spreadsheet would compute are made harmless. */
export const textOf = ({ columns, rows }: Table): Uint8Array =>
  new TextEncoder().encode(
    stringify([columns.map(({ name }) => name), ...rows.map((row) => row.map(said))], {
      ...{ bom: true, escape_formulas: true, record_delimiter: '\r\n' },
    }),
  );

function said(cell: Cell): string {
  if (cell === undefined) return '';
  return typeof cell === 'object' ? cell.date.slice(0, 16).replace('T', ' ') : String(cell);
}
