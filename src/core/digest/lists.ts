/** The few cases that a digest names, in three lists of which none repeats another. */
import type { CaseSummary } from '../case/summary.ts';
import { type Turn, turnOf } from '../case/turn.ts';
import type { Category, Media, Severity } from '../case/vocabulary.ts';
import type { Instant, PersonId } from '../event.ts';
import type { Counter } from '../figures/counter.ts';
import type { Period } from '../figures/period.ts';
import { isLate, stageOf } from '../figures/stage.ts';
import type { Role } from '../role.ts';
import type { Rules } from '../rules.ts';
import { type Few, few, joined } from './few.ts';

/** A case by its facts: never what was posted, because a digest outlives what may turn confidential tomorrow. */
export type Named = {
  readonly id: string;
  readonly number: string;
  readonly severity: Severity;
  readonly category: Category;
  readonly media: Media;
  readonly due: Instant;
  readonly owner?: PersonId;
  readonly confidential: boolean;
  /** What its reader is asked for. */
  readonly turn?: Turn;
};

export type Lists = {
  readonly overdue: Few<Named>;
  /** In time, and somebody waits for the reader. */
  readonly waiting: Few<Named>;
  /** In time, waiting for others; reported in the period and of high or critical severity. */
  readonly grave: Few<Named>;
  /** How many wait for the reader, the overdue ones included. */
  readonly turns: number;
};

type Viewer = { readonly me: PersonId; readonly roles: readonly Role[] };

export function listsOf(viewer: Viewer, { from, to }: Period, at: Instant, rules: Rules): Counter<Lists> {
  const [overdue, waiting, grave] = [few<Named>(), few<Named>(), few<Named>()];
  let turns = 0;
  const isNew = ({ openedAt }: CaseSummary) => from <= openedAt && openedAt < to;
  return {
    add(one) {
      if (stageOf(one) === undefined) return;
      const turn = turnOf(viewer, one, rules, at);
      if (turn) turns += 1;
      if (isLate(one, at)) overdue.add(named(one, turn));
      else if (turn) waiting.add(named(one, turn));
      else if (isNew(one) && isGrave(one)) grave.add(named(one, turn));
    },
    result: () => ({ overdue: overdue.result(), waiting: waiting.result(), grave: grave.result(), turns }),
  };
}

export const joinedLists = (one: Lists, other: Lists): Lists => ({
  overdue: joined(one.overdue, other.overdue),
  waiting: joined(one.waiting, other.waiting),
  grave: joined(one.grave, other.grave),
  turns: one.turns + other.turns,
});

const isGrave = ({ severity }: CaseSummary): boolean => severity === 'high' || severity === 'critical';

function named(one: CaseSummary, turn: Turn | undefined): Named {
  const { id, number, severity, category, media, due, owner, confidential } = one;
  return { id, number, severity, category, media, due, confidential, ...(owner && { owner }), ...(turn && { turn }) };
}
