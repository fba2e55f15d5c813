/** Days and months of a report, as people say them. */
import { dayIn, plusDays } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import type { Period } from '#src/core/figures/period.ts';
import { type ReportKind, weekOf } from '#src/core/report/period.ts';
import type { Locale } from '#src/core/rules.ts';
import { plus } from '#src/core/time.ts';
import type { Reader } from '../reader.ts';

const tags: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };

type ZonedReader = Pick<Reader, 'locale' | 'timeZone' | 't'>;

const format = (at: Instant, { locale, timeZone }: ZonedReader, how: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone, ...how }).format(new Date(at));

/** The last day of a period, which ends where the next begins. */
const last = (to: Instant): Instant => plus(to, -1);

/** `16 November to 22 November`. */
export const daysText = ({ from, to }: Period, reader: ZonedReader): string => {
  const day = { day: 'numeric', month: 'long' } as const;
  const [first, end] = [format(from, reader, day), format(last(to), reader, day)];
  return first === end ? first : reader.t.report.days(first, end);
};

/** `Weekly report, week 47: 16 November to 22 November`. */
export function titleOf(kind: ReportKind, span: Period, reader: ZonedReader): string {
  const words = reader.t.report;
  return kind === 'week'
    ? words.week(weekOf(dayIn(span.from, reader.timeZone)).week, daysText(span, reader))
    : words.month(format(span.from, reader, { month: 'long', year: 'numeric' }));
}

/** A day of a week as `Mon`, a week of a month as `6–12`. */
export function stepText(kind: ReportKind, from: Instant, to: Instant, reader: ZonedReader): string {
  if (kind === 'week') return format(from, reader, { weekday: 'short' });
  const [first, end] = [dayIn(from, reader.timeZone), plusDays(dayIn(to, reader.timeZone), -1)].map((day) =>
    Number(day.slice(8)),
  );
  return first === end ? `${first}` : `${first}–${end}`;
}
