/** The rules of a case: which command, in which hands, makes what happen. */
import type { Deal, Decider } from '../decider.ts';
import { Refused } from '../refused.ts';
import { isBlank } from '../visible-text.ts';
import type { CaseCommand } from './command.ts';
import { close, dismiss, markEffect, publish, reopen, settle } from './decide-ending.ts';
import { addMention, addScreenshots, confide, correct, report } from './decide-intake.ts';
import { absorb, handed, merge } from './decide-merge.ts';
import { approve, draft, overrule, reject, submit, withdraw } from './decide-reply.ts';
import { fallDue } from './due.ts';
import type { CaseEvent } from './event.ts';
import { evolve } from './evolve.ts';
import { mayKnow, requireStep } from './may.ts';
import { remind } from './remind.ts';
import { fetched } from './screenshots.ts';
import { snooze } from './snooze.ts';
import type { CaseState } from './state.ts';
import { claim, confirmPlan, handOver, plan, recordFact, release, revokeFact } from './work.ts';

/** Commands that people give from outside the case's circle: they need not know of it. */
const OPEN_TO_ALL: ReadonlySet<CaseCommand['type']> = new Set([
  ...([
    'report',
    'addMention',
    'addScreenshots',
    'absorb',
    'handed',
    'keepScreenshot',
    'loseScreenshot',
    'fallDue',
    'remind',
  ] as const),
]);

function decide(state: CaseState, command: CaseCommand, deal: Deal): readonly CaseEvent[] {
  if (!OPEN_TO_ALL.has(command.type)) requireKnown(state, deal);
  switch (command.type) {
    case 'report':
      return report(state, command, deal);
    case 'addMention':
      return addMention(state, command, deal);
    case 'addScreenshots':
      return addScreenshots(state, command, deal);
    case 'correct':
      return correct(state, command, deal);
    case 'confide':
      return confide(state, command, deal);
    case 'claim':
      return claim(state, deal);
    case 'release':
      return release(state, deal);
    case 'handOver':
      return handOver(state, command, deal);
    case 'plan':
      return plan(state, command, deal);
    case 'confirmPlan':
      return confirmPlan(state, deal);
    case 'recordFact':
      return recordFact(state, command, deal);
    case 'revokeFact':
      return revokeFact(state, command, deal);
    case 'draft':
      return draft(state, command, deal);
    case 'overrule':
      return overrule(state, command, deal);
    case 'submit':
      return submit(state, command, deal);
    case 'withdraw':
      return withdraw(state, deal);
    case 'approve':
      return approve(state, command, deal);
    case 'reject':
      return reject(state, command, deal);
    case 'publish':
      return publish(state, command, deal);
    case 'settle':
      return settle(state, command, deal);
    case 'effect':
      return markEffect(state, command, deal);
    case 'close':
      return close(state, command, deal);
    case 'dismiss':
      return dismiss(state, command, deal);
    case 'reopen':
      return reopen(state, command, deal);
    case 'merge':
      return merge(state, command, deal);
    case 'absorb':
      return absorb(state, command, deal);
    case 'handed':
      return handed(state, command);
    case 'keepScreenshot':
    case 'loseScreenshot':
      return fetched(state, command, deal);
    case 'note':
      return note(state, command, deal);
    case 'fallDue':
      return fallDue(state, command, deal);
    case 'remind':
      return remind(state, command, deal);
    case 'snooze':
      return snooze(state, command, deal);
  }
}

function requireKnown(state: CaseState, { by, roles, rules }: Deal): void {
  if (state.status === 'none') throw new Refused({ code: 'case_unknown', what: '' });
  if (!mayKnow(state, by, roles, rules)) throw new Refused({ code: 'case_unknown', what: '' });
}

function note(state: CaseState, { text }: Extract<CaseCommand, { type: 'note' }>, deal: Deal): readonly CaseEvent[] {
  if (state.status === 'none') return [];
  requireStep(state, 'claim', deal);
  return isBlank(text) ? [] : [{ type: 'noted', private: { text } }];
}

export const caseDecider: Decider<CaseState, CaseCommand, CaseEvent> = {
  kind: 'case',
  version: 1,
  initial: { status: 'none' },
  decide,
  evolve,
};
