/** Instants as people write them: in their language and zone, and no more of a date than they need. */
import { dayIn, plusDays } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import { zoneOr } from '#src/core/zone.ts';

type Show = 'date' | 'time' | 'both';

/**
 * When a text is written, and whether it stays as it is. Only what is written anew for whoever reads it on another day may
 * say “today”: what stays would say so for ever. Both leave out the year in which they are written.
 */
export type Writing = { readonly now: Instant; readonly stays: boolean };

const LANGUAGE: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };
const DAYS: { readonly [L in Locale]: Intl.RelativeTimeFormat } = {
  en: new Intl.RelativeTimeFormat(LANGUAGE.en, { numeric: 'auto' }),
  zh: new Intl.RelativeTimeFormat(LANGUAGE.zh, { numeric: 'auto' }),
};
const BETWEEN: { readonly [L in Locale]: string } = { en: ', ', zh: ' ' };
/** So many days ahead or back the day of the week still helps to find a day. */
const WEEKDAY = 6;

/** An instant that is none is shown as it is, rather than losing the card for it; a zone that there is not is UTC. */
export function when(at: Instant, show: Show, locale: Locale, timeZone: string, writing?: Writing): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const zone = zoneOr(timeZone, 'UTC');
  const text = (how: Intl.DateTimeFormatOptions) => formatter(locale, zone, how).format(date);
  const time = show === 'date' ? [] : [text({ timeStyle: 'short' })];
  if (show === 'time') return time.join('');
  if (!writing) return text({ dateStyle: 'medium', ...(show === 'both' && { timeStyle: 'short' }) });
  const [day, now] = [dayIn(at, zone), dayIn(writing.now, zone)];
  const away = [-1, 0, 1].find((count) => plusDays(now, count) === day);
  if (away !== undefined && !writing.stays) return [DAYS[locale].format(away, 'day'), ...time].join(' ');
  return [text(partsOf(day, now, locale)), ...time].join(BETWEEN[locale]);
}

function partsOf(day: string, now: string, locale: Locale): Intl.DateTimeFormatOptions {
  const near = day >= plusDays(now, -WEEKDAY) && day <= plusDays(now, WEEKDAY);
  return {
    day: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    ...(near && { weekday: 'short' }),
    ...(day.slice(0, 4) !== now.slice(0, 4) && { year: 'numeric' }),
  };
}

/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, timeZone: string, how: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${JSON.stringify(how)} ${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(LANGUAGE[locale], { ...how, timeZone });
  formatters.set(key, made);
  return made;
}
