/** The two shapes of mistake among settings that only work together. */
import type { Bilingual } from '#src/core/rules.ts';
import { ENVIRONMENT, type Mistake, mistake } from '../mistake.ts';
import { listed } from '../show.ts';

/** The variables of ours that are set, by name. */
export type Given = Readonly<Partial<Record<string, string>>>;

/** `key` is set, and works only together with one of `lacks`. */
export function lacking(given: Given, key: string, lacks: readonly string[], remedy: Bilingual): Mistake {
  const problem = {
    en: `This is set, but ${lacks.join(' or ')} is not.`,
    zh: `已设置此项，但未设置 ${lacks.join(' 或 ')}。`,
  };
  return mistake({ file: ENVIRONMENT, key, value: given[key], problem, remedy });
}

/** `key` contradicts something else. */
export const clash = (given: Given, key: string, problem: Bilingual, remedy: Bilingual): Mistake =>
  mistake({ file: ENVIRONMENT, key, value: given[key], problem, remedy });

export const orUnset = (add: string, unset: readonly string[]): Bilingual => ({
  en: `Set ${add}, or unset ${listed(unset).en}.`,
  zh: `请设置 ${add}，或取消 ${listed(unset).zh}。`,
});
