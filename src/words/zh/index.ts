/** Chinese, by feature. */
import type { Words } from '../words.ts';
import { bot } from './bot.ts';
import { caseCard } from './case-card.ts';
import { caseForm } from './case-form.ts';
import { caseNotice } from './case-notices.ts';
import { caseRefusal } from './case-refusals.ts';
import { caseWords } from './case.ts';
import { common } from './common.ts';
import { people } from './people.ts';
import { refusal } from './refusals.ts';
import { timelineLine } from './timeline.ts';

export const zh: Words = {
  common,
  bot,
  people,
  refusal,
  case: caseWords,
  caseCard,
  caseForm,
  caseNotice,
  caseRefusal,
  timelineLine,
};
