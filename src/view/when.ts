/** Instants as a reader writes them: in their language and in their zone. */
import type { Instant } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';

const LANGUAGE: { readonly [L in Locale]: string } = { en: 'en-GB', zh: 'zh-CN' };
const STYLES = {
  date: { dateStyle: 'medium' },
  time: { timeStyle: 'short' },
  both: { dateStyle: 'medium', timeStyle: 'short' },
} as const;
/** Making a formatter costs far more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** An instant that is none is shown as it is, rather than losing the card for it. */
export function when(at: Instant, show: keyof typeof STYLES, locale: Locale, timeZone: string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? at : formatter(show, locale, timeZone).format(date);
}

function formatter(show: keyof typeof STYLES, locale: Locale, timeZone: string): Intl.DateTimeFormat {
  const key = `${show} ${locale} ${timeZone}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = create({ ...STYLES[show], timeZone }, locale);
  formatters.set(key, made);
  return made;
}

function create(options: Intl.DateTimeFormatOptions, locale: Locale): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(LANGUAGE[locale], options);
  } catch {
    // A zone that this machine does not know: UTC, and say so.
    return new Intl.DateTimeFormat(LANGUAGE[locale], { ...options, timeZone: 'UTC' });
  }
}
