/** Tables as a workbook, a sheet each. What a person typed is text in it, never a formula. */
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from '#src/view/table/table.ts';

/** What Excel takes as the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
/** What one cell of Excel holds. */
const LONGEST = 32_000;

export async function workbookOf(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, columns, rows }) => ({
    data: [columns.map((column) => head(column.name)), ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    sheet: sheetName(name),
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

const head = (value: string) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#e8edf2' }) as const;

function cellOf(cell: Cell) {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'object') return { value: new Date(cell.date), type: Date, format: 'yyyy-mm-dd hh:mm' };
  return { value: cell.slice(0, LONGEST), type: String };
}
