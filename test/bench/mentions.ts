/** What one more mention costs the watch for surges: among few and among many, in many cases and in one. */
import { MINUTE } from '#src/core/time.ts';
import type { Sighting } from '#src/core/warning/series.ts';
import { type Memory, survey } from '#src/core/warning/survey.ts';
import { Recent } from '#src/desk/warning/recent.ts';
import { rules } from '#test/core/rules.fixture.ts';
import { type Line, ms, times } from './stats.ts';

const NOW = Date.parse('2026-11-20T04:00:00.000Z');
const MORE = 1000;
const NEVER: Memory = { since: 0, running: [], sharp: [], told: 0, surges: [], dismissed: [] };
const post = (at: number): Sighting => ({ at, media: 'weibo', category: 'complaint', cause: 'delivery' });
const milliseconds = (work: () => void) => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** So many as a start brings them, in no order. */
function opened(count: number): { readonly recent: Recent; readonly took: number } {
  const recent = new Recent(() => new Date(NOW).toISOString());
  const took = milliseconds(() => {
    for (let n = 0; n < count; n += 1) recent.set(`case-${n}`, [post(NOW - ((n * 7919) % count) * MINUTE * 0.1)]);
    recent.all(NOW);
  });
  return { recent, took };
}

/** Milliseconds for each of a thousand more that are looked at one by one. */
function each(recent: Recent, bring: (n: number) => void): number {
  const took = milliseconds(() => {
    for (let n = 0; n < MORE; n += 1) {
      bring(n);
      survey(recent.all(NOW + n), NOW + n, NEVER, rules.warning);
    }
  });
  return took / MORE;
}

export function mentions(): readonly Line[] {
  // The first run warms up.
  opened(1000);
  const [few, many] = [opened(1000), opened(100_000)];
  const add = ({ recent }: typeof few) => each(recent, (n) => recent.set(`more-${n}`, [post(NOW + n)]));
  const [among, amongMany] = [add(few), add(many)];
  const storm: Sighting[] = Array.from({ length: 10_000 }, (_, n) => post(NOW - 10_000 + n));
  few.recent.set('storm', storm);
  const stormed = each(few.recent, (n) => {
    storm.push(post(NOW + n));
    few.recent.set('storm', [...storm]);
  });
  return [
    { what: 'a mention more, and a look, among 1,000 of the fortnight', figure: ms(among), ratio: '1 ×' },
    { what: 'the same among 100,000', figure: ms(amongMany), ratio: times(amongMany, among) },
    { what: 'the same to a case that has 10,000', figure: ms(stormed), ratio: times(stormed, among) },
    {
      what: 'a start with 100,000 of the fortnight',
      figure: ms(many.took),
      ratio: `${times(many.took, few.took)} of 1,000`,
    },
  ];
}
