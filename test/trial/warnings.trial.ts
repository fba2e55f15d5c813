/** False warnings over many simulated years, at all sensitivities and rates, and how soon real surges are found. */
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '#src/core/time.ts';
import { BEGIN, daily, merged, traffic, watched } from '#test/core/warning/traffic.ts';
import { found } from './found.ts';

/** What policies/desk.yaml promises for a year without an event. */
const MOST = { calm: 1, normal: 4, alert: 26 } as const;
const YEAR = 365 * DAY;

test.each(['calm', 'normal', 'alert'] as const)(
  'a year errs no more often than is promised: %s',
  (sensitivity) => {
    for (const rate of [0.05, 0.2, 1, 3])
      for (const [name, shape] of [
        ['steady', (one: number) => () => one],
        ['daily', daily],
      ] as const)
        for (const seed of rate > 1 ? [1] : [1, 2, 3]) {
          const year = traffic(seed, { to: BEGIN + YEAR, rate: shape(rate) });
          const rises = watched(year, { sensitivity }, { spare: 10 * MINUTE }).filter(
            ({ event }) => event.type === 'rose',
          );
          found('warnings', `a year, ${sensitivity}, ${name}, ${rate} an hour, seed ${seed}`, `${rises.length} false`);
          expect(rises.length).toBeLessThanOrEqual(MOST[sensitivity]);
        }
  },
  3_600_000,
);

/** On a desk that sees one post in two hours. Ten an hour on a busy platform take long to tell from a lively evening. */
test.each([
  [10, 130],
  [20, 60],
] as const)(
  'a surge of %d an hour on one platform is found, at most after %d minutes',
  (perHour, most) => {
    const minutes = Array.from({ length: 100 }, (_, seed) => {
      const from = BEGIN + 30 * DAY + seed * 5 * HOUR;
      const usual = traffic(seed, { to: from + 6 * HOUR, rate: daily(0.5) });
      const about = { media: 'weibo', category: 'complaint' } as const;
      const surge = traffic(seed + 1000, { from, to: from + 4 * HOUR, rate: () => perHour, ...about });
      const rise = watched(merged(usual, surge)).find(({ at, event }) => event.type === 'rose' && at > from);
      return rise ? (rise.at - from) / MINUTE : Number.POSITIVE_INFINITY;
    }).sort((a, b) => a - b);
    const [half, nine, last] = [minutes[50], minutes[90], minutes[99]].map((one) => one?.toFixed(0));
    found(
      'warnings',
      `100 surges of ${perHour} an hour`,
      `after ${half} min in half, ${nine} in nine of ten, ${last} at most`,
    );
    expect(minutes[99]).toBeLessThan(most);
  },
  600_000,
);
