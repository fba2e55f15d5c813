/** Makes a reader: a language, a zone that exists, and the names of the team. */
import { dayIn } from '#src/core/day.ts';
import { CLOCK, DESK, type Instant, type PersonId } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Team } from '#src/core/team.ts';
import { zoneOr } from '#src/core/zone.ts';
import { wordsFor } from '#src/words/words.ts';
import type { Reader } from './reader.ts';

/** There are some hundreds of zones; to make a formatter costs more than all else that an interaction needs. */
const REMEMBERED = 2_000;
const formats = new Map<string, Intl.DateTimeFormat>();

const tags: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };

/**
 * `timeZone` and the zone of the company must exist (see core/zone.ts). People are read when they are needed, so a reader
 * never goes stale.
 */
export function readerOf(
  locale: Locale,
  timeZone: string,
  team: Pick<Team, 'person'>,
  company: string = timeZone,
): Reader {
  const t = wordsFor(locale);
  return {
    locale,
    timeZone,
    t,
    name(id: PersonId) {
      if (id === CLOCK) return t.common.clock;
      if (id === DESK) return t.common.desk;
      return team.person(id)?.name || t.common.someone;
    },
    when: (at: Instant) => formatOf(locale, timeZone).format(new Date(at)),
    dayOf(at: Instant, whose?: PersonId) {
      return dayIn(at, zoneOr(whose === undefined ? undefined : team.person(whose)?.timeZone, company));
    },
  };
}

function formatOf(locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(tags[locale], {
    timeZone,
    year: 'numeric',
    month: locale === 'zh' ? 'long' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  if (formats.size < REMEMBERED) formats.set(key, made);
  return made;
}
