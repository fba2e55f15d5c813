/** The period of a report as a button carries it: which kind, and its first day. */
import { dayIn, isDay, plusDays, startOfDay } from '#src/core/day.ts';
import { periodAsked } from '#src/core/digest/request.ts';
import type { Instant, Json } from '#src/core/event.ts';
import type { Span } from '#src/core/figures/period.ts';
import { Refused } from '#src/core/refused.ts';
import type { ReportContent } from '#src/core/report/content.ts';
import { REPORTS, reportSpan, type ToldKind } from '#src/core/report/period.ts';
import { plus } from '#src/core/time.ts';
import type { Block } from '#src/view/card.ts';

export type Told = { readonly kind: ToldKind; readonly span: Span };

/** `week/2026-11-16`; `days/2026-11-03/2026-11-17` with the last day, too. */
export function ofPeriod({ kind, span, zone }: Pick<ReportContent, 'kind' | 'span' | 'zone'>): string {
  const first = dayIn(span.from, zone);
  return kind === 'days' ? `${kind}/${first}/${dayIn(plus(span.to, -1), zone)}` : `${kind}/${first}`;
}

/** What a button says was made by the desk, and may yet have been tampered with: no period is longer than one may type. */
export function periodOf(text: string, at: Instant, zone: string): Told {
  const [kind, first = '', last = ''] = text.split('/');
  if (!isDay(first) || first > dayIn(at, zone)) throw new Refused({ code: 'report_unclear', value: text.slice(0, 60) });
  if (kind === 'week') return { kind, span: reportSpan(kind, startOfDay(plusDays(first, 7), zone), zone) };
  if (kind === 'month')
    return { kind, span: reportSpan(kind, startOfDay(`${plusDays(first, 31).slice(0, 8)}01`, zone), zone) };
  if (kind === 'days' && isDay(last)) return { kind, span: periodAsked({ type: 'days', first, last }, at, zone) };
  throw new Refused({ code: 'report_unclear', value: text.slice(0, 60) });
}

/** A period that is a whole week or month is told of as one, and held against the one before. */
export function told(span: Span, zone: string): Told {
  for (const kind of REPORTS) {
    const whole = reportSpan(kind, span.to, zone);
    if (whole.from === span.from && whole.to === span.to) return { kind, span: whole };
  }
  return { kind: 'days', span };
}

/** They were blocks when they were written; only erasure or older code can have made something else of them. */
export const isBlock = (value: Json | Block): value is Block =>
  typeof value === 'object' && value !== null && 'type' in value;
