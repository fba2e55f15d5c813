/** Words of the daily digest, of figures on demand, and of the desk at a glance. */

import type { Turn } from '#src/core/case/turn.ts';
import type { Severity } from '#src/core/case/vocabulary.ts';
import type { SpanName } from '#src/core/figures/period.ts';
import type { Stage } from '#src/core/figures/stage.ts';

const cases = (count: number): string => (count === 1 ? '1 case' : `${count.toLocaleString('en')} cases`);
const number = (count: number): string => count.toLocaleString('en');
const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** What a period is compared with; nothing where a comparison would mislead. */
const than: { readonly [N in SpanName]?: string } = {
  lastDay: 'the day before',
  today: 'yesterday by this time',
  yesterday: 'the day before',
  thisWeek: 'last week by this time',
  lastWeek: 'the week before',
  thisMonth: 'last month by this time',
  lastMonth: 'the month before',
  days: 'as many days before',
};

export const digest = {
  usage: 'what is new, overdue and decided, and how fast; for any days, and at your hour',
  title: (day: string) => `Digest for ${day}`,
  spans: {
    lastDay: 'The last 24 hours',
    today: 'Today so far',
    yesterday: 'Yesterday',
    thisWeek: 'This week so far',
    lastWeek: 'Last week',
    thisMonth: 'This month so far',
    lastMonth: 'Last month',
    days: 'Chosen days',
    since: 'Since the last digest',
  } satisfies { readonly [N in SpanName]: string } as { readonly [N in SpanName]: string },
  /** Before the instants themselves. */
  from: 'From ',
  until: ' to ',
  /** It was due at an instant that follows. */
  late: 'This comes late, because Goodword was not running. It was due ',
  quiet: (open: number) =>
    open === 0
      ? 'A quiet day: nothing new, nothing open.'
      : `A quiet day: nothing new, nothing overdue, nothing waiting for you. ${cases(open)} open, all in time.`,
  still: 'Nothing came in and nothing was done in this time.',
  headline: {
    overdue: (count: number, confidential: number) =>
      confidential > 0
        ? `${cases(count)} ${are(count)} overdue, ${number(confidential)} of them in confidence.`
        : `${cases(count)} ${are(count)} overdue.`,
    critical: (count: number) => `${cases(count)} of critical severity ${are(count)} open.`,
    waiting: (count: number) => `${cases(count)} ${count === 1 ? 'waits' : 'wait'} for you.`,
    fine: 'Nothing is overdue.',
  },
  summary: (overdue: number, waiting: number, opened: number) =>
    `Digest: ${number(overdue)} overdue, ${number(waiting)} waiting for you, ${number(opened)} new.`,
  summaryOf: (period: string, opened: number) => `${period}: ${cases(opened)} reported.`,
  overdue: (count: number) => `Overdue: ${number(count)}`,
  /** In time; what is late stands above. */
  waiting: (count: number) => `In time, waiting for you: ${number(count)}`,
  grave: (count: number) => `New and serious, in time: ${number(count)}`,
  more: (count: number) => `and ${number(count)} more`,
  /** `Complaint on Weibo`. */
  kindOn: (category: string, media: string) => `${category} on ${media}`,
  lateBy: (length: string) => `${length} late`,
  unclaimed: 'unclaimed',
  confidentialMark: 'confidential',
  allOverdue: 'All overdue',
  allMine: 'All that wait',
  /** The button that leads there: what to do, and the case. */
  turn: {
    decide: (of: string) => `Decide ${of}`,
    confirm: (of: string) => `Confirm plan ${of}`,
    publish: (of: string) => `Publish ${of}`,
    effect: (of: string) => `Judge ${of}`,
  } satisfies { readonly [T in Turn]: (of: string) => string } as { readonly [T in Turn]: (of: string) => string },
  happened: 'What happened',
  now: 'How the desk stands',
  label: {
    opened: 'New',
    media: 'Where',
    category: 'What',
    decided: 'Decided',
    published: 'Published',
    ended: 'Ended',
    answered: 'First answers',
    level: 'Service level',
    aims: 'Median wait',
    effects: 'Effects',
    rootCauses: 'Root causes',
    teams: 'Owning teams',
    overdue: 'Overdue',
    open: 'Open',
    stages: 'Next step',
    holders: 'Held by',
    due: 'Due',
  },
  /** A name and how many: `Weibo 6`. */
  count: (name: string, count: number) => `${name} ${number(count)}`,
  others: (count: number) => `the rest ${number(count)}`,
  comma: ', ',
  semicolon: '; ',
  overdueNow: (count: number) => (count === 0 ? 'none' : cases(count)),
  /** Between sentences. */
  space: ' ',
  /** How many are open, and of which severities. */
  openNow: (count: number, severities: readonly string[]) =>
    count === 0 ? 'none' : `${cases(count)}: ${severities.join(', ')}`,
  /** How many, with how many posts, and the gravest of them: `8 cases (2 critical, 1 high)`. */
  opened: (count: number, posts: number, grave: readonly string[]) => {
    if (count === 0) return 'none';
    const more = [...grave, ...(posts > count ? [`${number(posts)} posts`] : [])];
    return more.length > 0 ? `${cases(count)} (${more.join(', ')})` : cases(count);
  },
  /** The gravest of the new ones: `2 critical, 1 high`. */
  severe: (severity: Severity, count: number) => `${number(count)} ${severity}`,
  compared: (name: SpanName, now: number, before: number) => {
    const other = than[name];
    if (other === undefined) return '';
    if (now === before) return `as many as ${other}`;
    return now > before ? `${number(now - before)} more than ${other}` : `${number(before - now)} fewer than ${other}`;
  },
  approved: (count: number) => `${number(count)} approved`,
  rejected: (count: number) => `${number(count)} rejected`,
  closed: (count: number) => `${number(count)} closed`,
  dismissed: (count: number) => `${number(count)} dismissed`,
  reopened: (count: number) => `${number(count)} opened again`,
  waits: (count: number, median: string, p90: string) =>
    count === 1 ? `1, after ${median}` : `${number(count)}: half within ${median}, nine in ten within ${p90}`,
  kept: (kept: number, all: number, percent: number) => `kept in ${number(kept)} of ${number(all)} (${percent}%)`,
  missed: (severities: readonly string[]) => `missed: ${severities.join(', ')}`,
  /** Median wait and the aim of a severity. */
  aim: (severity: string, median: string, aim: string) => `${severity}: ${median} (aim ${aim})`,
  reviewsDue: (count: number) => `${number(count)} effect ${count === 1 ? 'review' : 'reviews'}`,
  plansDue: (count: number) => `${number(count)} ${count === 1 ? 'plan' : 'plans'} to confirm`,
  stages: {
    claim: (count: number) => `${number(count)} to be claimed`,
    work: (count: number) => `${number(count)} in progress`,
    decide: (count: number) => `${number(count)} to be decided`,
    publish: (count: number) => `${number(count)} to be published`,
    effect: (count: number) => `${number(count)} awaiting the effect review`,
    close: (count: number) => `${number(count)} to be closed`,
  } satisfies { readonly [S in Stage]: (count: number) => string } as {
    readonly [S in Stage]: (count: number) => string;
  },
  trend: (now: number, before: number) => {
    const seven = `The last 7 days: ${number(now)} new, `;
    if (now === before) return `${seven}as many as in the 7 before.`;
    return now > before
      ? `${seven}${number(now - before)} more than in the 7 before.`
      : `${seven}${number(before - now)} fewer than in the 7 before.`;
  },
  confidential: 'In confidence',
  confidentialNow: (open: number, overdue: number) =>
    overdue > 0 ? `${number(open)} open, ${number(overdue)} of them overdue` : `${number(open)} open`,
  confidentialFlow: (opened: number, answered: number, ended: number) =>
    `${number(opened)} new, ${number(answered)} answered, ${number(ended)} ended`,
  minutes: (count: number) => (count < 1 ? 'less than a minute' : `${count} min`),
  hours: (hours: number, minutes: number) => (minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`),
  days: (days: number, hours: number) =>
    `${days === 1 ? '1 day' : `${number(days)} days`}${hours > 0 ? ` ${hours} h` : ''}`,
  glance: 'The desk at a glance',
  see: 'See the digest',
  week: 'This week',
  lastWeek: 'Last week',
  month: 'This month',
  settings: 'Digest settings…',
  form: {
    title: 'My daily digest',
    save: 'Save',
    wanted: 'Send me the digest each day',
    hour: 'At what time, by my clock',
    hint: 'Such as 08:30.',
    days: { every: 'It comes every day.', working: 'It comes on working days.' },
  },
  on: (hour: string) => `Your digest comes at ${hour}.`,
  off: 'The daily digest no longer comes to you. “digest” shows it whenever you like, “digest on” brings it back.',
  notNow: 'It begins again when you are back from your absence.',
};
