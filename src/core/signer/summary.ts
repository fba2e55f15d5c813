/** What lists, counts and exports know of somebody's signatures without reading their record. */
import type { SignerState, Task } from './state.ts';

export type SignerSummary = { readonly person: string; readonly tasks: readonly Task[] };

export const summarise = ({ person, tasks }: SignerState): SignerSummary | undefined =>
  person === undefined ? undefined : { person, tasks };
