/** What a check of npm run doctor is, and what it finds. */
import { stat } from 'node:fs/promises';
import type { Bilingual } from '#src/core/rules.ts';
import { isAbsent } from './faults.ts';

/** `bad`: something does not work. `poor`: it works, but less than it could. */
export type Finding = { readonly is: 'good' | 'poor' | 'bad'; readonly say: Bilingual; readonly mend?: Bilingual };
/** Finds out one thing. It may throw, which is bad, too. */
export type Check = { readonly name: string; readonly run: () => Promise<readonly Finding[]> };

export const good = (en: string, zh: string): Finding => ({ is: 'good', say: { en, zh } });

/** What is at a path, or undefined. */
export async function there(dir: string) {
  try {
    return await stat(dir);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
