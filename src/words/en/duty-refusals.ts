/** Why the duty roster cannot be changed so, and what to do instead. */
import type { DutyRefusal } from '#src/core/duty/refusal.ts';
import type { Reader } from '#src/view/reader.ts';
import { weekRange } from '../week.ts';

export function dutyRefusal(r: DutyRefusal, { name, t, locale }: Reader): string {
  const roles = () => ('need' in r ? t.people.or(r.need.map((role) => t.people.roles[role])) : '');
  switch (r.code) {
    case 'duty_needs_role':
      return `This needs a role: ${roles()}. You can swap a week of your own: “desk duty”.`;
    case 'duty_week_over':
      return `The week ${weekRange(r.week, locale)} is over. Please choose this week or a later one.`;
    case 'duty_not_theirs':
      return `${name(r.who)} is not on duty ${weekRange(r.week, locale)} any more. Please look at the roster again: “desk duty”.`;
    case 'duty_already':
      return `${name(r.who)} is on duty ${weekRange(r.week, locale)} already. Please choose another week.`;
    case 'duty_cannot_work':
      return `${name(r.who)} could not take a case: that needs a role (${roles()}). Give them one with “desk team”, or choose somebody else.`;
  }
}
