/** Words of the weekly and monthly report, its pictures, and exports. */
import type { ReportRefusal } from '#src/core/report/refusal.ts';
import type { Reader } from '#src/view/reader.ts';

const number = (count: number): string => count.toLocaleString('en');
const cases = (count: number): string => (count === 1 ? '1 case' : `${number(count)} cases`);
type Kind = 'week' | 'month' | 'days';
const before = { week: 'the week before', month: 'the month before', days: 'in as many days before' };
const more = (now: number, then: number, kind: Kind): string => {
  if (now === then) return `as many as ${before[kind]}`;
  return `${number(Math.abs(now - then))} ${now > then ? 'more' : 'fewer'} than ${before[kind]}`;
};

export const report = {
  usage: {
    report: 'the weekly report, on demand; “on” or “off” says whether it comes to you',
    monthly: 'the same for the month',
    export: 'cases and figures as Excel, CSV and for printing, for any period',
  },
  week: (week: number, days: string) => `Weekly report, week ${week}: ${days}`,
  month: (month: string) => `Monthly report: ${month}`,
  any: (days: string) => `Report: ${days}`,
  days: (first: string, last: string) => `${first} to ${last}`,
  late: 'This comes late, for I was not running. It was due ',
  still: 'Nothing came in and nothing was done in this time.',
  headline: (opened: number, then: number, kind: Kind) => `${cases(opened)} reported, ${more(opened, then, kind)}.`,
  headlineLevel: (percent: number) => `${percent}% answered in time.`,
  headlineClosed: (closed: number) => `${cases(closed)} closed.`,
  space: ' ',
  lessons: 'Lessons from closed cases',
  confidential: 'Confidential cases',
  chart: {
    steps: { day: 'Reports by day', week: 'Reports by week', month: 'Reports by month' },
    media: 'Reports by platform',
    level: 'Answered in time',
    causes: 'Why it happened',
    grey: (then: string) => `grey: ${then}`,
    this: { week: 'this week', month: 'this month', days: 'now' },
    earlier: { week: 'the week before', month: 'the month before', days: 'before' },
    inTime: (kept: number, all: number, percent: number) =>
      all === 1
        ? kept === 1
          ? 'the only one in time'
          : 'the only one not in time'
        : `${number(kept)} of ${number(all)} in time (${percent}%)`,
    /** What a picture says, read aloud. */
    alt: (title: string, rows: string) => `${title}. ${rows}.`,
    altNow: (label: string, now: number) => `${label}: ${number(now)}`,
    altBoth: (label: string, now: number, then: number) => `${label}: ${number(now)}, before ${number(then)}`,
    separator: '; ',
  },
  others: 'All others',
  section: {
    volume: 'Volume',
    media: 'Platform',
    category: 'Category',
    cause: 'Apparent cause',
    severity: 'Severity',
    level: 'Service level',
    effects: 'Effect after publication',
    rootCauses: 'Root cause on closing',
    teams: 'Owning team',
    published: 'Published',
    dismissed: 'Dismissed',
  },
  row: {
    opened: 'Cases reported',
    posts: 'Posts in them',
    closed: 'Closed',
    reopened: 'Reopened',
    approved: 'Replies approved',
    rejected: 'Replies sent back',
    kept: (severity: string) => `${severity}: in time`,
    missed: (severity: string) => `${severity}: not in time`,
    median: 'First answer, median in minutes',
    p90: 'First answer, 90th percentile in minutes',
  },
  sheet: { cases: 'Cases', figures: 'Figures' },
  column: {
    number: 'Number',
    opened: 'Reported',
    media: 'Platform',
    category: 'Category',
    cause: 'Apparent cause',
    severity: 'Severity',
    status: 'Status',
    posts: 'Posts',
    excerpt: 'Beginning of the post',
    owner: 'Handled by',
    due: 'Answer due',
    answered: 'First answer',
    minutes: 'Minutes to the answer',
    inTime: 'In time',
    effect: 'Effect',
    ended: 'Closed or dismissed',
    rootCause: 'Root cause',
    team: 'Owning team',
    confidential: 'Confidential',
    lesson: 'What we learned',
    section: 'Section',
    now: 'This period',
    before: 'Before',
    item: 'Item',
  },
  yes: 'yes',
  no: 'no',
  file: (period: string, confidential: boolean) => `goodword-${period}${confidential ? '-confidential' : ''}`,
  exported: (count: number, days: string) => `${cases(count)}, ${days}, with the figures of that time.`,
  exportedHint: 'Excel opens the first two. Open the third in a browser and print it, or save it as PDF.',
  withoutConfidential:
    'Confidential cases are not in these files. Add the word “confidential” to have them in, marked.',
  withConfidential: (count: number) =>
    `${cases(count)} of these are confidential and marked so. Please keep the files to yourself.`,
  printed: (at: string) => `Made by Goodword on ${at}.`,
  noPictures: 'The pictures could not be drawn this time; the figures are complete.',
  export: 'Excel, CSV, print…',
  see: { week: 'Last week', month: 'Last month' },
  on: { week: 'The weekly report will come to you.', month: 'The monthly report will come to you.' },
  off: {
    week: 'The weekly report will not come to you any more. “desk report week” shows it at any time.',
    month: 'The monthly report will not come to you any more. “desk report month” shows it at any time.',
  },
};

export function reportRefusal(r: ReportRefusal, { t }: Reader): string {
  switch (r.code) {
    case 'report_needs_role':
      return r.need.length > 0
        ? `Reports and exports need a role: ${t.people.or(r.need.map((role) => t.people.roles[role]))}.`
        : 'Reports are made by the desk itself.';
    case 'report_unclear':
      return `I don’t know “${r.value}” here. Try “desk report week”, “desk report month”, “desk report off week” or “desk report on month”.`;
  }
}
