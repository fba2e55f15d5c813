/** When somebody is reminded of a case: a pure function of the record and the company's rules (K7). */
import type { Deal } from '../decider.ts';
import type { Instant } from '../event.ts';
import type { Rules } from '../rules.ts';
import { HOUR, later, MINUTE, plus } from '../time.ts';
import type { CaseCommand } from './command.ts';
import type { CaseEvent } from './event.ts';
import { lateness } from './reminded.ts';
import { type CaseFacts, type CaseState, isOpen, type OpenCase, severityOf } from './state.ts';

type Reminder = {
  readonly key: string;
  readonly at: Instant;
  readonly what: Extract<CaseEvent, { type: 'reminded' }>['what'];
  readonly percent?: number;
};
type Ringing = Pick<Reminder, 'key' | 'at'> & { readonly command: Extract<CaseCommand, { type: 'remind' }> };

/** What is still to be called out. The due time itself is a deadline of its own (due.ts). */
export const ringing = (state: CaseState, rules: Rules): readonly Ringing[] =>
  reminders(state, rules).map(({ key, at }) => ({ key, at, command: { type: 'remind', key } }));

/** Records a reminder that came, once, and only if it still stands. */
export function remind(
  state: CaseState,
  { key }: Extract<CaseCommand, { type: 'remind' }>,
  { at, rules }: Pick<Deal, 'at' | 'rules'>,
): readonly CaseEvent[] {
  if (state.status === 'none') return [];
  return reminders(state, rules)
    .filter((reminder) => reminder.key === key)
    .map(({ what, percent, at: owed }) => ({
      ...{ type: 'reminded', what, key },
      ...(percent !== undefined && { percent }),
      ...lateness(owed, state, at),
    }));
}

function reminders(state: CaseState, rules: Rules): readonly Reminder[] {
  if (!isOpen(state)) return [];
  const all = [
    ...answerReminders(state, rules),
    ...present(unclaimed(state, rules)),
    ...present(undecided(state, rules)),
  ];
  return all.filter(({ key }) => !state.reminded.some((done) => done.key === key));
}

const present = (reminder: Reminder | undefined): readonly Reminder[] => (reminder ? [reminder] : []);

/** Steps of the time that lay behind already when the due time was set were never owed. */
function answerReminders(state: OpenCase, { reminders: { escalation } }: Rules): readonly Reminder[] {
  if (state.answered) return [];
  return escalation[severityOf(state)]
    .filter(({ at }) => at !== 100)
    .map(({ at: percent }) => answerReminder(state, percent))
    .filter(({ at }) => at > state.timed);
}

function answerReminder({ dueFrom, due }: CaseFacts, percent: number): Reminder {
  const whole = Date.parse(due) - Date.parse(dueFrom);
  return {
    what: 'answer',
    key: `answer/${percent}%/${due}`,
    percent,
    at: plus(dueFrom, Math.round((whole * percent) / 100)),
  };
}

/** A grave case that nobody has taken. */
export function unclaimed(state: CaseState, { reminders: { unclaimedMinutes } }: Rules): Reminder | undefined {
  if (state.status !== 'new' || state.answered) return undefined;
  const minutes = unclaimedMinutes[severityOf(state)];
  if (minutes === undefined) return undefined;
  const at = plus(later(state.since, state.timed), minutes * MINUTE);
  return { what: 'unclaimed', key: `unclaimed/${at}`, at };
}

/** A reply that nobody has decided on. */
export function undecided(state: CaseState, { reminders: { decisionHours } }: Rules): Reminder | undefined {
  if (state.status !== 'review') return undefined;
  const at = plus(state.submission.at, decisionHours[severityOf(state)] * HOUR);
  return { what: 'decision', key: `decision/${at}`, at };
}
