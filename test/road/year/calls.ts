/** Whether each person was called when they may be: by the clock on their wall, on days that are worked there, once. */
import { LegalHoliday, SolarDay } from 'tyme4ts';
import type { Happened, Instant } from '#src/core/event.ts';
import type { Item } from '#src/core/nudges/item.ts';
import type { NudgesEvent } from '#src/core/nudges/nudges.ts';
import { england } from '#test/core/calendar/china.fixture.ts';

export type Call = { readonly at: Instant; readonly item: Item };

/** Every line of every call to a person, as it stood then. */
export function callsOf(history: readonly Happened<NudgesEvent>[]): readonly Call[] {
  const items = new Map<string, Item>();
  const calls: Call[] = [];
  for (const { event, meta } of history) {
    if (event.type === 'put') items.set(event.item.case, event.item);
    if (event.type === 'called')
      for (const id of event.cases) {
        const item = items.get(id);
        if (item) calls.push({ at: meta.at, item });
      }
  }
  return calls;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Monday to Friday, nine to six on their wall; on holidays only whoever is on duty. */
export function isWorkingTime(at: Instant, timeZone: string, onDuty: boolean): boolean {
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  clocks.set(timeZone, clock);
  const [day = '', time = ''] = clock.format(new Date(at)).split(' ');
  return time >= '09:00' && time < '18:00' && (onDuty || isWorked(day, timeZone));
}

function isWorked(day: string, timeZone: string): boolean {
  const weekend = [0, 6].includes(new Date(day).getUTCDay());
  if (timeZone === 'Europe/London') return !weekend && !(day in england.holidays);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const legal = SolarDay.fromYmd(year, month, date).getLegalHoliday();
  // New York has no calendar of its own here, and lives by the company's.
  return legal instanceof LegalHoliday ? legal.isWork() : !weekend;
}
