/** The neutral table: rows of plain values under named columns, in its reader's language, for whoever makes a file of it. */

/** A date is an ISO instant with the wall clock of its reader in place of UTC: spreadsheets know no zones. */
export type Cell = string | number | { readonly date: string } | undefined;

export type ColumnName = { readonly name: string /** In characters. */; readonly width: number };

export type Table = {
  readonly name: string;
  readonly columns: readonly ColumnName[];
  readonly rows: readonly (readonly Cell[])[];
};
