/** Calendar days (`YYYY-MM-DD`) and times of day, in a time zone. */
import type { Instant } from './event.ts';
import { DAY, MINUTE } from './time.ts';

/** A calendar day that exists. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day that it is somewhere. */
export const dayIn = (at: Instant, timeZone: string): string => wallAt(at, timeZone).toISOString().slice(0, 10);

/** Minutes since midnight by the clock on the wall, 0 to 1439. */
export function minuteIn(at: Instant, timeZone: string): number {
  const wall = wallAt(at, timeZone);
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/**
 * When the clock on the wall says so many minutes after midnight. A time that a change of clocks skips is taken as that
 * much later, one that comes twice as the second.
 */
export const atMinute = (day: string, minute: number, timeZone: string): Instant =>
  new Date(momentsAt(midnight(day) + minute * MINUTE, timeZone).last).toISOString();

/** The first instant of a day somewhere: where clocks change at midnight that is one o'clock, or the first of two midnights. */
export const startOfDay = (day: string, timeZone: string): Instant =>
  new Date(momentsAt(midnight(day), timeZone).first).toISOString();

/** The last millisecond of a day somewhere; days are longer or shorter where clocks change. */
export const endOfDay = (day: string, timeZone: string): Instant =>
  new Date(momentsAt(midnight(day) + DAY, timeZone).first - 1).toISOString();

/** The day so many days later, or earlier. */
export const plusDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY).toISOString().slice(0, 10);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00.000Z`).getUTCDay();

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: string): string => plusDays(day, -((weekdayOf(day) + 6) % 7));

/** What the clock on the wall shows, as if it were UTC. */
export const wallAt = (at: Instant, timeZone: string): Date =>
  new Date(Date.parse(at) + offset(Date.parse(at), timeZone));

/** As if it were UTC. */
const midnight = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/**
 * When the clock on the wall shows this (given as if it were UTC): mostly once, twice where clocks go back. No zone is a
 * day away from UTC, so that a change of clocks near this time lies between the two that are asked.
 */
function momentsAt(wall: number, timeZone: string): { readonly first: number; readonly last: number } {
  const around = [offset(wall - DAY, timeZone), offset(wall + DAY, timeZone)];
  const [early, late] = [wall - Math.max(...around), wall - Math.min(...around)];
  if (early === late) return { first: late, last: late };
  const shows = (at: number) => at + offset(at, timeZone) === wall;
  return { first: shows(early) ? early : late, last: shows(early) && !shows(late) ? early : late };
}

/** To make a formatter costs more than all else here. There are some hundreds of zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', {
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
  formats.set(timeZone, made);
  return made;
}

/** Milliseconds by which local time is ahead of UTC at an instant. */
function offset(ms: number, timeZone: string): number {
  const parts = formatOf(timeZone).formatToParts(ms);
  const part = Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
}
