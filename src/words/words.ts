/** The shape both languages fill: English is written first, Chinese must have the same keys, or nothing compiles. */
import type { Locale } from '#src/core/rules.ts';
import { en } from './en/index.ts';
import { zh } from './zh/index.ts';

export type Words = typeof en;

const catalogues: { readonly [L in Locale]: Words } = { en, zh };

/** The catalogue of a language. */
export const wordsFor = (locale: Locale): Words => catalogues[locale];
