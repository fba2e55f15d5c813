/** Whether the holidays of the days to come are known: a year that nobody has published is reckoned with weekends only. */
import { type Calendar, calendarFor, NO_CALENDAR } from './core/calendar/calendar.ts';
import { unknownYears } from './core/calendar/working-days.ts';
import { dayIn, plusDays } from './core/day.ts';
import type { Instant } from './core/event.ts';
import type { Rules } from './core/rules.ts';
import type { Check, Finding } from './stores/doctor-check.ts';

/** Days ahead for which deadlines are reckoned today. */
const AHEAD = 60;

export const calendarChecks = (rules: Rules, at: Instant): readonly Check[] => [
  { name: 'calendar', run: async () => calendarFindings(rules, at) },
];

/** One line for each country that is described, the company's own first. */
export function calendarFindings(rules: Rules, at: Instant): readonly Finding[] {
  const own = calendarFor(rules.timeZone, rules);
  const others = rules.calendars.filter((calendar) => calendar !== own);
  const today = dayIn(at, rules.timeZone);
  return [own, ...others].map((calendar) => findingFor(calendar, [today, plusDays(today, AHEAD)], calendar === own));
}

const nobody: Finding = {
  is: 'poor',
  say: {
    en: 'No calendar describes the country of your time zone; I reckon with weekends only.',
    zh: '没有适用于公司所在时区的工作日历，暂按周末计算。',
  },
  mend: {
    en: 'Copy policies/calendar/gb.yaml, and write down the zones and holidays of your country.',
    zh: '请复制 policies/calendar/gb.yaml，填写所在国家或地区的时区与节假日。',
  },
};

function findingFor(calendar: Calendar, days: readonly string[], own: boolean): Finding {
  const { id, name, years } = calendar;
  const missing = unknownYears(days, calendar).join(', ');
  const known = years.at(-1);
  const until = { en: `until ${known ?? 'no year'}`, zh: `至 ${known ?? '—'} 年` };
  if (calendar === NO_CALENDAR) return nobody;
  if (missing === '')
    return {
      is: 'good',
      say: { en: `Working days of ${name.en} are known ${until.en}.`, zh: `${name.zh}的工作日安排：${until.zh}。` },
    };
  const file = `policies/calendar/${id}.yaml`;
  return {
    // Of a country in which perhaps nobody is, it is only said.
    is: own ? 'poor' : 'good',
    say: {
      en: `The holidays of ${missing} are not known for ${name.en} (known ${until.en}); I reckon with weekends only.`,
      zh: `${name.zh} ${missing} 年的放假安排未知（已知${until.zh}），暂按周末计算。`,
    },
    ...(own && {
      mend: {
        en: `Update Goodword once they are published, or write them into ${file} and add the year under years.`,
        zh: `官方公布后请更新 Goodword，或在 ${file} 中填写放假安排，并在 years 中加上该年份。`,
      },
    }),
  };
}
