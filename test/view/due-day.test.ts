/** A day that somebody has to keep is one day for everybody. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayIn, endOfDay } from '#src/core/day.ts';
import type { Instant } from '#src/core/event.ts';
import { dueDay } from '#src/view/due-day.ts';
import { readerOf } from '#src/view/reader-of.ts';

const ZONES = [
  ...['Europe/London', 'Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'],
  ...['Pacific/Pago_Pago', 'Asia/Kolkata', 'America/Santiago', 'UTC'],
];
const noah = { id: 'noah', name: 'Noah', accounts: [], roles: [], active: true };
const zones = fc.constantFrom(...ZONES);

/** The instant that a reader's platform is given for it. */
function written(due: Instant, reads: string, lives: string | undefined, company: string): Instant {
  const person = () => ({ ...noah, ...(lives && { timeZone: lives }) });
  const span = dueDay(due, readerOf('en', reads, { person }, company), 'noah');
  if (typeof span === 'string' || !('at' in span)) throw new Error('not an instant');
  return span.at;
}

test('whoever reads of it, it is the day where the person lives', () => {
  const when = fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(when, zones, zones, zones, (date, reads, lives, company) => {
      const due = endOfDay(dayIn(date.toISOString(), lives), lives);
      expect(dayIn(written(due, reads, lives, company), reads)).toBe(dayIn(due, lives));
    }),
  );
});

test('of somebody whose zone nobody knows, and of what concerns nobody alone, it is the day where the company is', () => {
  const due = '2026-11-27T23:59:59.999Z';
  expect(dayIn(written(due, 'Europe/London', undefined, 'Asia/Shanghai'), 'Europe/London')).toBe('2026-11-28');
  const reader = readerOf('en', 'Asia/Shanghai', { person: () => undefined }, 'Europe/London');
  expect(reader.dayOf(due)).toBe('2026-11-27');
});
