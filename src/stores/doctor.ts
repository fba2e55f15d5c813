/** What can be wrong with a data directory, found out before anybody meets it. Changes nothing; a desk may be running. */
import type { Check } from './doctor-check.ts';
import { directory, space } from './doctor-disk.ts';
import { damaged, holder, missing, records } from './doctor-records.ts';

/** The checks of a data directory, the most telling first. */
export function storageChecks(dir: string): readonly Check[] {
  return [
    { name: 'directory', run: () => directory(dir) },
    { name: 'space', run: () => space(dir) },
    { name: 'holder', run: () => holder(dir) },
    { name: 'damaged', run: () => damaged(dir) },
    { name: 'missing', run: () => missing(dir) },
    { name: 'records', run: () => records(dir) },
  ];
}
