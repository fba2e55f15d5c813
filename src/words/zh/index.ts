/** Chinese, by feature. */
import type { Words } from '../words.ts';
import { bot } from './bot.ts';
import { caseWords } from './case.ts';
import { caseCard } from './case-card.ts';
import { caseForm } from './case-form.ts';
import { caseList } from './case-list.ts';
import { caseNotice } from './case-notices.ts';
import { caseRefusal } from './case-refusals.ts';
import { channelReminder, reminderRefusal } from './channel-reminder.ts';
import { check } from './check.ts';
import { common } from './common.ts';
import { desk } from './desk.ts';
import { digest } from './digest.ts';
import { digestRefusal } from './digest-refusals.ts';
import { duty } from './duty.ts';
import { dutyRefusal } from './duty-refusals.ts';
import { emergency } from './emergency.ts';
import { goodNews, goodNewsRefusal } from './good-news.ts';
import { guide } from './guide.ts';
import { memory } from './memory.ts';
import { obstacle, obstacleRefusal } from './obstacle.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { quiz } from './quiz.ts';
import { refusal } from './refusals.ts';
import { reminder } from './reminder.ts';
import { report, reportRefusal } from './report.ts';
import { screenshot } from './screenshots.ts';
import { signing } from './signing.ts';
import { signingRefusal } from './signing-refusals.ts';
import { team } from './team.ts';
import { timelineLine } from './timeline.ts';
import { training } from './training.ts';
import { warningRefusal, warningWords } from './warning.ts';

export const zh: Words = {
  common,
  bot,
  people,
  guide,
  desk,
  digest,
  digestRefusal,
  team,
  reminder,
  duty,
  dutyRefusal,
  refusal,
  screenshot,
  quiz,
  memory,
  training,
  channelReminder,
  goodNews,
  goodNewsRefusal,
  reminderRefusal,
  emergency,
  signing,
  signingRefusal,
  case: caseWords,
  caseCard,
  caseForm,
  caseList,
  caseNotice,
  caseRefusal,
  policy,
  check,
  timelineLine,
  report,
  reportRefusal,
  warning: warningWords,
  warningRefusal,
  obstacle,
  obstacleRefusal,
};
