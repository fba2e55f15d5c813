/** Options of a select out of a catalogue of labels. */
import type { Option } from './form.ts';

export const optionsOf = <T extends string>(
  values: readonly T[],
  labels: { readonly [V in T]: string },
): readonly Option[] => values.map((value) => ({ value, label: labels[value] }));

/** The value as one of a fixed vocabulary, or undefined: what a form sends back is text until it was looked up. */
export const oneOf = <T extends string>(values: readonly T[], value: string | undefined): T | undefined =>
  values.find((known) => known === value);
