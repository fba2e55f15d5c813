/** 主流程的词句。 */
import type { Words } from '../words.ts';

export const caseWords: Words['case'] = {};
