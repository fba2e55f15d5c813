/** The duty roster: the weeks to come, who is on duty in each, and the holidays that fall into it. */
import type { Calendar } from '#src/core/calendar/calendar.ts';
import { unknownYears } from '#src/core/calendar/working-days.ts';
import { plusDays } from '#src/core/day.ts';
import type { Duty } from '#src/core/duty/duty.ts';
import { weekRange } from '#src/words/week.ts';
import { buttons, type Card, facts, heading, note, opens } from './card.ts';
import { cardFor } from './card-for.ts';
import type { Reader } from './reader.ts';

export type RosterView = {
  readonly reader: Reader;
  /** By their Mondays; the first is the one that is on. */
  readonly weeks: readonly string[];
  readonly duty: Duty;
  readonly calendar: Calendar;
  readonly maySet: boolean;
  readonly maySwap: boolean;
};

export function rosterCard({ reader, weeks, duty, calendar, maySet, maySwap }: RosterView): Card {
  const { t, locale } = reader;
  const rows = weeks.map((week, index) => {
    const range = weekRange(week, locale);
    return {
      label: index === 0 ? t.duty.thisWeek(range) : range,
      value: [namesOf(week, duty, reader), ...specialDays(week, calendar, reader)].join(' · '),
    };
  });
  const unknown = unknownYears(weeks.flatMap(daysOf), calendar);
  return cardFor(reader, t.duty.title, [
    heading(t.duty.title),
    note(t.duty.intro),
    facts(rows),
    ...(unknown.length > 0 ? [note(t.duty.unknown(t.people.and(unknown.map(String))))] : []),
    ...(maySet || maySwap
      ? [buttons(maySet && opens(t.duty.set, 'duty.week', {}), maySwap && opens(t.duty.swap, 'duty.swap', {}))]
      : []),
  ]);
}

const daysOf = (monday: string): readonly string[] => Array.from({ length: 7 }, (_, index) => plusDays(monday, index));

const namesOf = (week: string, { weeks }: Duty, { t, name }: Reader): string =>
  t.people.and((weeks[week] ?? []).map(name)) || t.duty.nobody;

/** Each holiday with its days in this week, and how many days of the weekend are worked. */
function specialDays(monday: string, { holidays, makeUp }: Calendar, { t, locale }: Reader): readonly string[] {
  const days = daysOf(monday);
  const names = days.flatMap((day) => holidays[day]?.[locale] ?? []);
  const worked = days.filter((day) => day in makeUp).length;
  return [
    ...[...new Set(names)].map((one) => t.duty.off(one, names.filter((other) => other === one).length)),
    ...(worked > 0 ? [t.duty.worked(worked)] : []),
  ];
}
