/** What a report tells: whole weeks and months, split so that the parts add up to the whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseSummary } from '#src/core/case/summary.ts';
import type { Instant } from '#src/core/event.ts';
import { counted } from '#src/core/figures/counter.ts';
import { flowOf } from '#src/core/figures/flow.ts';
import { daysOf } from '#src/core/figures/period.ts';
import { isStillFlow, reportFigures } from '#src/core/report/content.ts';
import { edgesOf, periodName, reportSpan, unitOf, weekOf } from '#src/core/report/period.ts';
import { MINUTE } from '#src/core/time.ts';

const ZONE = 'Asia/Shanghai';
/** Tuesday the third of March at noon in Shanghai. */
const NOW: Instant = '2026-03-03T04:00:00.000Z';

describe('a period', () => {
  test('is the last whole week or month, by the company’s clock', () => {
    expect(reportSpan('week', NOW, ZONE)).toMatchObject({
      from: '2026-02-22T16:00:00.000Z',
      to: '2026-03-01T16:00:00.000Z',
      before: { from: '2026-02-15T16:00:00.000Z' },
    });
    expect(reportSpan('month', NOW, ZONE)).toMatchObject({
      from: '2026-01-31T16:00:00.000Z',
      to: '2026-02-28T16:00:00.000Z',
    });
  });

  test('has the name that calendars give it, also at the turn of the year', () => {
    expect(periodName('week', '2026-11-15T16:00:00.000Z', ZONE)).toBe('2026-W47');
    expect(periodName('month', '2026-10-31T16:00:00.000Z', ZONE)).toBe('2026-11');
    const weeks = ['2026-12-31', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-01'].map((day) =>
      Object.values(weekOf(day)).join('-W'),
    );
    expect(weeks).toEqual(['2026-W53', '2026-W53', '2027-W1', '2025-W1', '2020-W53']);
  });

  test('is split into days, weeks or months, few enough for a phone', () => {
    const split = (first: string, last: string) => {
      const span = daysOf(first, last, ZONE);
      return [unitOf(span), edgesOf(unitOf(span), span, ZONE).length - 1];
    };
    expect(split('2026-02-23', '2026-03-01')).toEqual(['day', 7]);
    expect(split('2026-03-01', '2026-03-31')).toEqual(['week', 6]);
    expect(split('2026-02-01', '2026-02-28')).toEqual(['week', 5]);
    expect(split('2025-03-15', '2026-03-14')).toEqual(['month', 13]);
  });
});

const row = (minute: number): CaseSummary => ({
  ...{ id: `${minute}`, number: `RM-${minute}`, status: 'new', severity: 'low', category: 'complaint', media: 'weibo' },
  ...{ cause: 'service', confidential: false, concerns: [], due: NOW, answered: false, overdue: false, partIn: [] },
  ...{ planToConfirm: false, reporters: [], excerpt: '', posts: 1, deeds: [], touched: NOW },
  openedAt: new Date(Date.parse('2026-02-10T00:00:00.000Z') + minute * MINUTE).toISOString(),
});

describe('figures', () => {
  test('are those of everybody else, and their columns add up to them, whatever came when', () => {
    const moments = fc.array(fc.integer({ min: 0, max: 30 * 24 * 60 }), { maxLength: 60 });
    fc.assert(
      fc.property(moments, fc.constantFrom('week' as const, 'month' as const), (minutes, kind) => {
        const span = reportSpan(kind, NOW, ZONE);
        const rows = minutes.map(row);
        const { flow, before, steps } = counted(rows, reportFigures(span, ZONE));
        expect(flow).toEqual(counted(rows, flowOf(span)));
        expect(before).toEqual(counted(rows, flowOf(span.before)));
        expect(steps.reduce((sum, { opened }) => sum + opened, 0)).toBe(flow.opened);
      }),
    );
  });

  test('of a time in which nothing happened are still, and those of one report are not', () => {
    const span = daysOf('2026-02-10', '2026-02-11', ZONE);
    expect(isStillFlow(counted([], flowOf(span)))).toBe(true);
    expect(isStillFlow(counted([row(60)], flowOf(span)))).toBe(false);
  });
});
