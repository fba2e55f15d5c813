/** How a week reads: from Monday to Sunday, in either language. */
import { plusDays } from '#src/core/day.ts';
import type { Locale } from '#src/core/rules.ts';

const english = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', month: 'short', day: 'numeric' });

const ranges: { readonly [L in Locale]: (from: Date, to: Date) => string } = {
  en: (from, to) => english.formatRange(from, to).replace(/\s*–\s*/u, '–'),
  zh(from, to) {
    const [month, last] = [from.getUTCMonth() + 1, to.getUTCMonth() + 1];
    return `${month}月${from.getUTCDate()}日至${last === month ? '' : `${last}月`}${to.getUTCDate()}日`;
  },
};

/** `23–29 Nov` and `11月23日至29日`, by the Monday. */
export const weekRange = (monday: string, locale: Locale): string =>
  ranges[locale](new Date(monday), new Date(plusDays(monday, 6)));
