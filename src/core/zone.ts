/** Names of time zones, as platforms and people give them: some do not exist. */

/** There are some hundreds of zones; asking whether one exists costs more than all else that an interaction needs. */
const REMEMBERED = 2_000;
const zones = new Set<string>();

/** Whatever a platform says, an IANA zone that this process knows; else the one given. */
export function zoneOr(timeZone: string | undefined, otherwise: string): string {
  if (timeZone === undefined || zones.has(timeZone)) return timeZone ?? otherwise;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    if (zones.size < REMEMBERED) zones.add(timeZone);
    return timeZone;
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}
