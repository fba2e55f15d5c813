/** What a digest says: figures, and the few cases that it names. Plain JSON, so that an old one stays as it was. */
import type { CaseSummary } from '../case/summary.ts';
import { type Turn, turnOf } from '../case/turn.ts';
import type { Category, Media, Severity } from '../case/vocabulary.ts';
import type { Instant, PersonId } from '../event.ts';
import { type Counter, together } from '../figures/counter.ts';
import { type Figures, figuresOf } from '../figures/figures.ts';
import type { Span } from '../figures/period.ts';
import { isLate, stageOf } from '../figures/stage.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { type Few, fewOf, merged } from './few.ts';

/** A case by its facts: never what was posted, because a digest outlives what may turn confidential tomorrow. */
export type Named = {
  readonly id: string;
  readonly number: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly media: Media;
  readonly due: Instant;
  /** Late at the time of the digest. */
  readonly late: boolean;
  readonly owner?: PersonId;
  readonly confidential: boolean;
  /** What its reader is asked for. */
  readonly turn?: Turn;
};

export type DigestContent = {
  readonly span: Span;
  readonly figures: Figures;
  /** The same of confidential cases, for those who may know of them. */
  readonly confidential?: Figures;
  readonly overdue: Few<Named>;
  /** What waits for its reader. */
  readonly waiting: Few<Named>;
  /** Reported in the period, still open, and of high or critical severity. */
  readonly grave: Few<Named>;
  /** Hours within which a first answer was due then. */
  readonly aims: Rules['serviceLevel'];
};

/** What is counted for a digest, over ordinary cases and over confidential ones apart. */
export type Counted = {
  readonly figures: Figures;
  readonly overdue: Few<Named>;
  readonly waiting: Few<Named>;
  readonly grave: Few<Named>;
};

export function countsFor(
  viewer: { readonly me: PersonId; readonly roles: readonly Role[] },
  span: Span,
  at: Instant,
  rules: Rules,
): Counter<Counted> {
  const names = (one: CaseSummary) => named(one, at, turnOf(viewer, one, rules, at));
  return together<Counted>({
    figures: figuresOf(span, at),
    overdue: fewOf((one) => (isLate(one, at) ? names(one) : undefined)),
    waiting: fewOf((one) => (turnOf(viewer, one, rules, at) ? names(one) : undefined)),
    grave: fewOf((one) =>
      isGrave(one) && one.openedAt >= span.from && one.openedAt < span.to ? names(one) : undefined,
    ),
  });
}

/** Lists are for one person, so they name both kinds; figures stay apart. */
export function contentOf(
  span: Span,
  { open, confidential }: { readonly open: Counted; readonly confidential?: Counted },
  { serviceLevel: aims }: Rules,
): DigestContent {
  const { figures, overdue, waiting, grave } = open;
  if (!confidential) return { span, figures, overdue, waiting, grave, aims };
  return {
    ...{ span, figures, aims, confidential: confidential.figures },
    overdue: merged(overdue, confidential.overdue),
    waiting: merged(waiting, confidential.waiting),
    grave: merged(grave, confidential.grave),
  };
}

const isGrave = (one: CaseSummary): boolean =>
  stageOf(one) !== undefined && (one.severity === 'high' || one.severity === 'critical');

function named(one: CaseSummary, at: Instant, turn: Turn | undefined): Named {
  const { id, number, severity, category, media, due, owner, confidential } = one;
  const late = isLate(one, at);
  return {
    id,
    number,
    severity,
    category,
    media,
    due,
    late,
    confidential,
    ...(owner && { owner }),
    ...(turn && { turn }),
  };
}
