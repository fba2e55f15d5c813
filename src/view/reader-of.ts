/** Makes a reader: a language, a zone that exists, and the names of the team. */
import { CLOCK, DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import { wordsFor } from '#src/words/words.ts';
import type { Reader } from './reader.ts';

/** Whatever a platform says, an IANA zone that this process knows; else the one given. */
export function zoneOr(timeZone: string | undefined, otherwise: string): string {
  if (timeZone === undefined) return otherwise;
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}

const tags: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };

/** `timeZone` must exist (see `zoneOr`). Names are read when they are needed, so a reader never goes stale. */
export function readerOf(locale: Locale, timeZone: string, team: Pick<Team, 'person'>): Reader {
  const t = wordsFor(locale);
  const format = new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    year: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return {
    locale,
    timeZone,
    t,
    name(id: PersonId) {
      if (id === CLOCK) return t.common.clock;
      if (id === DESK) return t.common.desk;
      return team.person(id)?.name || t.common.someone;
    },
    when: (at: Instant) => format.format(new Date(at)),
  };
}
