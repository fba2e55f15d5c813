/** English, by feature. */
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

export const en = {
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
