/** How a week reads: from Monday to Sunday, in somebody's language. */
import { plusDays } from '#src/core/day.ts';
import type { Locale } from '#src/core/rules.ts';

const format = (tag: string, month: 'long' | 'short'): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(tag, { timeZone: 'UTC', month, day: 'numeric' });
const formats: { readonly [L in Locale]: Intl.DateTimeFormat } = {
  en: format('en-GB', 'short'),
  zh: format('zh-CN', 'long'),
};

/** `23–29 Nov`, by the Monday. */
export const weekRange = (monday: string, locale: Locale): string =>
  formats[locale].formatRange(new Date(monday), new Date(plusDays(monday, 6)));
