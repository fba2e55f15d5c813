/** Official calendars that come as a package: mainland China's, with its make-up days, as far as the State Council has published it. */
import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Calendar } from '#src/core/calendar/calendar.ts';
import type { Bilingual } from '#src/core/rules.ts';

export type Official = Pick<Calendar, 'holidays' | 'makeUp' | 'years'>;

type Named = { readonly [day: string]: string };

/** `"National Day,国庆节,3"` → both names. */
function named(days: Named): Calendar['holidays'] {
  return Object.fromEntries(
    Object.entries(days).map(([day, text]): [string, Bilingual] => {
      const [en = day, zh = en] = text.split(',');
      return [day, { en, zh }];
    }),
  );
}

/** A year is known once its National Day is: the whole year is published in one notice. */
const yearsOf = (days: Named): readonly number[] =>
  [...new Set(Object.keys(days).filter((day) => day.endsWith('-10-01')))].map((day) => Number(day.slice(0, 4))).sort();

export const OFFICIAL: { readonly cn: Official } = {
  cn: { holidays: named(china.holidays), makeUp: named(china.workdays), years: yearsOf(china.holidays) },
};
