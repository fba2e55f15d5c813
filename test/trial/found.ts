/** What a trial tried and found, for the table at the end of `npm run trial`. */
import { appendFileSync } from 'node:fs';

export type Found = { readonly trial: string; readonly tried: string; readonly found: string };

/** Notes a line of the table; printed at once when a trial is run by itself. */
export function found(trial: string, tried: string, what: string): void {
  const line: Found = { trial, tried, found: what };
  const table = process.env['TRIAL_TABLE'];
  if (table === undefined) console.log(line);
  else appendFileSync(table, `${JSON.stringify(line)}\n`);
}
