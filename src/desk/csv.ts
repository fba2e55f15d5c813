/** Rows as a file for a spreadsheet. */
import { stringify } from 'csv-stringify/sync';

/** With the mark by which Excel knows UTF-8; cells that a spreadsheet would compute are made harmless. */
export const csvOf = (rows: readonly (readonly string[])[]): Uint8Array =>
  new TextEncoder().encode(stringify([...rows], { bom: true, escape_formulas: true }));
