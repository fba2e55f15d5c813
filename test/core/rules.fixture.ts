/** The rules of an imagined company, complete and realistic, for every test that needs some. */

import type { Role } from '#src/core/role.ts';
import type { Rules } from '#src/core/rules.ts';
import { checkRules } from './check.fixture.ts';
import { trainingRules } from './training.fixture.ts';
import { triageRules } from './triage.fixture.ts';
import { warningRules } from './warning/warning.fixture.ts';

const desk: readonly Role[] = ['responder', 'approver', 'leader'];
const deciders: readonly Role[] = ['approver', 'leader'];
const leaders: readonly Role[] = ['leader'];

const steps: Rules['steps'] = {
  ...{ claim: desk, correct: desk, plan: desk, verify: desk, draft: desk, publish: desk, effect: desk },
  ...{ close: desk, dismiss: desk, reopen: desk, merge: desk },
  approve: deciders,
  ...{ confirmPlan: leaders, settle: leaders, overrule: leaders },
};

export const rules: Rules = {
  serviceLevel: { low: 24, medium: 12, high: 4, critical: 1 },
  reminders: {
    escalation: {
      low: [
        { at: 80, to: ['owner'] },
        { at: 100, to: ['approver'] },
        { at: 200, to: ['leader'] },
      ],
      medium: [
        { at: 80, to: ['owner'] },
        { at: 100, to: ['approver'] },
        { at: 150, to: ['leader'] },
      ],
      high: [
        { at: 50, to: ['owner'] },
        { at: 80, to: ['approver'] },
        { at: 100, to: ['leader'] },
      ],
      critical: [
        { at: 50, to: ['owner', 'approver'] },
        { at: 80, to: ['leader'] },
        { at: 100, to: ['leader'] },
      ],
    },
    unclaimedMinutes: { high: 10, critical: 10 },
    decisionHours: { low: 8, medium: 4, high: 1, critical: 0.25 },
    snoozeHours: { low: 24, medium: 8, high: 2, critical: 0.5 },
  },
  approvals: {
    low: { count: 1, leader: false },
    medium: { count: 1, leader: false },
    high: { count: 1, leader: true },
    critical: { count: 2, leader: true },
  },
  verifierMayApprove: ['low', 'medium'],
  planNeeded: ['high', 'critical'],
  effectReviewDays: { medium: 3, high: 3, critical: 3 },
  screenshotsPerCase: 30,
  steps,
  confidentialRoles: ['hr', 'leader'],
  timeZone: 'Asia/Shanghai',
  hours: { from: 9 * 60, to: 18 * 60 },
  calendars: [],
  channelLocale: 'zh',
  policyOwners: { 'human-resources': ['hr'], 'public-relations': ['leader'] },
  signing: {
    open: ['hr', 'manager', 'admin'],
    days: 10,
    firstReminder: 3,
    everyReminder: 3,
    mostReminders: 4,
    urgeHours: 20,
  },
  digest: { minute: 8 * 60 + 30, roles: ['manager', 'leader'], days: 'every' },
  training: trainingRules,
  channelReminders: { channel: 'staff', days: ['tuesday', 'thursday'], at: 600 },
  triage: triageRules,
  check: checkRules,
  warning: warningRules,
  report: { roles: ['leader', 'manager'], week: { on: 1, minute: 9 * 60 }, month: { on: 1, minute: 9 * 60 } },
  routing: [],
};

/** Every hour of every day is worked, for stories that are told at any time. */
export const alwaysOpen: Pick<Rules, 'hours' | 'calendars'> = {
  hours: { from: 0, to: 24 * 60 },
  calendars: [
    {
      ...{ id: 'every-day', name: { en: 'Every day', zh: '每天' }, zones: [rules.timeZone] },
      ...{ weekend: [], holidays: {}, makeUp: {}, years: [] },
    },
  ],
};
