/** The duty roster: the weeks to come, who is on duty in each, and the holidays that fall into it. */
import { type Calendar, NO_CALENDAR } from '#src/core/calendar/calendar.ts';
import { unknownYears } from '#src/core/calendar/working-days.ts';
import { plusDays } from '#src/core/day.ts';
import type { Duty } from '#src/core/duty/duty.ts';
import { weekRange } from '#src/words/week.ts';
import { type Block, buttons, type Card, heading, list, note, opens } from './card.ts';
import { cardFor } from './card-for.ts';
import type { Reader } from './reader.ts';
import type { Text } from './span.ts';

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
  const lines = weeks.map((week, index): Text => {
    const range = weekRange(week, locale);
    const said = [namesOf(week, duty, reader), ...specialDays(week, calendar, reader)].join(' · ');
    return [{ b: index === 0 ? t.duty.thisWeek(range) : range }, ` · ${said}`];
  });
  return cardFor(reader, t.duty.title, [
    heading(t.duty.title),
    note(t.duty.intro),
    list(lines),
    ...doubt(weeks, calendar, reader),
    ...(maySet || maySwap
      ? [buttons(maySet && opens(t.duty.set, 'duty.week', {}), maySwap && opens(t.duty.swap, 'duty.swap', {}))]
      : []),
  ]);
}

/** What is not known of the holidays in these weeks. */
function doubt(weeks: readonly string[], calendar: Calendar, { t }: Reader): readonly Block[] {
  if (calendar === NO_CALENDAR) return [note(t.duty.noCalendar)];
  const unknown = unknownYears(weeks.flatMap(daysOf), calendar);
  return unknown.length > 0 ? [note(t.duty.unknown(t.people.and(unknown.map(String))))] : [];
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
