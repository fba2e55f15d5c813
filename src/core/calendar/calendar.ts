/** Which days are worked in a country: plain data, put together from policies/calendar and handed in with the rules. */
import type { Bilingual, Rules } from '../rules.ts';

export type Calendar = {
  readonly id: string;
  readonly name: Bilingual;
  /** IANA zones of those who live by it. */
  readonly zones: readonly string[];
  /** Days of the week that are not worked; 0 is Sunday. */
  readonly weekend: readonly number[];
  /** Days off, by day (`YYYY-MM-DD`), with their name. */
  readonly holidays: { readonly [day: string]: Bilingual };
  /** Days of a weekend that are worked in exchange (调休), with the holiday for which they are. */
  readonly makeUp: { readonly [day: string]: Bilingual };
  /** Years whose holidays are known. Of any other only weekends are, and whoever reckons with it must say so. */
  readonly years: readonly number[];
};

/** What stands in for a country that nobody described: weekends only, and no year known. */
export const NO_CALENDAR: Calendar = {
  id: 'none',
  name: { en: 'weekends only', zh: '仅周末' },
  zones: [],
  weekend: [0, 6],
  holidays: {},
  makeUp: {},
  years: [],
};

/** The calendar by which somebody in a zone lives; where none names that zone, the company's own. */
export const calendarFor = (timeZone: string, { calendars, timeZone: own }: Pick<Rules, 'calendars' | 'timeZone'>) =>
  calendarOf(timeZone, calendars) ?? calendarOf(own, calendars) ?? NO_CALENDAR;

const calendarOf = (timeZone: string, calendars: readonly Calendar[]): Calendar | undefined =>
  calendars.find(({ zones }) => zones.includes(timeZone));
