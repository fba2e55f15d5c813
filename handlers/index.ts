/** Every feature there is. The order is the order of the home and of the help. */
import type { Handler } from '#src/handler.ts';
import { desk } from './desk.ts';
import { deskSetup } from './desk-setup.ts';
import { deskTeam } from './desk-team.ts';
import { home } from './home.ts';
import { report } from './report.ts';

export const handlers: readonly Handler[] = [home, report, desk, deskTeam, deskSetup];
