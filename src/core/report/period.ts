/** The whole weeks and months that reports tell of. */
import { dayIn, mondayOf, plusDays, startOfDay, weekdayOf } from '../day.ts';
import type { Instant } from '../event.ts';
import { type Span, spanOf } from '../figures/period.ts';
import { DAY, plus } from '../time.ts';

export const REPORTS = ['week', 'month'] as const;
export type ReportKind = (typeof REPORTS)[number];

/** The last whole week or month before an instant, and the one before it. */
export const reportSpan = (kind: ReportKind, at: Instant, timeZone: string): Span =>
  spanOf(kind === 'week' ? 'lastWeek' : 'lastMonth', at, timeZone);

/** `2026-W47` or `2026-11`: the name of the period that begins at an instant. */
export function periodName(kind: ReportKind, from: Instant, timeZone: string): string {
  const day = dayIn(from, timeZone);
  if (kind === 'month') return day.slice(0, 7);
  const { year, week } = weekOf(day);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The week of a day by ISO 8601: the first of a year is the one with its first Thursday. */
export function weekOf(day: string): { readonly year: number; readonly week: number } {
  const thursday = plusDays(mondayOf(day), 3);
  const year = Number(thursday.slice(0, 4));
  const first = plusDays(mondayOf(`${year}-01-04`), 3);
  return { year, week: Math.round((Date.parse(thursday) - Date.parse(first)) / (7 * 24 * 3_600_000)) + 1 };
}

/** What a report tells of: a week, a month, or any days that somebody asked for. */
export type ToldKind = ReportKind | 'days';

/** How long one column of a period is, so that there are few enough to be read on a phone. */
export type Unit = 'day' | 'week' | 'month';
export function unitOf({ from, to }: Pick<Span, 'from' | 'to'>): Unit {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (days <= 10) return 'day';
  return days <= 70 ? 'week' : 'month';
}

/** Where its columns begin and end; weeks and months at both ends are cut short. */
export function edgesOf(unit: Unit, { from, to }: Pick<Span, 'from' | 'to'>, timeZone: string): readonly Instant[] {
  const [first, end] = [dayIn(from, timeZone), dayIn(plus(to, -1), timeZone)];
  const days: string[] = [];
  for (let day = first; day <= end; day = plusDays(day, 1)) if (day === first || begins[unit](day)) days.push(day);
  return [...days.map((day) => startOfDay(day, timeZone)), to];
}

const begins: Readonly<Record<Unit, (day: string) => boolean>> = {
  day: () => true,
  week: (day) => weekdayOf(day) === 1,
  month: (day) => day.endsWith('-01'),
};
