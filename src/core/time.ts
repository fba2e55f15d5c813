/** Arithmetic on instants. */
import type { Instant } from './event.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const WEEK = 7 * DAY;

/** The instant `ms` milliseconds after `at`. */
export const plus = (at: Instant, ms: number): Instant => new Date(Date.parse(at) + ms).toISOString();

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
