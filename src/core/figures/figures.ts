/** All figures of the desk in one: how it stands, what happened in a period, and in the period before. */
import type { Instant } from '../event.ts';
import { plus, WEEK } from '../time.ts';
import { type Counter, together } from './counter.ts';
import { type Flow, flowOf } from './flow.ts';
import type { Span } from './period.ts';
import { type Step, seriesOf } from './series.ts';
import { type Standing, standingOf } from './standing.ts';

export type Figures = {
  readonly standing: Standing;
  readonly flow: Flow;
  readonly before: Flow;
  /** The seven days up to the instant of `standing`, after the seven before them. */
  readonly weeks: readonly Step[];
};

/** `at` is now, whatever the period: what is open or late is only known of now. */
export const figuresOf = (span: Span, at: Instant): Counter<Figures> =>
  together<Figures>({
    standing: standingOf(at),
    flow: flowOf(span),
    before: flowOf(span.before),
    weeks: seriesOf([plus(at, -2 * WEEK), plus(at, -WEEK), at]),
  });
