/** Who a text is written for: their language, their zone, and the names they know people by. */
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Locale } from '#src/core/rules.ts';
import type { Words } from '#src/words/words.ts';

export type Reader = {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly t: Words;
  /** A person's name; the desk and the clock have names too, and somebody unknown is said to be so. */
  name(id: PersonId): string;
  /** An instant as text, for sentences; cards use the `at` span instead. */
  when(at: Instant): string;
  /**
   * The calendar day (`YYYY-MM-DD`) on which something is due, or over: as it is where the person lives whom it concerns;
   * of what concerns nobody alone, as it is where the company is. Every reader gets the same.
   */
  dayOf(at: Instant, whose?: PersonId): string;
};
