/** Periods of time as people name them, each with the one it is compared with. */
import { atMinute, dayIn, minuteIn, mondayOf, plusDays, startOfDay } from '../day.ts';
import type { Instant } from '../event.ts';
import { DAY, plus } from '../time.ts';

/** From an instant up to another, which is not part of it. */
export type Period = { readonly from: Instant; readonly to: Instant };

export const SPANS = ['lastDay', 'today', 'yesterday', 'thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const;
/** `lastDay` is the 24 hours up to now, `since` any other time up to now. Weeks begin on Monday. */
export type SpanName = (typeof SPANS)[number] | 'days' | 'since';

/** A named period, and the one before it. One that goes on is compared with as much of the one before. */
export type Span = Period & { readonly name: SpanName; readonly before: Period };

/** The named period at an instant, as the days are in a zone. */
export function spanOf(name: (typeof SPANS)[number], at: Instant, timeZone: string): Span {
  const today = dayIn(at, timeZone);
  const start = (day: string) => startOfDay(day, timeZone);
  const whole = (first: string, end: string, earlier: string): Span => ({
    name,
    ...{ from: start(first), to: start(end), before: { from: start(earlier), to: start(first) } },
  });
  /** Up to now, against the same days and hours of the period that began on `earlier`. */
  const running = (first: string, earlier: string, then: string): Span => ({
    ...{ name, from: start(first), to: at },
    before: { from: start(earlier), to: atMinute(then, minuteIn(at, timeZone), timeZone) },
  });
  const monday = mondayOf(today);
  const first = firstOf(today);
  const earlier = firstOf(plusDays(first, -1));
  switch (name) {
    case 'lastDay':
      return { name, from: plus(at, -DAY), to: at, before: { from: plus(at, -2 * DAY), to: plus(at, -DAY) } };
    case 'today':
      return running(today, plusDays(today, -1), plusDays(today, -1));
    case 'yesterday':
      return whole(plusDays(today, -1), today, plusDays(today, -2));
    case 'thisWeek':
      return running(monday, plusDays(monday, -7), plusDays(today, -7));
    case 'lastWeek':
      return whole(plusDays(monday, -7), monday, plusDays(monday, -14));
    case 'thisMonth':
      return running(first, earlier, sameDay(today, earlier));
    case 'lastMonth':
      return whole(earlier, first, firstOf(plusDays(earlier, -1)));
  }
}

/** From the first to the last day, both of them whole, against as many days before. */
export function daysOf(first: string, last: string, timeZone: string): Span {
  const count = Math.round((Date.parse(last) - Date.parse(first)) / DAY) + 1;
  const [from, to] = [startOfDay(first, timeZone), startOfDay(plusDays(last, 1), timeZone)];
  return { name: 'days', from, to, before: { from: startOfDay(plusDays(first, -count), timeZone), to: from } };
}

/** From an instant up to now, against the same length before. */
export function sinceOf(from: Instant, at: Instant): Span {
  const length = Date.parse(at) - Date.parse(from);
  return { name: 'since', from, to: at, before: { from: plus(from, -length), to: from } };
}

const firstOf = (day: string): string => `${day.slice(0, 8)}01`;

/** The day of the month that begins on `first` with the number of `day`; its last where it has none. */
function sameDay(day: string, first: string): string {
  const found = plusDays(first, Number(day.slice(8)) - 1);
  return firstOf(found) === first ? found : plusDays(firstOf(found), -1);
}
