/** What a report says: the figures of a period and of the one before it. Plain JSON, so that an old one stays as it was. */
import type { Instant } from '../event.ts';
import { type Counter, together } from '../figures/counter.ts';
import { type Flow, flowOf } from '../figures/flow.ts';
import type { Span } from '../figures/period.ts';
import { type Step, seriesOf } from '../figures/series.ts';
import type { Rules } from '../rules.ts';
import { edgesOf, type ToldKind, unitOf } from './period.ts';

export type ReportFigures = {
  readonly flow: Flow;
  readonly before: Flow;
  /** By day, week or month, as the period is long. */
  readonly steps: readonly Step[];
  /** The same of the period before; none where the two do not match day by day. */
  readonly stepsBefore: readonly Step[];
};

export type ReportContent = {
  readonly kind: ToldKind;
  /** IANA zone in which its days are days. */
  readonly zone: string;
  readonly span: Span;
  readonly figures: ReportFigures;
  /** Hours within which a first answer was due then. */
  readonly aims: Rules['serviceLevel'];
};

export const reportFigures = (span: Span, zone: string): Counter<ReportFigures> =>
  together<ReportFigures>({
    flow: flowOf(span),
    before: flowOf(span.before),
    steps: seriesOf(edgesOf(unitOf(span), span, zone)),
    stepsBefore: seriesOf(unitOf(span) === 'day' ? edgesOf('day', span.before, zone) : []),
  });

/** Nothing came and nothing was done. */
export const isStillFlow = ({ opened, approved, rejected, closed, reopened, waits, level, ...kinds }: Flow): boolean =>
  opened + approved + rejected + closed + reopened + waits.count + level.missed === 0 &&
  [kinds.published, kinds.dismissed, kinds.effects].every((counts) => Object.keys(counts).length === 0);

export type Issued = { readonly due: Instant; readonly at: Instant; readonly late: boolean };
