/** What whoever makes files of tables promises: they open in Excel with every letter intact, and nothing in them computes. */
import type { Table } from './table.ts';

/** A workbook (XLSX) has all tables, a sheet each; text (CSV) has one. */
export type Write = {
  readonly workbook: (tables: readonly Table[]) => Promise<Uint8Array>;
  readonly text: (table: Table) => Promise<Uint8Array>;
};
