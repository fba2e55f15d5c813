/** English, by feature. */
import { bot } from './bot.ts';
import { caseWords } from './case.ts';
import { caseCard } from './case-card.ts';
import { caseForm } from './case-form.ts';
import { caseList } from './case-list.ts';
import { caseNotice } from './case-notices.ts';
import { caseRefusal } from './case-refusals.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { guide } from './guide.ts';
import { people } from './people.ts';
import { refusal } from './refusals.ts';
import { team } from './team.ts';
import { timelineLine } from './timeline.ts';
import { signingRefusal } from './signing-refusals.ts';

export const en = {
  common,
  bot,
  people,
  guide,
  desk,
  team,
  refusal,
  case: caseWords,
  caseCard,
  caseForm,
  caseList,
  signingRefusal,
  caseNotice,
  caseRefusal,
  timelineLine,
};
