/** A day that somebody has to keep, as a span: the same calendar day for everybody who reads of it. */
import { atMinute } from '#src/core/day.ts';
import type { Instant, PersonId } from '#src/core/event.ts';
import type { Reader } from './reader.ts';
import type { Span } from './span.ts';

const NOON = 12 * 60;

/**
 * The last instant of a day in London is the next day in Shanghai. So it is written as noon of that day where the reader
 * is: whoever shows an instant in their zone, a platform or its client, shows the day that is meant. `whose`: whom it
 * concerns; without it, the company.
 */
export const dueDay = (at: Instant, reader: Pick<Reader, 'dayOf' | 'timeZone'>, whose?: PersonId): Span => ({
  at: atMinute(reader.dayOf(at, whose), NOON, reader.timeZone),
  show: 'date',
});
