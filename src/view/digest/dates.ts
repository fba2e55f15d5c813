/** Days and lengths of time in a digest, as people say them. */
import type { Instant } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Reader } from '../reader.ts';

const tags: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };

/** `Monday 23 November`, `11月23日星期一`: the day it is for the reader. */
export const dayText = (at: Instant, { locale, timeZone }: Reader): string =>
  new Intl.DateTimeFormat(tags[locale], { timeZone, weekday: 'long', day: 'numeric', month: 'long' }).format(
    new Date(at),
  );

const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes as a length: to the minute below a day, to the hour above it, in days from two on. */
export function lengthText(minutes: number, { t }: Reader): string {
  if (minutes < HOUR) return t.digest.minutes(minutes);
  if (minutes < DAY) return t.digest.hours(Math.floor(minutes / HOUR), minutes % HOUR);
  const hours = Math.round(minutes / HOUR);
  if (hours < 48) return t.digest.hours(hours, 0);
  return t.digest.days(Math.floor(hours / 24), hours % 24);
}
