/** Days and months of a report, as people say them. */
import { dayIn, plusDays } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import type { Period } from '#src/core/figures/period.ts';
import { type ToldKind, type Unit, weekOf } from '#src/core/report/period.ts';
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
export function titleOf(kind: ToldKind, span: Period, reader: ZonedReader): string {
  const words = reader.t.report;
  switch (kind) {
    case 'week':
      return words.week(weekOf(dayIn(span.from, reader.timeZone)).week, daysText(span, reader));
    case 'month':
      return words.month(format(span.from, reader, { month: 'long', year: 'numeric' }));
    case 'days':
      return words.any(daysText(span, reader));
  }
}

/** A day as `Mon`, a week as `6–12`, a month as `Nov`. */
export function stepText(unit: Unit, from: Instant, to: Instant, reader: ZonedReader): string {
  if (unit === 'day') return format(from, reader, { weekday: 'short' });
  if (unit === 'month') return format(from, reader, { month: 'short' });
  const [first, end] = [dayIn(from, reader.timeZone), plusDays(dayIn(to, reader.timeZone), -1)].map((day) =>
    Number(day.slice(8)),
  );
  return first === end ? `${first}` : `${first}–${end}`;
}

/** For the name of a file: `2026-11-16_2026-11-22`. */
export const daysName = ({ from, to }: Period, zone: string): string => `${dayIn(from, zone)}_${dayIn(last(to), zone)}`;
