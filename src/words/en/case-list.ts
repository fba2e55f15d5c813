/** Words of the commands and lists about cases, and of their part of the home. */
export const caseList = {
  usage: {
    report: 'report a post about us: a link, a line, or nothing for the form',
    mine: 'what is waiting for you, your cases and your reports',
    open: 'all open cases',
    overdue: 'cases whose answer is overdue',
    case: 'open a case by its number, for example RM-2026-0042',
  },
  mine: 'Waiting for you',
  working: 'Your cases',
  unclaimed: 'Nobody has taken these yet',
  open: 'Open cases',
  overdue: 'Overdue',
  reports: 'Your reports',
  none: {
    mine: 'Nothing is waiting for you.',
    open: 'No case is open.',
    overdue: 'Nothing is overdue.',
  },
  decide: 'is waiting for your decision',
  publish: 'is approved: publish it',
  effect: 'is due for an effect review',
  confirm: 'the plan is waiting for your confirmation',
  more: (count: number) => `and ${count} more`,
  reportOpen: 'being handled',
  reportEnded: 'done',
  whichCase: 'Which case? Give its number, for example “desk case RM-2026-0042”.',
};
