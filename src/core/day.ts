/** Calendar days (`YYYY-MM-DD`) in a time zone. */
import type { Instant } from './event.ts';
import { DAY } from './time.ts';

/** A calendar day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that it is somewhere. */
export const dayIn = (at: Instant, timeZone: string): string =>
  new Date(Date.parse(at) + offset(Date.parse(at), timeZone)).toISOString().slice(0, 10);

/** The last millisecond of a day somewhere; days are longer or shorter where clocks change. */
export function endOfDay(day: string, timeZone: string): Instant {
  const wall = Date.parse(`${day}T00:00:00.000Z`) + DAY - 1;
  const guess = wall - offset(wall, timeZone);
  return new Date(wall - offset(guess, timeZone)).toISOString();
}

/** Milliseconds by which local time is ahead of UTC at an instant. */
function offset(ms: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
