/** Chinese, by feature. */
import type { Words } from '../words.ts';
import { caseWords } from './case.ts';
import { common } from './common.ts';

export const zh: Words = { common, case: caseWords };
