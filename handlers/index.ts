/** Every feature there is. The order is the order of the home and of the help. */
import type { Handler } from '#src/handler.ts';
import { campaign } from './campaign.ts';
import { cases } from './cases.ts';
import { channelReminders } from './channel-reminders.ts';
import { check } from './check.ts';
import { desk } from './desk.ts';
import { deskSetup } from './desk-setup.ts';
import { deskTeam } from './desk-team.ts';
import { digest } from './digest.ts';
import { duty } from './duty.ts';
import { emergency } from './emergency.ts';
import { goodNews } from './good-news.ts';
import { home } from './home.ts';
import { memory } from './memory.ts';
import { obstacle } from './obstacle.ts';
import { policy } from './policy.ts';
import { policyChange } from './policy-change.ts';
import { quiz } from './quiz.ts';
import { reminders } from './reminders.ts';
import { report } from './report.ts';
import { reports } from './reports.ts';
import { review } from './review.ts';
import { screenshot } from './screenshot.ts';
import { signing } from './signing.ts';
import { training } from './training.ts';
import { warning } from './warning.ts';

export const handlers: readonly Handler[] = [
  emergency,
  home,
  obstacle,
  report,
  screenshot,
  cases,
  digest,
  review,
  reminders,
  duty,
  warning,
  reports,
  training,
  quiz,
  memory,
  policy,
  check,
  signing,
  campaign,
  policyChange,
  channelReminders,
  goodNews,
  desk,
  deskTeam,
  deskSetup,
];
