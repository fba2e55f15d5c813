/** English, by feature. */
import { caseWords } from './case.ts';
import { common } from './common.ts';

export const en = { common, case: caseWords };
