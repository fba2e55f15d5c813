/** Calendars: one YAML file for a country, with its weekend, its holidays and, where there is one, the official data behind it. */
import { z } from 'zod';
import { check } from '#src/config/issues.ts';
import { type Mistake, mistake } from '#src/config/mistake.ts';
import { bilingual } from '#src/config/parts.ts';
import { byDay, timeZone } from '#src/config/time-schema.ts';
import { openYaml } from '#src/config/yaml.ts';
import type { Calendar } from '#src/core/calendar/calendar.ts';
import { OFFICIAL, type Official } from './official.ts';
import { stem, type TextFile } from './text-file.ts';

/** As people count them: 1 is Monday, 7 is Sunday. */
const weekday = z.int().min(1).max(7);
const days = byDay(bilingual);

const schema = z.strictObject({
  name: bilingual,
  zones: z.array(timeZone).min(1),
  weekend: z.array(weekday).max(6),
  official: z.enum(['cn']).exactOptional(),
  years: z.array(z.int().min(2000).max(2200)),
  holidays: days,
  makeUp: days,
});

export function readCalendars(files: readonly TextFile[]): {
  calendars: readonly Calendar[];
  mistakes: readonly Mistake[];
} {
  const read = files.map(readCalendar);
  const calendars = read.flatMap(({ calendar }) => calendar ?? []);
  const twice = read.flatMap(({ calendar, zonesAt }) =>
    (calendar?.zones ?? []).flatMap((zone) => {
      const first = calendars.find(({ zones }) => zones.includes(zone));
      return first === undefined || first === calendar ? [] : [zoneTaken(zone, first.id, zonesAt)];
    }),
  );
  return { calendars, mistakes: [...read.flatMap(({ mistakes }) => mistakes), ...twice] };
}

type Place = { readonly file: string; readonly line: () => number | undefined };
type Read = { readonly calendar?: Calendar; readonly zonesAt: Place; readonly mistakes: readonly Mistake[] };

function readCalendar({ file, text }: TextFile): Read {
  const yaml = openYaml(file, text);
  const zonesAt = { file, line: () => yaml.lineOf(['zones']) };
  if (!yaml.sound) return { zonesAt, mistakes: yaml.mistakes };
  const { value, mistakes } = check(schema, yaml);
  if (!value) return { zonesAt, mistakes: [...yaml.mistakes, ...mistakes] };
  const { official, weekend, ...own } = value;
  const base = official ? OFFICIAL[official] : undefined;
  const calendar = { ...own, id: stem(file), weekend: weekend.map((one) => one % 7), ...merged(own, base) };
  return { calendar, zonesAt, mistakes: yaml.mistakes };
}

/** The company's word goes before the official one: a day that it names is what it says there, and nothing else. */
function merged(own: Official, base: Official | undefined): Official {
  if (!base) return own;
  const without = (days: Calendar['holidays'], others: Calendar['holidays']) =>
    Object.fromEntries(Object.entries(days).filter(([day]) => !(day in others)));
  return {
    holidays: { ...without(base.holidays, own.makeUp), ...own.holidays },
    makeUp: { ...without(base.makeUp, own.holidays), ...own.makeUp },
    years: [...new Set([...base.years, ...own.years])].sort((a, b) => a - b),
  };
}

const zoneTaken = (zone: string, first: string, { file, line }: Place): Mistake =>
  mistake({
    ...{ file, line: line(), key: 'zones', value: zone },
    problem: {
      en: `${zone} already belongs to the calendar ${first}.`,
      zh: `时区 ${zone} 已属于日历 ${first}。`,
    },
    remedy: { en: 'Delete it in one of the two files.', zh: '请在其中一个文件中删去。' },
  });
