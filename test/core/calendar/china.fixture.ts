/** The calendars that ship, as the rules of a company have them. */

import { readCalendars } from '#src/content/calendars.ts';
import { readFolder } from '#src/content/folder.ts';
import type { Calendar } from '#src/core/calendar/calendar.ts';
import { rules } from '#test/core/rules.fixture.ts';

export const shipped = readCalendars(readFolder('policies').calendars);
const byId = (id: string): Calendar => {
  const found = shipped.calendars.find((calendar) => calendar.id === id);
  if (!found) throw new Error(`policies/calendar has no ${id}.yaml`);
  return found;
};
export const china = byId('cn');
export const england = byId('gb');
/** The rules of a company in Shanghai, with people in London. */
export const dated = { ...rules, calendars: shipped.calendars };
