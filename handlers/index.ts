/** Every feature there is. The order is the order of the home and of the help. */
import type { Handler } from '#src/handler.ts';
import { cases } from './cases.ts';
import { check } from './check.ts';
import { desk } from './desk.ts';
import { deskSetup } from './desk-setup.ts';
import { deskTeam } from './desk-team.ts';
import { home } from './home.ts';
import { policy } from './policy.ts';
import { quiz } from './quiz.ts';
import { report } from './report.ts';
import { review } from './review.ts';
import { warning } from './warning.ts';

export const handlers: readonly Handler[] = [home, report, cases, review, warning, quiz, policy, check, desk, deskTeam, deskSetup];
